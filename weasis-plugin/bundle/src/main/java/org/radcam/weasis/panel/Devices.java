package org.radcam.weasis.panel;

import java.util.ArrayList;
import java.util.List;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;

/** Where models can compute. */
final class Devices {
  /** More graphics cards than any workstation has. */
  private static final int MOST = 16;

  private Devices() {}

  /** What is offered without asking the engine, whose start takes a while. */
  static List<DeviceChoice> offered(DeviceChoice chosen) {
    List<DeviceChoice> offered =
        new ArrayList<>(List.of(DeviceChoice.AUTO, DeviceChoice.CPU, DeviceChoice.cuda(0)));
    if (!offered.contains(chosen)) {
      offered.add(chosen);
    }
    return offered;
  }

  /**
   * What this machine has, as the engine says. Starts the engine: slow the first time.
   *
   * @throws UserException if the engine does not start
   */
  static List<DeviceChoice> found() {
    TorchEngine.device(DeviceChoice.CPU);
    List<DeviceChoice> found = new ArrayList<>(List.of(DeviceChoice.AUTO, DeviceChoice.CPU));
    try {
      for (int n = 0; n < MOST; n++) {
        TorchEngine.device(DeviceChoice.cuda(n));
        found.add(DeviceChoice.cuda(n));
      }
    } catch (UserException e) {
      // That was the last one.
      return found;
    }
    return found;
  }
}
