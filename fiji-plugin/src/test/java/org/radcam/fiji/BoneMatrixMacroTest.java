package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoneMatrixMacroTest {
  private static final Path FOLDER = TaskPhantoms.folder("bone-matrix", 2);
  private static final String COMMAND = "Bone Tumour: Osteoid or Chondroid Matrix...";

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theRightClassIsFoundInFilesThatAreNotOpen(int n) {
    CSVRecord row = TaskPhantoms.rows(FOLDER).get(n);

    Macros.Outcome outcome =
        Macros.run(
            run(
                    "ct=["
                        + file(row.get("image"))
                        + "] mask=["
                        + file(row.get("mask"))
                        + "] sex="
                        + row.get("sex")
                        + " age="
                        + row.get("age")
                        + " mineralisation_location="
                        + row.get("mineralisation_location")
                        + " pathological_fracture="
                        + row.get("pathological_fracture"))
                + "print(nResults, getResultString('Predicted', 0), getResult('Lesion mm3', 0));");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).contains("1 " + row.get("label") + " ");
  }

  @Test
  void withoutARegionThereIsNoAnswer() {
    CSVRecord row = TaskPhantoms.rows(FOLDER).get(0);

    Macros.Outcome outcome =
        Macros.run(run("ct=[" + file(row.get("image")) + "]") + "print('went on');");

    assertThat(outcome.failures()).singleElement().asString().contains("needs a region");
    assertThat(outcome.printed()).doesNotContain("went on");
  }

  private static String file(String name) {
    return FOLDER.resolve(name).toString();
  }

  private static String run(String options) {
    return "run('" + COMMAND + "', '" + options + "');";
  }
}
