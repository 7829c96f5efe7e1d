package org.radcam.classify;

import java.util.List;
import java.util.Map;
import org.radcam.model.Activation;
import org.radcam.prepare.AppliedStep;

/**
 * How a result came about: enough to see whether two runs should agree, and to redo one.
 *
 * @param softwareVersion RadCAM's version
 * @param engine inference engine and its version
 * @param device what the network ran on
 * @param weightsSha256 SHA-256 of the weights file
 * @param cardSha256 {@link org.radcam.model.ModelCard#fingerprint} of the card
 * @param activation how logits became probabilities
 * @param temperatures what the logits of each network were divided by before
 * @param inputSha256 {@link org.radcam.io.Digests#sha256(float[])} of each image's stored values
 *     (little-endian float32, column fastest), by role
 * @param preparation what was done to each image, by role
 * @param seconds duration of each stage
 */
public record AuditRecord(
    String softwareVersion,
    String engine,
    String device,
    String weightsSha256,
    String cardSha256,
    Activation activation,
    List<Double> temperatures,
    Map<String, String> inputSha256,
    Map<String, List<AppliedStep>> preparation,
    Timings seconds) {
  public AuditRecord {
    temperatures = List.copyOf(temperatures);
    inputSha256 = Map.copyOf(inputSha256);
    preparation = Map.copyOf(preparation);
  }

  /**
   * Seconds of wall-clock time.
   *
   * @param prepare from source image to network input
   * @param network the forward pass
   * @param explain the heat map, brought to the source grid
   */
  public record Timings(double prepare, double network, double explain) {
    public double total() {
      return prepare + network + explain;
    }
  }
}
