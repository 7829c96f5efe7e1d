package org.radcam.fiji.host;

import org.radcam.classify.Classifier;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelPackage;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Keeps the last used model loaded, so that the next image does not wait for it.
 *
 * <p>One model at a time: an ImageJ user looks at one question, and a large network takes hundreds
 * of megabytes. A model that is still in use when another is asked for is closed by its last user.
 */
@Plugin(type = Service.class)
public final class ClassifierService extends AbstractService implements SciJavaService {
  private Loaded current;

  /**
   * Borrows the classifier of a model.
   *
   * @throws org.radcam.UserException if it cannot be loaded
   */
  public synchronized Lease borrow(ModelPackage model, DeviceChoice device) {
    Key key = new Key(model.location(), model.card().fingerprint(), device);
    if (current == null || !current.key.equals(key)) {
      Loaded loaded = new Loaded(key, Classifier.open(model, device));
      retire();
      current = loaded;
    }
    current.users++;
    return new Lease(this, current);
  }

  private synchronized void giveBack(Loaded loaded) {
    loaded.users--;
    if (loaded.retired && loaded.users == 0) {
      loaded.classifier.close();
    }
  }

  private void retire() {
    if (current != null) {
      current.retired = true;
      if (current.users == 0) {
        current.classifier.close();
      }
      current = null;
    }
  }

  @Override
  public synchronized void dispose() {
    retire();
  }

  private record Key(String location, String card, DeviceChoice device) {}

  private static final class Loaded {
    private final Key key;
    private final Classifier classifier;
    private int users;
    private boolean retired;

    Loaded(Key key, Classifier classifier) {
      this.key = key;
      this.classifier = classifier;
    }
  }

  /** The right to use a classifier until it is closed. */
  public static final class Lease implements AutoCloseable {
    private final ClassifierService owner;
    private final Loaded loaded;
    private boolean open = true;

    private Lease(ClassifierService owner, Loaded loaded) {
      this.owner = owner;
      this.loaded = loaded;
    }

    public Classifier classifier() {
      return loaded.classifier;
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        owner.giveBack(loaded);
      }
    }
  }
}
