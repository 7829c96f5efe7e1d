package org.radcam.fiji;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.radcam.Progress;
import org.radcam.classify.Case;
import org.radcam.classify.CaseCheck;
import org.radcam.classify.ClassScore;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.Warning;
import org.radcam.fiji.heat.HeatImage;
import org.radcam.fiji.heat.HeatMaps;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.image.ImagePlusAdapter;
import org.radcam.fiji.image.RoiMask;
import org.radcam.fiji.image.SliceNames;
import org.radcam.fiji.options.ClassifySettings;
import org.radcam.fiji.result.ResultRows;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.model.ModelPackage;
import org.radcam.task.Task;

/**
 * Classifies the slices of an image with a model of one image role, and leaves the answers where an
 * ImageJ user looks for them: in the Results table, on the image, in the log.
 */
final class ImageClassification {
  /** Doubts so strong that a person is asked first; a macro gets them as warnings. */
  private static final Set<String> ASK_FIRST = Set.of("modality", "colour");

  private final ModelPackage model;
  private final ClassifySettings settings;
  private final ClassifierService classifiers;

  ImageClassification(
      ModelPackage model, ClassifySettings settings, ClassifierService classifiers) {
    this.model = model;
    this.settings = settings;
    this.classifiers = classifiers;
  }

  /**
   * Classifies an image.
   *
   * @return the heat map as an image of its own, if that was asked for and there is one
   * @throws org.radcam.UserException if the image or the model cannot be used
   * @throws java.util.concurrent.CancellationException if the user cancelled; slices that are done
   *     keep their rows and heat maps
   */
  Optional<ImagePlus> run(ImagePlus image, Progress progress) {
    Task task = model.card().task();
    List<Integer> slices = slices(image);
    progress.report(0, "Loading the model " + model.card().id());
    try (ClassifierService.Lease lease = classifiers.borrow(model, settings.device())) {
      if (!confirmed(task, ImagePlusAdapter.slice(image, slices.get(0)))) {
        return Optional.empty();
      }
      NavigableMap<Integer, HeatMap> maps = new TreeMap<>();
      List<String> warned = new ArrayList<>();
      String answer = "";
      try {
        for (int slice : slices) {
          progress.checkCancelled();
          progress.report(
              (double) maps.size() / slices.size(), "Classifying " + SliceNames.of(image, slice));
          SourceImage source = ImagePlusAdapter.slice(image, slice);
          Optional<Mask> roi = RoiMask.of(image, source.geometry());
          Case subject = Case.of(task.referenceRole().key(), source, roi);
          Result result = lease.classifier().classify(subject, settings.classify());
          ResultRows.add(image.getTitle(), slice, result);
          result.heatMap().ifPresent(map -> maps.put(slice, map));
          note(result, warned);
          answer = SliceNames.of(image, slice) + ": " + summary(result);
        }
        progress.report(1, answer);
      } finally {
        ResultRows.show();
        keep(image, maps);
      }
      return settings.heatImage()
          ? HeatMaps.of(image).filter(all -> !maps.isEmpty()).map(all -> HeatImage.of(image, all))
          : Optional.empty();
    }
  }

  private static String summary(Result result) {
    ClassScore predicted = result.predicted();
    return String.format(
        Locale.ROOT,
        "%s (%.2f) - %s",
        predicted.label().title(),
        predicted.probability(),
        result.standing().sentence());
  }

  private List<Integer> slices(ImagePlus image) {
    return settings.allSlices()
        ? IntStream.rangeClosed(1, image.getStackSize()).boxed().toList()
        : List.of(image.getCurrentSlice());
  }

  /** Asks before an answer that can hardly mean anything. */
  private static boolean confirmed(Task task, SourceImage image) {
    String doubts =
        CaseCheck.doubts(task.referenceRole(), image).stream()
            .filter(warning -> ASK_FIRST.contains(warning.code()))
            .map(Warning::message)
            .collect(Collectors.joining("\n"));
    return doubts.isEmpty()
        || Host.confirm(doubts + "\n \nThe answer will mean nothing. Classify it anyway?");
  }

  private void keep(ImagePlus image, NavigableMap<Integer, HeatMap> maps) {
    if (!maps.isEmpty()) {
      HeatMaps.of(image)
          .orElseGet(() -> new HeatMaps(new TreeMap<>(), settings.style(), true))
          .with(maps, settings.style(), settings.overlay())
          .putOn(image);
    }
  }

  /** Leaves warnings in the log; one that all slices share once. */
  private static void note(Result result, List<String> warned) {
    for (Warning warning : result.warnings()) {
      if (!warned.contains(warning.message())) {
        warned.add(warning.message());
        Host.note(result.caseId() + ": " + warning.message());
      }
    }
  }
}
