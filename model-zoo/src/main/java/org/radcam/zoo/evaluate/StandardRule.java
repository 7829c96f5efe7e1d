package org.radcam.zoo.evaluate;

import org.radcam.stats.validation.ThresholdRule;

/** The thresholds of every report; a fixed list, so that none is chosen for its result. */
public enum StandardRule {
  /** Both errors weigh alike. */
  YOUDEN("youden"),
  /** To find most. */
  SENSITIVITY_90("sensitivity_0.90"),
  /** To rule out. */
  SENSITIVITY_95("sensitivity_0.95");

  private final String key;

  StandardRule(String key) {
    this.key = key;
  }

  /** What it is called in files. */
  public String key() {
    return key;
  }

  /** How the threshold is chosen. */
  public ThresholdRule rule() {
    return switch (this) {
      case YOUDEN -> new ThresholdRule.Youden();
      case SENSITIVITY_90 -> new ThresholdRule.SensitivityAtLeast(0.90);
      case SENSITIVITY_95 -> new ThresholdRule.SensitivityAtLeast(0.95);
    };
  }
}
