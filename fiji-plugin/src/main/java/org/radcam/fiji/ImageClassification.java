package org.radcam.fiji;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.radcam.Progress;
import org.radcam.classify.Case;
import org.radcam.classify.ClassScore;
import org.radcam.classify.Result;
import org.radcam.classify.Warning;
import org.radcam.fiji.heat.HeatImage;
import org.radcam.fiji.heat.HeatLayer;
import org.radcam.fiji.heat.HeatLook;
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
  private final ModelPackage model;
  private final ClassifySettings settings;
  private final ClassifierService classifiers;
  private final Predicate<String> confirm;

  /**
   * @param confirm asks the user a question; yes is true
   */
  ImageClassification(
      ModelPackage model,
      ClassifySettings settings,
      ClassifierService classifiers,
      Predicate<String> confirm) {
    this.model = model;
    this.settings = settings;
    this.classifiers = classifiers;
    this.confirm = confirm;
  }

  /**
   * What there is beside the table and the overlay.
   *
   * @param heatImage the heat maps of this run as an image of its own, if that was asked for and
   *     there are any
   * @param warnings those that the user was not asked about, each once, with the slice's name
   */
  record Outcome(Optional<ImagePlus> heatImage, List<String> warnings) {}

  /**
   * Classifies an image.
   *
   * @throws org.radcam.UserException if the image or the model cannot be used
   * @throws CancellationException if the user cancelled, or said no when asked; slices that are
   *     done keep their rows and heat maps
   */
  Outcome run(ImagePlus image, Progress progress) {
    Task task = model.card().task();
    List<Integer> slices = slices(image);
    progress.report(0, "Loading the model " + model.card().id());
    try (ClassifierService.Lease lease = classifiers.borrow(model, settings.device())) {
      Set<Warning> asked = Doubts.toAskAbout(task.referenceRole(), image, slices);
      if (!confirmed(asked)) {
        throw new CancellationException();
      }
      List<HeatLayer> maps = new ArrayList<>();
      Map<String, String> warned = new LinkedHashMap<>();
      int done = 0;
      String answer = "";
      try {
        for (int slice : slices) {
          progress.checkCancelled();
          progress.report(
              (double) done / slices.size(), "Classifying " + SliceNames.of(image, slice));
          SourceImage source = ImagePlusAdapter.slice(image, slice);
          Optional<Mask> roi = RoiMask.of(image, source.geometry());
          Case subject = Case.of(task.referenceRole().key(), source, roi);
          Result result = lease.classifier().classify(subject, settings.classify());
          ResultRows.add(image.getTitle(), slice, result);
          maps.addAll(HeatLayer.of(result, "", task.referenceRole().key(), slice));
          note(result, warned);
          done++;
          answer = SliceNames.of(image, slice) + ": " + summary(result);
        }
        progress.report(1, answer);
      } finally {
        ResultRows.show();
        keep(image, maps);
      }
      asked.forEach(warning -> warned.remove(warning.message()));
      return new Outcome(heatImage(image, maps), List.copyOf(warned.values()));
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
  private boolean confirmed(Set<Warning> doubts) {
    String text = doubts.stream().map(Warning::message).collect(Collectors.joining("\n"));
    return text.isEmpty()
        || confirm.test(text + "\n \nThe answer will mean nothing. Classify it anyway?");
  }

  /** Of this run only: maps that an earlier one left may be those of another model or class. */
  private Optional<ImagePlus> heatImage(ImagePlus image, List<HeatLayer> maps) {
    return settings.heatImage() && !maps.isEmpty()
        ? Optional.of(HeatImage.of(image, HeatMaps.of(maps, look())))
        : Optional.empty();
  }

  private HeatLook look() {
    return new HeatLook(settings.style(), settings.overlay());
  }

  private void keep(ImagePlus image, List<HeatLayer> maps) {
    Set<String> removed = new LinkedHashSet<>(HeatMaps.dropStale(image));
    maps.forEach(map -> removed.remove(SliceNames.of(image, map.firstSlice())));
    if (!maps.isEmpty()) {
      removed.addAll(HeatMaps.add(image, maps, look()));
    }
    removed.forEach(name -> Host.note(name + " was changed since; its heat map has been removed."));
  }

  /** Leaves warnings in the log; one that all slices share once. */
  private static void note(Result result, Map<String, String> warned) {
    for (Warning warning : result.warnings()) {
      String line = result.caseId() + ": " + warning.message();
      if (warned.putIfAbsent(warning.message(), line) == null) {
        Host.note(line);
      }
    }
  }
}
