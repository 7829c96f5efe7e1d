package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;

/**
 * Prepared images of cases, exactly as inference prepares them. As many as fit into half of the
 * Java heap are kept, the others are read again each time. Safe from any thread.
 */
final class CaseImages {
  private final ModelCard card;
  private final CaseReader reader;
  private final long most = Runtime.getRuntime().maxMemory() / 2;
  private final AtomicLong used = new AtomicLong();
  private final Map<String, List<float[]>> kept = new ConcurrentHashMap<>();

  /**
   * @param card says what a case has and how it is prepared
   */
  CaseImages(ModelCard card) {
    this.card = card;
    this.reader = new CaseReader(card);
  }

  /** Size of every prepared image. */
  Size size() {
    return card.inputSize();
  }

  /** Role of each prepared image. */
  List<String> roles() {
    return card.inputs().stream().map(InputSpec::role).toList();
  }

  /**
   * Values of the card's inputs, in their order, each slice by slice and row by row. The arrays are
   * shared: read only.
   *
   * @throws UserException that names the case whose image cannot be used
   */
  List<float[]> of(TrainingCase one) {
    List<float[]> images = kept.get(one.id());
    if (images != null) {
      return images;
    }
    images = read(one);
    long bytes = (long) Float.BYTES * images.size() * size().voxels();
    if (used.addAndGet(bytes) <= most) {
      kept.put(one.id(), images);
    } else {
      used.addAndGet(-bytes);
    }
    return images;
  }

  private List<float[]> read(TrainingCase one) {
    Case subject = reader.read(one);
    try {
      return prepare(card, subject);
    } catch (UserException e) {
      throw new UserException("Case '" + one.id() + "': " + e.getMessage(), e);
    }
  }

  /**
   * Prepares the images of a case.
   *
   * @throws UserException if an image cannot be prepared
   */
  static List<float[]> prepare(ModelCard card, Case subject) {
    Geometry reference = subject.images().get(card.referenceRole().key()).geometry();
    List<float[]> prepared = new ArrayList<>();
    for (InputSpec input : card.inputs()) {
      Volume volume =
          input
              .preparation()
              .apply(subject.images().get(input.role()), subject.roi(), reference)
              .volume();
      if (!volume.size().equals(card.inputSize())) {
        throw new UserException(
            "the image is "
                + volume.size()
                + " after preparation, but the network takes "
                + card.inputSize()
                + ". A stack needs a preparation that chooses a slice (roi-slice) or a 3D network.");
      }
      for (float value : volume.voxels()) {
        if (!Float.isFinite(value)) {
          throw new UserException(
              "the values are too large to be prepared; the rescale slope is probably wrong.");
        }
      }
      prepared.add(volume.voxels());
    }
    return List.copyOf(prepared);
  }
}
