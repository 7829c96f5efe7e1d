package org.radcam.engine;

import ai.djl.Device;

/**
 * The device that really is used.
 *
 * @param device for the engine
 * @param description for people and audit records, such as {@code CPU (2 threads), PyTorch 2.7.1}
 */
public record ComputeDevice(Device device, String description) {
  @Override
  public String toString() {
    return description;
  }
}
