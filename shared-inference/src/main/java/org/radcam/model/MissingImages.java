package org.radcam.model;

import java.util.Locale;

/** What a model of several images does with a case that lacks some of them. */
public enum MissingImages {
  /** Refuses it. */
  REFUSE,
  /** Answers from the mean over the others, with a warning; at least one must be there. */
  REST;

  /** The word in cards and recipes. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
