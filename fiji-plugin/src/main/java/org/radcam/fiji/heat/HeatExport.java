package org.radcam.fiji.heat;

import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.io.AtomicFiles;
import org.radcam.io.NiftiImages;

/** The values of heat maps as files. */
public final class HeatExport {
  private HeatExport() {}

  /**
   * Writes the raw values, in logit units, on the image's grid; NaN where no network looked.
   *
   * <ul>
   *   <li>{@code .nii.gz}, {@code .nii}: the maps that are shown. One file, or, where several
   *       lesions' maps share slices, one a lesion, with its name behind the file's. Such a file
   *       that is there already is replaced only if RadCAM wrote it.
   *   <li>{@code .tif}: what {@link HeatImage} makes, all stages and lesions.
   * </ul>
   *
   * @return the files, which are written whole or not at all, one by one
   * @throws UserException if a file cannot be written
   */
  public static List<Path> write(ImagePlus source, HeatMaps maps, Path file) {
    String name = file.getFileName().toString();
    try {
      if (name.toLowerCase(Locale.ROOT).matches(".*\\.tiff?")) {
        writeTiff(HeatImage.of(source, maps), file);
        return List.of(file);
      }
      return writeNifti(source, maps, file);
    } catch (IOException e) {
      throw new UserException("'" + file + "' cannot be written: " + e.getMessage(), e);
    }
  }

  private static List<Path> writeNifti(ImagePlus source, HeatMaps maps, Path file)
      throws IOException {
    List<HeatLayer> shown = maps.chosen().layers();
    HeatChannels channels = HeatChannels.of(shown, source.getStackSize());
    if (channels.channels().isEmpty()) {
      throw new UserException(
          "'" + source.getTitle() + "' has no heat map that could be written (option export).");
    }
    List<Path> files = new ArrayList<>();
    int count = channels.channels().size();
    for (int channel = 0; channel < count; channel++) {
      String subject = channels.channels().get(channel).get(0).subject();
      files.add(count == 1 ? file : named(file, subject, channel, files));
    }
    for (Path target : files) {
      if (!target.equals(file)) {
        checkOwn(target);
      }
    }
    for (int channel = 0; channel < count; channel++) {
      NiftiImages.write(files.get(channel), volume(source, channels, channel));
    }
    return files;
  }

  /** A name that the user did not choose, and was not asked about, may be another file's. */
  private static void checkOwn(Path target) throws IOException {
    if (Files.exists(target) && !NiftiImages.isOwn(target)) {
      throw new UserException(
          "'"
              + target
              + "' is there already and was not written by RadCAM. Several lesions get a file each:"
              + " choose another name, or move that file.");
    }
  }

  private static Path named(Path file, String subject, int channel, List<Path> taken) {
    String name = file.getFileName().toString();
    int end = name.toLowerCase(Locale.ROOT).lastIndexOf(".nii");
    String word = subject.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    String start = name.substring(0, end) + "-" + word;
    Path target = file.resolveSibling(start + name.substring(end));
    return taken.contains(target)
        ? file.resolveSibling(start + "-" + (channel + 1) + name.substring(end))
        : target;
  }

  private static Volume volume(ImagePlus source, HeatChannels channels, int channel) {
    Geometry grid = grid(source, channels.channels().get(channel).get(0));
    Volume volume = Volume.filled(grid, Float.NaN);
    int area = grid.size().columns() * grid.size().rows();
    for (int slice = 1; slice <= grid.size().slices(); slice++) {
      Optional<HeatLayer> heat = channels.at(channel, slice);
      if (heat.isPresent()) {
        float[] values = heat.get().values(slice);
        System.arraycopy(values, 0, volume.voxels(), (slice - 1) * area, area);
      }
    }
    return volume;
  }

  private static Geometry grid(ImagePlus source, HeatLayer heat) {
    Geometry own = heat.grid();
    if (own.size().slices() == source.getStackSize()) {
      return own;
    }
    try {
      return VolumeAdapter.grid(source);
    } catch (UserException e) {
      // Pictures that are no volume have no place; they lie one behind the other.
      Size size = new Size(source.getWidth(), source.getHeight(), source.getStackSize());
      return new Geometry(size, own.spacing(), own.origin(), own.direction(), own.unit());
    }
  }

  private static void writeTiff(ImagePlus image, Path file) throws IOException {
    AtomicFiles.writeFile(
        file,
        part -> {
          if (!new FileSaver(image).saveAsTiff(part.toString())) {
            throw new IOException("ImageJ could not save it");
          }
        });
  }
}
