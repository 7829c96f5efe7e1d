package org.radcam.fiji;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.fiji.image.VolumeImage;
import org.radcam.io.DicomSeries;
import org.radcam.io.SeriesFolder;
import org.radcam.io.UnreadableImageException;

/** A folder of DICOM images, one or several series, as the user chooses among them. */
final class VolumeFolder {
  private final Path folder;
  private final SeriesFolder content;
  private final List<DicomSeries> series;

  VolumeFolder(Path folder) throws UnreadableImageException {
    this.folder = folder;
    this.content = SeriesFolder.open(folder);
    this.series = content.list();
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
   * Opens a series.
   *
   * @param typed its number or its UID; empty for the only one
   * @throws UserException listing the series, where it is none of them or has to be chosen
   */
  ImagePlus open(Optional<String> typed) throws UnreadableImageException {
    String uid = uid(typed);
    return VolumeImage.of(content.image(uid), content.headerWords(uid));
  }

  private String uid(Optional<String> typed) {
    if (typed.isEmpty() && hasSeveral()) {
      throw refused("The folder '" + folder.getFileName() + "' holds several series");
    }
    String word = typed.orElse("1");
    for (int n = 0; n < series.size(); n++) {
      String uid = series.get(n).uid();
      if (word.equals(String.valueOf(n + 1)) || word.equals(uid)) {
        return uid;
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
