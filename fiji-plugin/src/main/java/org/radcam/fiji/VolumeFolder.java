package org.radcam.fiji;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.SourceImage;
import org.radcam.io.DicomSeries;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;

/** A folder of DICOM images, one or several series, as the user chooses among them. */
final class VolumeFolder {
  private final Path folder;
  private final List<DicomSeries> series;

  VolumeFolder(Path folder) throws UnreadableImageException {
    this.folder = folder;
    this.series = ImageFiles.series(folder);
  }

  boolean hasSeveral() {
    return series.size() > 1;
  }

  /** A line for each series, which begins with its number. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (DicomSeries one : series) {
      lines.add(
          (lines.size() + 1)
              + ": "
              + (one.modality().isEmpty() ? "unknown modality" : one.modality())
              + ", images: "
              + one.images()
              + ", UID "
              + (one.uid().isEmpty() ? "absent" : one.uid()));
    }
    return lines;
  }

  /**
   * Reads a series.
   *
   * @param typed its number, its line or its UID; empty for the only one
   * @throws UserException listing the series, where it is none of them or has to be chosen
   */
  SourceImage read(Optional<String> typed) throws UnreadableImageException {
    if (typed.isEmpty() && hasSeveral()) {
      throw refused("The folder '" + folder.getFileName() + "' holds several series");
    }
    if (typed.isEmpty()) {
      return ImageFiles.read(folder);
    }
    String word = typed.get();
    List<String> lines = lines();
    for (int n = 0; n < series.size(); n++) {
      if (word.equals(String.valueOf(n + 1))
          || word.equals(series.get(n).uid())
          || word.equals(lines.get(n))) {
        return ImageFiles.readSeries(folder, series.get(n).uid());
      }
    }
    throw refused("The folder '" + folder.getFileName() + "' holds no series '" + word + "'");
  }

  private UserException refused(String what) {
    return new UserException(
        what
            + ". Choose one by its number or its UID (option series):\n"
            + String.join("\n", lines()));
  }
}
