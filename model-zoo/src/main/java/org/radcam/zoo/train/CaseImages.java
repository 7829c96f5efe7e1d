package org.radcam.zoo.train;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.prepare.Preparation;

/**
 * Prepared images of cases, exactly as inference prepares them. As many as fit into a third of the
 * Java heap are kept, the others are read again each time. Safe from any thread.
 */
final class CaseImages {
  private final Preparation preparation;
  private final Size size;
  private final long most = Runtime.getRuntime().maxMemory() / 3;
  private final AtomicLong used = new AtomicLong();
  private final Map<String, float[]> kept = new ConcurrentHashMap<>();

  CaseImages(Preparation preparation, Size size) {
    this.preparation = preparation;
    this.size = size;
  }

  Size size() {
    return size;
  }

  /**
   * Values of the network's input, row by row. The array is shared: read only.
   *
   * @throws UserException that names the case whose image cannot be used
   */
  float[] of(TrainingCase one) {
    float[] values = kept.get(one.id());
    if (values != null) {
      return values;
    }
    values = prepare(one);
    long bytes = (long) Float.BYTES * values.length;
    if (used.addAndGet(bytes) <= most) {
      kept.put(one.id(), values);
    } else {
      used.addAndGet(-bytes);
    }
    return values;
  }

  private float[] prepare(TrainingCase one) {
    try {
      SourceImage image = ImageFiles.read(one.image());
      if (image.volume().size().slices() != 1) {
        throw new UserException(
            "The image of case '" + one.id() + "' is a stack; the trainer takes single images.");
      }
      Volume prepared = preparation.apply(image, Optional.empty()).volume();
      if (!prepared.size().equals(size)) {
        throw new IllegalStateException("Prepared to " + prepared.size() + ", not " + size);
      }
      return prepared.voxels();
    } catch (UnreadableImageException e) {
      throw new UserException(
          "The image of case '" + one.id() + "' cannot be read: " + e.getMessage(), e);
    }
  }
}
