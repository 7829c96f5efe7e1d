package org.radcam.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcam.UserException;
import org.radcam.config.YamlSection;

/**
 * Reads a preparation from a card: a list of steps, each with its key under {@code step} and its
 * parameters beside it. An unknown step or parameter is an error that names the line.
 */
public final class PreparationReader {
  private static final List<String> KEYS =
      List.of(
          ModalityUnits.KEY,
          Photometric.KEY,
          Window.KEY,
          PercentileRange.KEY,
          ZScore.KEY,
          Normalise.KEY,
          Resample.KEY,
          ReferenceGrid.KEY,
          RoiSlice.KEY,
          RoiCrop.KEY,
          RoiBlock.KEY,
          Resize.KEY);

  private PreparationReader() {}

  /** Reads the steps under {@code key} of a section. */
  public static Preparation read(YamlSection section, String key) {
    List<PreparationStep> steps = new ArrayList<>();
    for (YamlSection step : section.sections(key)) {
      try {
        steps.add(step(step));
      } catch (IllegalArgumentException e) {
        throw (UserException) step.error(e.getMessage()).initCause(e);
      }
    }
    return new Preparation(steps);
  }

  private static PreparationStep step(YamlSection yaml) {
    switch (yaml.choice("step", KEYS)) {
      case ModalityUnits.KEY -> {
        yaml.allowOnly("step");
        return new ModalityUnits();
      }
      case Photometric.KEY -> {
        yaml.allowOnly("step");
        return new Photometric();
      }
      case Window.KEY -> {
        yaml.allowOnly("step", "centre", "width");
        return new Window(yaml.number("centre"), yaml.number("width"));
      }
      case PercentileRange.KEY -> {
        yaml.allowOnly("step", "low", "high");
        return new PercentileRange(yaml.number("low"), yaml.number("high"));
      }
      case ZScore.KEY -> {
        yaml.allowOnly("step", "foreground");
        return new ZScore(yaml.number("foreground", 0));
      }
      case Normalise.KEY -> {
        yaml.allowOnly("step", "mean", "std");
        return new Normalise(yaml.number("mean"), yaml.number("std"));
      }
      case Resample.KEY -> {
        yaml.allowOnly("step", "i", "j", "k");
        return new Resample(yaml.number("i", 0), yaml.number("j", 0), yaml.number("k", 0));
      }
      case ReferenceGrid.KEY -> {
        yaml.allowOnly("step");
        return new ReferenceGrid();
      }
      case RoiSlice.KEY -> {
        yaml.allowOnly("step");
        return new RoiSlice();
      }
      case RoiBlock.KEY -> {
        yaml.allowOnly("step", "widthMm", "heightMm", "depthMm");
        return new RoiBlock(
            yaml.number("widthMm"), yaml.number("heightMm"), yaml.number("depthMm"));
      }
      case RoiCrop.KEY -> {
        yaml.allowOnly("step", "marginMm");
        return new RoiCrop(yaml.number("marginMm"));
      }
      case Resize.KEY -> {
        yaml.allowOnly("step", "columns", "rows", "slices", "aspect");
        String aspect = yaml.choice("aspect", List.of("stretch", "fit"));
        return new Resize(
            yaml.integer("columns"),
            yaml.integer("rows"),
            yaml.integer("slices", 0),
            Resize.Aspect.valueOf(aspect.toUpperCase(Locale.ROOT)));
      }
      default -> throw new AssertionError("every key of KEYS has its case");
    }
  }
}
