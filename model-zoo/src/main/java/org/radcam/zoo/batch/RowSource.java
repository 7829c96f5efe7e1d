package org.radcam.zoo.batch;

import java.io.IOException;
import org.radcam.batch.CaseOrigin;
import org.radcam.batch.CaseSource;
import org.radcam.zoo.train.ManifestRow;

/** One row of a manifest. */
final class RowSource implements CaseSource {
  private final ManifestRow row;
  private final CaseOrigin origin;
  private final String folder;
  private final RowReader reader;

  RowSource(ManifestRow row, String name, String folder, RowReader reader) {
    this.row = row;
    this.origin =
        new CaseOrigin(
            name,
            row.value(ModelColumns.COLUMNS.patient()),
            row.value(ModelColumns.COLUMNS.label()));
    this.folder = folder;
    this.reader = reader;
  }

  @Override
  public CaseOrigin origin() {
    return origin;
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public Content open() throws IOException {
    return reader.open(row, origin, folder);
  }
}
