package org.radcam.zoo.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.radcam.UserException;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.AtomicFiles;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Writes phantoms as a folder: an image for each case, the lesions' masks in {@code masks/} (255
 * inside), and {@code labels.csv} with the columns case, patient, image, label, mask, source. The
 * source, {@value #SOURCE} in every row, tells a training that these are no patients. Names do not
 * tell the label.
 */
public final class PhantomFolder {
  /** What the column {@code source} says of a synthetic case. */
  public static final String SOURCE = "phantom";

  private static final String LABELS = "labels.csv";

  private PhantomFolder() {}

  /**
   * Writes cases whose classes take turns in the task's order.
   *
   * @throws UserException if the folder has a {@code labels.csv} already
   */
  public static void write(PhantomGenerator generator, int count, long seed, Path folder)
      throws IOException {
    Path labels = folder.resolve(LABELS);
    if (Files.exists(labels)) {
      throw new UserException(labels + " exists already; choose another folder.");
    }
    Path masks = Files.createDirectories(folder.resolve("masks"));
    Task task = Tasks.get(generator.taskKey());
    List<ClassLabel> classes = task.classes();
    Draw seeds = new Draw(seed);
    StringBuilder table = new StringBuilder("case,patient,image,label,mask,source\n");
    for (int n = 0; n < count; n++) {
      Phantom phantom = generator.generate(seeds.seed(), classes.get(n % classes.size()).key());
      String name = String.format(Locale.ROOT, "phantom-%04d", n + 1);
      String file = name + ".png";
      SourceImage image = phantom.images().get(task.referenceRole().key());
      GreyPng.write(folder.resolve(file), image.volume());
      GreyPng.write(masks.resolve(file), mask(phantom));
      // Every phantom is a patient of its own.
      table.append(String.join(",", name, name, file, phantom.label(), "masks/" + file, SOURCE));
      table.append('\n');
    }
    AtomicFiles.writeString(labels, table.toString());
  }

  private static Volume mask(Phantom phantom) {
    Volume mask = Volume.filled(phantom.lesion().geometry(), 0);
    phantom.lesion().voxels().stream().forEach(voxel -> mask.voxels()[voxel] = 255);
    return mask;
  }
}
