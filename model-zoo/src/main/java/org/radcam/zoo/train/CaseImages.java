package org.radcam.zoo.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Resampler;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.Digests;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;

/**
 * Prepared images of cases, exactly as inference prepares them. As many as fit into half of the
 * Java heap are kept, the others are read again each time. Safe from any thread.
 */
final class CaseImages {
  private final ModelCard card;
  private final CaseReader reader;
  private final ScaleCheck scales;
  private final long most = Runtime.getRuntime().maxMemory() / 2;
  private final AtomicLong used = new AtomicLong();
  private final boolean guided;
  private final Map<String, Scene> kept = new ConcurrentHashMap<>();

  /** Images alone. */
  CaseImages(ModelCard card) {
    this(card, false);
  }

  /**
   * @param card says what a case has and how it is prepared
   * @param guided whether lesions are wanted too
   */
  CaseImages(ModelCard card, boolean guided) {
    this.card = card;
    this.guided = guided;
    this.reader = new CaseReader(card);
    this.scales = new ScaleCheck(card);
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
    return scene(one).images();
  }

  /** The same with the lesion, on the grid of the prepared images, where lesions are wanted. */
  Scene scene(TrainingCase one) {
    Scene scene = kept.get(one.id());
    if (scene != null) {
      return scene;
    }
    scene = read(one);
    long arrays = (long) scene.images().size() + (scene.lesion().isPresent() ? 1 : 0);
    long bytes = arrays * Float.BYTES * size().voxels();
    if (used.addAndGet(bytes) <= most) {
      kept.put(one.id(), scene);
    } else {
      used.addAndGet(-bytes);
    }
    return scene;
  }

  /**
   * Digests of all that is seen of a case: its images as the networks take them, its lesion where
   * lesions are wanted; and where radiomics features are measured, its images and its region as
   * they are, with the size and place of their voxels.
   *
   * @throws UserException if the case cannot be used, or not together with those before
   */
  List<String> digests(TrainingCase one) {
    List<String> digests = new ArrayList<>();
    if (card.hasNetwork()) {
      Scene scene = scene(one);
      scene.images().forEach(values -> digests.add(Digests.sha256(values)));
      scene.lesion().ifPresent(values -> digests.add(Digests.sha256(values)));
    }
    if (card.features().stream().anyMatch(spec -> !spec.radiomics().isEmpty())) {
      Case subject = reader.read(one);
      scales.see(subject);
      subject.images().values().forEach(image -> digests.add(digest(image)));
      subject.roi().ifPresent(roi -> digests.add(Digests.sha256(roi.voxels().toByteArray())));
    }
    return digests;
  }

  /** Whether nothing told how the images of a case that was read lie to each other. */
  boolean assumed(TrainingCase one) {
    return reader.assumed(one);
  }

  /** Of everything about an image that a feature may depend on, not of its values alone. */
  private static String digest(SourceImage image) {
    Geometry grid = image.geometry();
    String told =
        Stream.of(
                grid.size(),
                grid.spacing(),
                grid.origin(),
                grid.direction(),
                grid.unit(),
                image.traits().rescaleSlope(),
                image.traits().rescaleIntercept(),
                image.traits().brightness(),
                image.placement().known())
            .map(String::valueOf)
            .collect(Collectors.joining("\n"));
    return Digests.sha256OfDigests(
        List.of(
            Digests.sha256(image.volume().voxels()),
            Digests.sha256(told.getBytes(StandardCharsets.UTF_8))));
  }

  private Scene read(TrainingCase one) {
    Case subject = reader.read(one);
    SourceImage reference = subject.images().get(card.referenceRole().key());
    // Read in any case: a broken mask must be known before the training, not after it.
    Optional<Mask> marked = reader.lesion(one, reference);
    // Whoever drew a region without saying more drew it around the lesion.
    Optional<Mask> lesion = guided ? marked.or(subject::roi) : Optional.empty();
    try {
      List<Volume> images = prepareVolumes(card, subject);
      checkGrids(images);
      return new Scene(
          images.stream().map(Volume::voxels).toList(),
          lesion.filter(mask -> !mask.isEmpty()).map(mask -> on(mask, images.get(0).geometry())));
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
    return prepareVolumes(card, subject).stream().map(Volume::voxels).toList();
  }

  /** Images that enter one network show the same place in the same voxel; with lesions, all do. */
  private void checkGrids(List<Volume> images) {
    for (Stage stage : card.stages()) {
      Optional<Geometry> first = Optional.empty();
      for (int n = 0; n < images.size(); n++) {
        if (guided || stage.roles().contains(card.inputs().get(n).role())) {
          Geometry own = images.get(n).geometry();
          if (first.isPresent() && !first.get().sameGridAs(own)) {
            throw new UserException(
                "after preparation the images do not show the same place. Begin the preparation of"
                    + " each with the step reference-grid, and crop them alike"
                    + (guided ? " (with guidance this holds for all stages)." : "."));
          }
          first = Optional.of(own);
        }
      }
    }
  }

  private static float[] on(Mask mask, Geometry prepared) {
    return Resampler.linear(CaseMasks.filled(mask), prepared, 0).voxels();
  }

  private static List<Volume> prepareVolumes(ModelCard card, Case subject) {
    Geometry reference = subject.images().get(card.referenceRole().key()).geometry();
    List<Volume> prepared = new ArrayList<>();
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
                + ". A stack needs a preparation that chooses a slice (roi-slice) or a 3D"
                + " network.");
      }
      for (float value : volume.voxels()) {
        if (!Float.isFinite(value)) {
          throw new UserException(
              "the values are too large to be prepared; the rescale slope is probably wrong.");
        }
      }
      prepared.add(volume);
    }
    return List.copyOf(prepared);
  }
}
