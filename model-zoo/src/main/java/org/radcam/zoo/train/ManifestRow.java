package org.radcam.zoo.train;

import org.apache.commons.csv.CSVRecord;

/**
 * A row of a manifest.
 *
 * @param cells by the header's columns
 */
public record ManifestRow(CSVRecord cells) {
  /** As a spreadsheet numbers it: the header is row 1. */
  public long number() {
    return cells.getRecordNumber() + 1;
  }

  /** What a column says, without spaces around it; empty where there is no such column. */
  public String value(String column) {
    return cells.isSet(column) ? cells.get(column).strip() : "";
  }
}
