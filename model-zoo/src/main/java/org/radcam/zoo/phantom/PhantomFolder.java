package org.radcam.zoo.phantom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.radcam.UserException;
import org.radcam.image.ImageTraits;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.AtomicFiles;
import org.radcam.io.NiftiImages;
import org.radcam.task.ClassLabel;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Writes phantoms as a folder that {@code radcam train --data} reads as it is: the images of each
 * case (chest X-rays as PNG, all others as NIfTI), the lesions' masks in {@code masks/}, and {@code
 * labels.csv} with the columns of a manifest. The source, {@value #SOURCE} in every row, tells a
 * training that these are no patients. Names do not tell the label.
 *
 * <p>Files hold what an image says of itself in its values: volumes are in the modality's units (CT
 * in HU), and large values of an X-ray are bright. Where the task needs a region of interest, the
 * lesion's mask is it.
 */
public final class PhantomFolder {
  /** What the column {@code source} says of a synthetic case. */
  public static final String SOURCE = "phantom";

  private static final String LABELS = "labels.csv";

  private final PhantomGenerator generator;
  private final Task task;
  private final Path folder;

  private PhantomFolder(PhantomGenerator generator, Path folder) {
    this.generator = generator;
    this.task = Tasks.get(generator.taskKey());
    this.folder = folder;
  }

  /**
   * How many cases there are.
   *
   * @param all cases
   * @param validation of them the last but those of the test, for a training's early stopping
   * @param test of them the last, kept out of the training
   */
  public record Counts(int all, int validation, int test) {
    public Counts {
      if (validation < 0 || test < 0 || (long) validation + test >= all) {
        throw new UserException(
            "Of "
                + all
                + " cases "
                + validation
                + " are for validation and "
                + test
                + " for the test: at least one must be left to learn from.");
      }
    }

    /** Cases without a split. */
    public static Counts of(int all) {
      return new Counts(all, 0, 0);
    }

    private String split(int n) {
      return n >= all - test ? "test" : n >= all - test - validation ? "validation" : "train";
    }
  }

  /**
   * Writes cases whose classes take turns in the task's order.
   *
   * @throws UserException if the folder has a {@code labels.csv} already
   */
  public static void write(PhantomGenerator generator, Counts counts, long seed, Path folder)
      throws IOException {
    new PhantomFolder(generator, folder).write(counts, seed);
  }

  private void write(Counts counts, long seed) throws IOException {
    Path labels = folder.resolve(LABELS);
    if (Files.exists(labels)) {
      throw new UserException(labels + " exists already; choose another folder.");
    }
    Files.createDirectories(folder.resolve("masks"));
    boolean split = counts.validation() + counts.test() > 0;
    Draw draw = new Draw(seed);
    long[] seeds = IntStream.range(0, counts.all()).mapToLong(n -> draw.seed()).toArray();
    List<String> rows;
    try {
      rows =
          IntStream.range(0, counts.all())
              .parallel()
              .mapToObj(n -> row(n, seeds[n]) + (split ? "," + counts.split(n) : ""))
              .collect(Collectors.toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    rows.add(0, header() + (split ? ",split" : ""));
    AtomicFiles.writeString(labels, String.join("\n", rows) + "\n");
  }

  private String header() {
    List<String> columns = new ArrayList<>(List.of("case", "patient"));
    if (task.roles().size() == 1) {
      columns.add("image");
    } else {
      task.roles().forEach(role -> columns.add("image:" + role.key()));
    }
    columns.add("label");
    task.clinical().forEach(field -> columns.add(field.key()));
    if (task.roi() == RoiPolicy.REQUIRED) {
      columns.add("roi");
    }
    columns.add("mask");
    columns.add("source");
    return String.join(",", columns);
  }

  /** Writes a case's files. */
  private String row(int n, long seed) {
    List<ClassLabel> classes = task.classes();
    Phantom phantom = generator.generate(seed, classes.get(n % classes.size()).key());
    String name = String.format(Locale.ROOT, "phantom-%04d", n + 1);
    // Every phantom is a patient of its own.
    List<String> cells = new ArrayList<>(List.of(name, name));
    try {
      for (ImageRole role : task.roles()) {
        String own = task.roles().size() == 1 ? name : name + "-" + role.key();
        cells.add(image(own, stored(phantom.images().get(role.key()))));
      }
      cells.add(phantom.label());
      for (ClinicalField field : task.clinical()) {
        cells.add(phantom.clinical().getOrDefault(field.key(), ""));
      }
      String mask = mask("masks/" + name, phantom);
      if (task.roi() == RoiPolicy.REQUIRED) {
        cells.add(mask);
      }
      cells.add(mask);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cells.add(SOURCE);
    return String.join(",", cells);
  }

  /** What a format without these notes would say: modality units, large values bright. */
  private static Volume stored(SourceImage image) {
    ImageTraits traits = image.traits();
    Volume volume = image.volume();
    boolean inverted = traits.brightness() == ImageTraits.Brightness.LARGE_IS_DARK;
    float high = volume.range().high();
    float[] values = volume.voxels().clone();
    for (int n = 0; n < values.length; n++) {
      values[n] =
          inverted
              ? high - values[n]
              : (float) (values[n] * traits.rescaleSlope() + traits.rescaleIntercept());
    }
    return new Volume(volume.geometry(), values);
  }

  /**
   * Pictures are what most people have, but readers doubt the pixel size of a PNG, and around a
   * region of interest it matters.
   */
  private boolean asPicture() {
    return task.takesSingleImages();
  }

  private String image(String name, Volume volume) throws IOException {
    if (asPicture()) {
      GreyPng.write(folder.resolve(name + ".png"), volume);
      return name + ".png";
    }
    NiftiImages.write(folder.resolve(name + ".nii.gz"), volume);
    return name + ".nii.gz";
  }

  private String mask(String name, Phantom phantom) throws IOException {
    if (!asPicture()) {
      NiftiImages.write(folder.resolve(name + ".nii.gz"), phantom.lesion());
      return name + ".nii.gz";
    }
    Volume mask = Volume.filled(phantom.lesion().geometry(), 0);
    phantom.lesion().voxels().stream().forEach(voxel -> mask.voxels()[voxel] = 255);
    GreyPng.write(folder.resolve(name + ".png"), mask);
    return name + ".png";
  }
}
