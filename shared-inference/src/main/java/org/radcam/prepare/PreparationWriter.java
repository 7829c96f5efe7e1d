package org.radcam.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a preparation as {@link PreparationReader} reads it: a list of steps, each with its key
 * under {@code step} and its parameters beside it.
 */
public final class PreparationWriter {
  private PreparationWriter() {}

  /** The steps as plain YAML values. */
  public static List<Map<String, Object>> write(Preparation preparation) {
    return preparation.steps().stream().map(PreparationWriter::step).toList();
  }

  private static Map<String, Object> step(PreparationStep step) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("step", step.key());
    if (step instanceof Window window) {
      yaml.put("centre", window.centre());
      yaml.put("width", window.width());
    } else if (step instanceof PercentileRange range) {
      yaml.put("low", range.low());
      yaml.put("high", range.high());
    } else if (step instanceof Normalise normalise) {
      yaml.put("mean", normalise.mean());
      yaml.put("std", normalise.std());
    } else if (step instanceof ZScore score && score.foreground() > 0) {
      yaml.put("foreground", score.foreground());
    } else if (step instanceof Resample resample) {
      yaml.put("i", resample.i());
      yaml.put("j", resample.j());
      yaml.put("k", resample.k());
    } else if (step instanceof RoiBlock block) {
      yaml.put("widthMm", block.widthMm());
      yaml.put("heightMm", block.heightMm());
      yaml.put("depthMm", block.depthMm());
    } else if (step instanceof RoiCrop crop) {
      yaml.put("marginMm", crop.marginMm());
    } else if (step instanceof Resize resize) {
      yaml.put("columns", resize.columns());
      yaml.put("rows", resize.rows());
      if (resize.slices() > 0) {
        yaml.put("slices", resize.slices());
      }
      yaml.put("aspect", resize.aspect().name().toLowerCase(Locale.ROOT));
    }
    return yaml;
  }
}
