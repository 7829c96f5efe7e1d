package org.radcam.batch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** What a batch is of: the images of a folder, or the cases of a manifest. */
public interface BatchInput {
  /**
   * All there is to classify, in its order.
   *
   * @throws org.radcam.UserException if there is nothing, or the input as a whole cannot be used
   */
  List<CaseSource> sources() throws IOException;

  /** The order of rows in the table, by the folders of their results. */
  Comparator<String> order();

  /** Whether the table has the columns of {@link CaseColumns}, and patients have a table too. */
  boolean hasPatients();

  /** Whether heat maps are wanted on the grid of every image, not only of the reference. */
  boolean everyGrid();

  /** Adds settings of its own on which results depend to the note in the output folder. */
  void claim(JsonObject note);
}
