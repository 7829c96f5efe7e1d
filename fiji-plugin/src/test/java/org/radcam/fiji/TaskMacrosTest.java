package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.measure.ResultsTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/** The commands of all tasks, called from macros, on phantoms that are files. */
class TaskMacrosTest {
  static Stream<Arguments> casesOfTheDemoModels() {
    return Stream.of("bone-matrix", "vertebral-fracture", "sinonasal", "brain-metastasis")
        .map(Tasks::get)
        .flatMap(
            task ->
                Stream.iterate(0, n -> n < task.classes().size(), n -> n + 1)
                    .map(n -> Arguments.of(task.key(), n)));
  }

  @ParameterizedTest
  @MethodSource("casesOfTheDemoModels")
  void everyTaskFindsTheRightClassOfItsPhantoms(String taskKey, int n) {
    TaskPhantoms phantoms = TaskPhantoms.of(taskKey);

    Macros.Outcome outcome = Macros.run(run(taskKey, phantoms.images(n) + " " + phantoms.rest(n)));

    assertThat(outcome.failures()).isEmpty();
    ResultsTable table = ResultsTable.getResultsTable();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.getStringValue("Predicted", 0)).isEqualTo(phantoms.label(n));
    assertThat(table.getValue("Lesion mm3", 0)).isPositive();
    double sum = 0;
    for (ClassLabel label : Tasks.get(taskKey).classes()) {
      sum += table.getValue("p_" + label.key(), 0);
    }
    assertThat(sum).isBetween(0.9999, 1.0001);
    assertThat(table.getStringValue("Note", 0)).contains("not for clinical use");
  }

  @Test
  void aModelOfClinicalValuesNeedsNoImage() {
    Macros.Outcome outcome =
        Macros.run(
            run(
                "sinonasal",
                "model=sinonasal-conventional-demo t2_intensity=hyperintense enhancement=marked"
                    + " adc_value=1300 intracranial_invasion=absent sex=female age=55"));

    assertThat(outcome.failures()).isEmpty();
    ResultsTable table = ResultsTable.getResultsTable();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.getStringValue("Predicted", 0)).isEqualTo("acc");
    assertThat(table.getStringValue("Note", 0)).contains("not for clinical use");
  }

  @Test
  void theStagesOfACascadeHaveTheirColumns() {
    TaskPhantoms phantoms = TaskPhantoms.of("brain-metastasis");

    Macros.run(run("brain-metastasis", phantoms.images(0) + " " + phantoms.rest(0)));

    ResultsTable table = ResultsTable.getResultsTable();
    double lung = table.getValue("p(lung)", 0);
    assertThat(lung + table.getValue("p(non_lung)", 0)).isBetween(0.9999, 1.0001);
    assertThat(table.getValue("p_sclc", 0))
        .isCloseTo(lung * table.getValue("p(sclc)", 0), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bone-matrix        | mask sex      | ''                  | needs a region",
        "bone-matrix        | ct            | ''                  | No image is open",
        "bone-matrix        | age           | age=200             | between 0.0 and 120.0",
        "bone-matrix        | age           | age=old             | expected a number",
        "bone-matrix        | sex           | sex=dog             | expected one of female, male",
        "bone-matrix        | ''            | slices=all          | There is no option 'slices'",
        "bone-matrix        | ''            | roi=selection       | names another place",
        "bone-matrix        | mask          | roi=mask            | mask=[title]",
        "bone-matrix        | mask          | roi=file            | roifile=[",
        "bone-matrix        | mask          | mask=nowhere        | no open image, and no file",
        "bone-matrix        | mask          | roifile=nowhere     | There is no file 'nowhere'",
        "bone-matrix        | mask          | roi=selection       | must be a mask file",
        "bone-matrix        | ''            | label=one           | has no names for its regions",
        "bone-matrix        | mask          | label=1             | belongs to a mask",
        "bone-matrix        | ''            | label=9             | no voxel of the label 9",
        "bone-matrix        | ''            | roislices=some      | names no slices",
        "bone-matrix        | ''            | lesions=two         | 'lesions' must be one of one, each",
        "bone-matrix        | ''            | model=bone-matrix-sc-net | needs weights",
        "bone-matrix        | ''            | model=sinonasal-demo | answers another question",
        "sinonasal          | adc t2wi      | ''                  | (t2wi=[title]), Apparent",
        "sinonasal          | adc           | adc=nowhere         | The option 'adc' names no open image",
        "sinonasal          | ''            | stage=origin        | It answers in one step",
        "sinonasal          | ''            | image=x             | There is no option 'image'",
        "sinonasal          | ''            | opactiy=1           | t2wi, ce_t1wi, adc, roi",
        "brain-metastasis   | ''            | stage=second        | origin, lung, non_lung",
        "brain-metastasis   | ''            | heatmap=cat         | There is no class 'cat'",
      })
  void whatIsMissingOrContradictsItselfIsRefused(
      String taskKey, String leftOut, String added, String message) {
    TaskPhantoms phantoms = TaskPhantoms.of(taskKey);
    String options = phantoms.images(0) + " " + phantoms.rest(0);
    for (String key : leftOut.split(" ")) {
      options = key.isEmpty() ? options : options.replaceAll("\\b" + key + "=\\[[^]]*] ?", "");
    }

    Macros.Outcome outcome = Macros.run(run(taskKey, options + " " + added) + "print('went on');");

    assertThat(outcome.failures()).singleElement().asString().contains(message);
    assertThat(outcome.printed()).doesNotContain("went on").doesNotContain("Exception");
    assertThat(ResultsTable.getResultsTable().size()).isZero();
  }

  @Test
  void oneImageCannotPlayTwoRoles() {
    TaskPhantoms phantoms = TaskPhantoms.of("sinonasal");
    Task task = Tasks.get("sinonasal");
    String image = phantoms.image(0, task.roles().get(0)).toString();

    Macros.Outcome outcome =
        Macros.run(
            run(
                "sinonasal",
                "t2wi=["
                    + image
                    + "] ce_t1wi=["
                    + image
                    + "] adc=["
                    + image
                    + "] "
                    + phantoms.rest(0)));

    assertThat(outcome.failures()).singleElement().asString().contains("cannot be both");
  }

  /** The line of a task's command. */
  static String run(String taskKey, String options) {
    return "run('" + Tasks.get(taskKey).title() + "...', '" + options + "');";
  }
}
