package org.radcam.weasis.run;

import org.radcam.classify.Classifier;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelPackage;

/**
 * Keeps the last used model loaded, so that the next case does not wait for it. One at a time: a
 * large network takes hundreds of megabytes. Used by one thread.
 */
final class LoadedModel implements AutoCloseable {
  private Key key;
  private Classifier classifier;

  private record Key(String location, String card, DeviceChoice device) {}

  /**
   * The classifier of a model; it stays open until another one is asked for, or this is closed.
   *
   * @throws org.radcam.UserException if it cannot be loaded; then none is
   */
  Classifier classifier(ModelPackage model, DeviceChoice device) {
    Key wanted = new Key(model.location(), model.card().fingerprint(), device);
    if (!wanted.equals(key)) {
      // Before the other one is loaded: both may not fit.
      close();
      classifier = Classifier.open(model, device);
      key = wanted;
    }
    return classifier;
  }

  boolean isLoaded() {
    return classifier != null;
  }

  /** Frees its native memory; it can be used again. */
  @Override
  public void close() {
    Classifier old = classifier;
    classifier = null;
    key = null;
    if (old != null) {
      old.close();
    }
  }
}
