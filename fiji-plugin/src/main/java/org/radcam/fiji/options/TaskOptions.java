package org.radcam.fiji.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Task;

/**
 * How the options of a task's command are called, in macros and as the Macro Recorder writes them.
 * They follow from the task's description; those that a task has no use for it does not have.
 */
public final class TaskOptions {
  public static final String IMAGE = "image";
  public static final String ROI = "roi";
  public static final String MASK = "mask";
  public static final String ROI_FILE = "roifile";
  public static final String LABEL = "label";
  public static final String ROI_SLICES = "roislices";
  public static final String LESIONS = "lesions";
  public static final String MODEL = "model";
  public static final String HEAT_MAP = "heatmap";
  public static final String METHOD = "method";
  public static final String STAGE = "stage";
  public static final String CONTRIBUTIONS = "contributions";
  public static final String DEVICE = "device";
  public static final String SLICES = "slices";
  public static final String ACCEPT_FRAMES = "acceptframes";
  public static final String OVERLAY = "overlay";
  public static final String OPACITY = "opacity";
  public static final String COLOURS = "colours";
  public static final String THRESHOLD = "threshold";
  public static final String HEAT_IMAGE = "heatimage";
  public static final String COMPOSITE = "composite";
  public static final String OUTPUT = "output";

  private TaskOptions() {}

  /** The option of an image role: its key in lower case, with _ for -. */
  public static String of(ImageRole role) {
    return role.key().toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Whether the task has one image role, so that the active image can be meant. */
  public static boolean takesOneImage(Task task) {
    return task.roles().size() == 1;
  }

  /** Whether a region of interest may be that of a lesion among several, through many slices. */
  public static boolean hasLesions(Task task) {
    return task.roi() == RoiPolicy.REQUIRED;
  }

  /** Whether a model may have several networks: those of a cascade, or one for each image. */
  public static boolean hasStages(Task task) {
    return !task.cascade().isEmpty() || !takesOneImage(task);
  }

  /** Whether the input may have several parts, of which each contributes to the answer. */
  public static boolean hasParts(Task task) {
    return task.roi() == RoiPolicy.REQUIRED || task.roles().size() + task.clinical().size() > 1;
  }

  /** Every option of a task's command, in the order of its dialog. */
  public static List<String> keys(Task task) {
    List<String> keys = new ArrayList<>();
    if (takesOneImage(task)) {
      keys.add(IMAGE);
    }
    task.roles().forEach(role -> keys.add(of(role)));
    keys.addAll(List.of(ROI, MASK, ROI_FILE, LABEL));
    if (hasLesions(task)) {
      keys.addAll(List.of(ROI_SLICES, LESIONS));
    }
    task.clinical().stream().map(ClinicalField::key).forEach(keys::add);
    keys.addAll(List.of(MODEL, HEAT_MAP, METHOD));
    if (hasStages(task)) {
      keys.add(STAGE);
    }
    if (hasParts(task)) {
      keys.add(CONTRIBUTIONS);
    }
    keys.add(DEVICE);
    if (task.takesSingleImages()) {
      keys.add(SLICES);
    }
    if (!takesOneImage(task)) {
      keys.add(ACCEPT_FRAMES);
    }
    keys.addAll(List.of(OVERLAY, OPACITY, COLOURS, THRESHOLD, HEAT_IMAGE, COMPOSITE, OUTPUT));
    return List.copyOf(keys);
  }
}
