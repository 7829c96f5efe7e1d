package org.radcam.fiji;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.classify.ClinicalValues;
import org.radcam.fiji.host.DialogItems;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.host.Models;
import org.radcam.fiji.host.OpenImages;
import org.radcam.fiji.image.ClinicalHeaders;
import org.radcam.fiji.image.RoleGuess;
import org.radcam.fiji.options.LookSettings;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.RegionSettings;
import org.radcam.fiji.options.TaskOptions;
import org.radcam.fiji.options.Words;
import org.radcam.model.ClinicalInput;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.radcam.task.ClassLabel;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.scijava.module.MutableModuleInfo;

/**
 * The dialog of a task's command, made from the task's description: images, region, clinical
 * values, model, then what is shown. Its inputs have the names of the macro options.
 */
final class TaskDialog {
  /** Says which image is meant, where there is no choice. */
  static final String SHOWN = "shown";

  /** Says what the chosen model is and takes. */
  static final String NOTE = "note";

  private final Task task;

  TaskDialog(Task task) {
    this.task = task;
  }

  /**
   * Declares the inputs.
   *
   * @param model the command's method that is called when another model is chosen
   * @param image the one that is called when another image is chosen
   */
  void declare(MutableModuleInfo info, String model, String image) {
    DialogItems items = new DialogItems(info);
    declareImages(items, image);
    declareRegion(items);
    task.clinical().forEach(field -> declare(items, field));
    items.choice(
        TaskOptions.MODEL,
        "Model",
        "Which model answers; ./radcam zoo list tells more of each",
        List.of(),
        Optional.of(model));
    items.message(NOTE);
    declareExplanation(items);
    declareLook(items);
  }

  private void declareImages(DialogItems items, String callback) {
    if (TaskOptions.takesOneImage(task)) {
      items.message(SHOWN);
      return;
    }
    for (ImageRole role : task.roles()) {
      items.choice(
          TaskOptions.of(role),
          role.title(),
          "Which open image is the " + role.key(),
          List.of(Words.NOBODY),
          Optional.of(callback));
    }
  }

  private void declareRegion(DialogItems items) {
    items.choice(
        TaskOptions.ROI,
        "Region of interest",
        TaskOptions.hasLesions(task)
            ? "auto: the mask or file below, else the selection, else the overlay, else the ROI"
                + " Manager"
            : "auto: the mask or file below, else the selection, if there is one",
        RegionSettings.sources());
    items.choice(
        TaskOptions.MASK,
        "Mask image",
        "An open image that is 0 outside the region",
        List.of(Words.NOBODY));
    items.file(TaskOptions.ROI_FILE, "Region file", "ImageJ's .roi or .zip, or a mask image");
    items.text(
        TaskOptions.LABEL,
        "Label of the mask",
        "Of a mask with several values, or a DICOM file with several regions: the number or name"
            + " that is meant; otherwise all",
        Words.ALL);
    if (TaskOptions.hasLesions(task)) {
      items.text(
          TaskOptions.ROI_SLICES,
          "Selection counts on slices",
          "current, all, or for example 3-9",
          Words.CURRENT);
      items.choice(
          TaskOptions.LESIONS,
          "Lesions",
          "one: all regions together; each: every region, or separate part of a mask, by itself",
          RegionSettings.LESIONS);
    }
  }

  private static void declare(DialogItems items, ClinicalField field) {
    if (field.choices().isEmpty()) {
      items.text(
          field.key(),
          field.title(),
          ClinicalValues.accepted(field) + ", or " + ClinicalInput.UNKNOWN,
          ClinicalInput.UNKNOWN);
      return;
    }
    List<String> words = new ArrayList<>(List.of(ClinicalInput.UNKNOWN));
    words.addAll(field.choices());
    items.choice(field.key(), field.title(), "", words);
  }

  private void declareExplanation(DialogItems items) {
    List<String> explained = new ArrayList<>(List.of(Words.PREDICTED));
    task.classes().stream().map(ClassLabel::key).forEach(explained::add);
    explained.add(Words.NONE);
    items.choice(
        TaskOptions.HEAT_MAP,
        "Heat map of",
        "The class whose evidence the heat map shows",
        explained);
    items.choice(TaskOptions.METHOD, "Method", "How the heat map is made", Words.methods());
    if (TaskOptions.hasStages(task)) {
      items.choice(
          TaskOptions.STAGE,
          "Heat map of stage",
          "The stage whose heat map is shown; Heat Map... shows the others",
          LookSettings.stages(task));
    }
    if (TaskOptions.hasParts(task)) {
      items.flag(
          TaskOptions.CONTRIBUTIONS,
          "What each input contributes",
          "Columns c_...; may need a further run of the model for each input",
          true);
    }
    items.choice(
        TaskOptions.DEVICE,
        "Device",
        "auto: the graphics card where there is one, else the processor",
        Words.DEVICES);
    if (task.takesSingleImages()) {
      items.choice(
          TaskOptions.SLICES,
          "Slices of a stack",
          "Every slice is an image of its own",
          Words.SLICES);
    }
  }

  /** Adds what the user said when asked, so that the recorded line says it, too. */
  static void declareAcceptedFrames(MutableModuleInfo info) {
    new DialogItems(info)
        .flag(
            TaskOptions.ACCEPT_FRAMES,
            "Images of differing examinations fit",
            "Take images as they lie although their frames of reference differ",
            true);
  }

  private static void declareLook(DialogItems items) {
    HeatStyle usual = HeatStyle.DEFAULT;
    items.flag(TaskOptions.OVERLAY, "Show the heat map on the image", "", true);
    items.share(TaskOptions.OPACITY, "Opacity", "", usual.opacity());
    List<String> colours = new ArrayList<>(List.of(usual.colours().title()));
    ColourMap.titles().stream().filter(title -> !colours.contains(title)).forEach(colours::add);
    items.choice(TaskOptions.COLOURS, "Colours", "", colours);
    items.share(
        TaskOptions.THRESHOLD,
        "Threshold",
        "Heat below this share of the maximum is not shown",
        usual.threshold());
    items.flag(
        TaskOptions.HEAT_IMAGE,
        "Heat map as a 32-bit image",
        "The values as they are, in logit units",
        false);
    items.flag(
        TaskOptions.COMPOSITE, "Image and heat as a composite", "Two channels, 32 bit", false);
    items.folder(
        TaskOptions.OUTPUT,
        "Folder for results",
        "Table, JSON, heat maps and pictures as files; empty for none");
  }

  /**
   * Fills in what fits the open images.
   *
   * @param active the active image
   * @return what to begin with, by input
   */
  Map<String, String> begin(Inputs inputs, Models models, Optional<ImagePlus> active) {
    List<ImagePlus> open = OpenImages.all();
    List<String> words = new ArrayList<>(List.of(Words.NOBODY));
    open.forEach(image -> words.add(OpenImages.word(image, open)));
    Map<String, String> begin = new LinkedHashMap<>();
    Optional<ImagePlus> reference = active;
    if (TaskOptions.takesOneImage(task)) {
      active.ifPresent(
          image ->
              begin.put(SHOWN, Html.line(task.referenceRole().title() + ": ", image.getTitle())));
    } else {
      Map<String, ImagePlus> guessed = RoleGuess.guess(task, open);
      for (ImageRole role : task.roles()) {
        inputs.choices(TaskOptions.of(role), words);
        ImagePlus image = guessed.get(role.key());
        begin.put(
            TaskOptions.of(role), image == null ? Words.NOBODY : OpenImages.word(image, open));
      }
      reference = guessed.values().stream().findFirst();
    }
    inputs.choices(TaskOptions.MASK, words);
    reference.ifPresent(image -> begin.putAll(ClinicalHeaders.values(task, image)));
    List<String> ids = models.ids();
    inputs.choices(TaskOptions.MODEL, ids);
    if (!ids.isEmpty()) {
      begin.put(TaskOptions.MODEL, ids.get(0));
    }
    return begin;
  }

  /**
   * The clinical values in the header of the image that is chosen for the first role that has one.
   */
  Map<String, String> ofHeader(Inputs inputs) {
    for (ImageRole role : task.roles()) {
      Optional<String> word =
          inputs.text(TaskOptions.of(role)).filter(chosen -> !chosen.equals(Words.NOBODY));
      if (word.isPresent()) {
        return OpenImages.find(word.get())
            .map(image -> ClinicalHeaders.values(task, image))
            .orElse(Map.of());
      }
    }
    return Map.of();
  }

  /** What is typed in, as a macro would say it. */
  OptionText typed(Inputs inputs) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String key : TaskOptions.keys(task)) {
      if (!key.equals(TaskOptions.IMAGE)) {
        inputs.text(key).ifPresent(value -> typed.put(key, value));
      }
    }
    return OptionText.of(typed);
  }
}
