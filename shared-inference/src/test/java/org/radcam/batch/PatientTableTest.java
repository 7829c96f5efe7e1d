package org.radcam.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Result;
import org.radcam.classify.TinyModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.model.ModelCard;
import org.radcam.model.TestCards;
import org.radcam.render.HeatStyle;

/** Lesions of one patient, answered by networks of which each needs a sequence of its own. */
class PatientTableTest {
  private static final Geometry GRID = Geometry.millimetres(new Size(22, 18, 8), 1.5, 2, 4);

  @TempDir Path folder;
  private Path output;
  private TinyModel model;
  private final List<BatchRow> rows = new ArrayList<>();

  @BeforeEach
  void makeModel() throws IOException {
    output = Files.createDirectory(folder.resolve("out"));
    model = TinyModel.of(TestCards.probabilities().build(), folder, 3);
  }

  @Test
  void whereSequencesDifferEveryNetworkHasItsOwnColumnAndTheMeanOfItsOwnAnswers()
      throws IOException {
    ModelCard card = model.card();
    add(card, "1", "ADC");
    add(card, "2", "T2WI", "CE-T1WI", "ADC");
    add(card, "3", "T2WI", "ADC");
    List<String> names = CaseColumns.stageNames(card);
    List<Map<String, String>> cells = rows.stream().map(row -> stages(card, row)).toList();
    assertThat(cells.get(0).get("p_adc.scc")).isNotEmpty();
    assertThat(cells.get(0).get("p_t2wi.scc")).isEmpty();
    assertThat(cells.get(2).get("p_ce_t1wi.scc")).isEmpty();

    CSVRecord patient = read(new PatientTable(output, card).write(rows).orElseThrow()).get(0);
    assertThat(patient.get("lesions")).isEqualTo("3");
    for (String name : names) {
      double mean =
          cells.stream()
              .map(row -> row.get(name))
              .filter(cell -> !cell.isEmpty())
              .mapToDouble(Double::parseDouble)
              .average()
              .orElseThrow();
      assertThat(Double.parseDouble(patient.get(name))).isBetween(mean - 2e-6, mean + 2e-6);
    }
  }

  @Test
  void aNetworkThatAnsweredForNoLesionHasEmptyCells() throws IOException {
    add(model.card(), "1", "ADC");
    add(model.card(), "2", "ADC");
    CSVRecord patient =
        read(new PatientTable(output, model.card()).write(rows).orElseThrow()).get(0);
    assertThat(patient.get("p_t2wi.scc")).isEmpty();
    assertThat(patient.get("p_adc.scc")).isNotEmpty();
  }

  @Test
  void theAnswersOfAnotherModelAreNotAddedUp() throws IOException {
    ModelCard other = model.card().toBuilder().id("another-model").build();
    add(model.card(), "1", "ADC");
    add(other, "2", "ADC");
    add(model.card(), "3", "ADC");
    List<CSVRecord> patients =
        read(new PatientTable(output, model.card()).write(rows).orElseThrow());
    assertThat(patients).hasSize(1);
    assertThat(patients.get(0).get("model")).isEqualTo(model.card().id());
    assertThat(patients.get(0).get("lesions")).isEqualTo("2");
  }

  @Test
  void aLesionInATableNeverLeadsOutOfItsCase() {
    CaseColumns columns = new CaseColumns(model.card());
    for (String lesion : List.of("../../x", "..", "a/b", "con", "50 %")) {
      String own = columns.folder("case", List.of("p", lesion, ""));
      assertThat(own).matches("case/[^/]+").isNotEqualTo("case/..");
      // A name that is one of a folder already stays as it is.
      String coded = FolderNames.of(lesion);
      assertThat(columns.folder("case", List.of("p", coded, ""))).isEqualTo("case/" + coded);
    }
    assertThat(columns.folder("case", List.of("p", "2", ""))).isEqualTo("case/2");
    assertThat(columns.folder("case", List.of("p", "", ""))).isEqualTo("case");
  }

  private void add(ModelCard card, String lesion, String... roles) throws IOException {
    Map<String, SourceImage> images = new HashMap<>();
    for (String role : roles) {
      images.put(role, noise(role, Integer.parseInt(lesion)));
    }
    BitSet box = new BitSet();
    for (int j = 6; j < 12; j++) {
      box.set(GRID.size().index(7, j, 4), GRID.size().index(14, j, 4));
    }
    Case subject = new Case("case", images, Optional.of(new Mask(GRID, box)), Map.of());
    try (Classifier classifier = Classifier.open(model.with(card), DeviceChoice.CPU)) {
      Result result = classifier.classify(subject, ClassifyOptions.DEFAULT);
      CaseColumns columns = new CaseColumns(card);
      List<String> more =
          columns.cells(new CaseOrigin("case", "patient", ""), lesion, Optional.of(result));
      String own = columns.folder("case", more);
      new CaseFolder(output, own)
          .write(subject, result, new Source("0".repeat(64), 1), HeatStyle.DEFAULT, false);
      rows.add(BatchRow.ok(own, "case", result, 1, more));
    }
  }

  private static SourceImage noise(String name, long seed) {
    Random random = new Random(seed);
    float[] values = new float[GRID.size().voxels()];
    for (int n = 0; n < values.length; n++) {
      values[n] = 100 + 20 * (float) random.nextGaussian();
    }
    return new SourceImage(name, new Volume(GRID, values), ImageTraits.UNKNOWN, Placement.KNOWN);
  }

  private static Map<String, String> stages(ModelCard card, BatchRow row) {
    List<String> names = new CaseColumns(card).names();
    Map<String, String> cells = new HashMap<>();
    CaseColumns.stageNames(card)
        .forEach(name -> cells.put(name, row.more().get(names.indexOf(name))));
    return cells;
  }

  private static List<CSVRecord> read(Path table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(table)) {
      return format.parse(reader).getRecords();
    }
  }
}
