package org.radcam.batch;

import java.util.List;
import java.util.Optional;
import org.radcam.classify.Result;

/** Columns of {@code results.csv} after those that every batch has. */
interface BatchColumns {
  /** No further columns; the name of a case is its folder. */
  BatchColumns NONE =
      new BatchColumns() {
        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public List<String> cells(CaseOrigin origin, String lesion, Optional<Result> result) {
          return List.of();
        }

        @Override
        public String folder(String name, List<String> cells) {
          return name;
        }
      };

  List<String> names();

  /** One for each name; what only an answer has is empty where there is none. */
  List<String> cells(CaseOrigin origin, String lesion, Optional<Result> result);

  /** The folder of the row of a case with these cells. */
  String folder(String name, List<String> cells);
}
