package org.radcam.fiji;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcam.UserException;
import org.radcam.batch.ResultFolder;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.Result;
import org.radcam.fiji.options.TaskSettings;
import org.radcam.image.SourceImage;
import org.radcam.io.Digests;
import org.radcam.render.HeatStyle;

/** The files that a run leaves, where the user named a folder for them. */
final class FilesLeft {
  private final Optional<ResultFolder> folder;
  private final HeatStyle style;

  private FilesLeft(Optional<ResultFolder> folder, HeatStyle style) {
    this.folder = folder;
    this.style = style;
  }

  /**
   * Opens the folder, if one was named.
   *
   * @throws UserException if it cannot be used
   */
  static FilesLeft of(TaskSettings settings, Classifier classifier) {
    try {
      return new FilesLeft(
          settings.output().isPresent()
              ? Optional.of(ResultFolder.open(settings.output().get(), classifier))
              : Optional.empty(),
          settings.look().style());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Takes away what an earlier run left of the same images.
   *
   * @throws UserException if the folder holds results of other images with their names
   */
  void begin(List<PlannedCase> cases) {
    if (folder.isPresent()) {
      try {
        folder.get().begin(digests(cases));
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  private static Map<String, String> digests(List<PlannedCase> cases) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (PlannedCase one : cases) {
      if (!digests.containsKey(one.image())) {
        digest(one).ifPresent(digest -> digests.put(one.image(), digest));
      }
    }
    return digests;
  }

  /** Of the reference image; without images, of the clinical values. */
  private static Optional<String> digest(PlannedCase one) {
    try {
      Case subject = one.inputs().get();
      Optional<SourceImage> reference = subject.images().values().stream().findFirst();
      String clinical = new TreeMap<>(subject.clinical()).toString();
      return Optional.of(
          reference.isPresent()
              ? Digests.sha256(reference.get().volume().voxels())
              : Digests.sha256(clinical.getBytes(StandardCharsets.UTF_8)));
    } catch (UserException e) {
      // It will be a row with that reason, in place of an earlier one.
      return Optional.empty();
    }
  }

  /**
   * Writes a case that has an answer.
   *
   * @param start when it was begun, by {@link System#nanoTime}
   */
  void add(PlannedCase one, Case subject, Result result, long start) {
    if (folder.isPresent()) {
      try {
        folder.get().add(name(one), subject, result, seconds(start), style);
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  /** Writes the row of a case that has none. */
  void addFailed(PlannedCase one, String reason, long start) {
    if (folder.isPresent()) {
      try {
        folder.get().addFailed(name(one), seconds(start), reason);
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  private static ResultFolder.Name name(PlannedCase one) {
    return new ResultFolder.Name(one.image(), one.part().orElse(""));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static UserException failure(IOException e) {
    return new UserException("The results could not be written: " + e.getMessage(), e);
  }
}
