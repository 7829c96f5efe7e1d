package org.radcam.batch;

/**
 * What a table says of a case beside the model's answer.
 *
 * @param name of the case
 * @param patient whose it is, under any pseudonym; empty where nothing says so
 * @param label key of the true class; empty where it is not known
 */
public record CaseOrigin(String name, String patient, String label) {
  static CaseOrigin of(String name) {
    return new CaseOrigin(name, "", "");
  }
}
