package org.radcam.model;

import java.util.List;
import java.util.Optional;

/**
 * Whose work a model is and under which terms it may be used.
 *
 * @param authors names of those who made it, at least one
 * @param licence SPDX identifier, for example {@code Apache-2.0}, or {@link #UNSPECIFIED}
 * @param citations what to cite when using it
 */
public record Credits(List<String> authors, String licence, List<Citation> citations) {
  /** The SPDX way to say that there is no licence that SPDX lists; cards then leave it out. */
  public static final String UNSPECIFIED = "LicenseRef-unspecified";

  public Credits {
    authors = List.copyOf(authors);
    citations = List.copyOf(citations);
    if (authors.isEmpty()) {
      throw new IllegalArgumentException("A model names at least one author");
    }
    boolean own = licence.startsWith("LicenseRef-") && !licence.equals(UNSPECIFIED);
    if (own || !licence.matches("[A-Za-z0-9.+-]+")) {
      throw new IllegalArgumentException(
          "A licence is an SPDX identifier such as Apache-2.0, or "
              + UNSPECIFIED
              + ", not '"
              + licence
              + "'");
    }
  }

  /**
   * A publication or data set.
   *
   * @param text how to cite it
   * @param doi its digital object identifier, without resolver
   * @param url its web address, where there is no DOI
   */
  public record Citation(String text, Optional<String> doi, Optional<String> url) {
    public Citation {
      if (doi.isEmpty() && url.isEmpty()) {
        throw new IllegalArgumentException("The citation '" + text + "' needs a doi or a url");
      }
    }
  }
}
