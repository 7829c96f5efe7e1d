package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.model.TestCards;
import org.radcam.prepare.PlacedImages;

/** A heat map on the grids of the other images of its case. */
class HeatOnOtherGridsTest {
  @TempDir Path folder;

  @Provide
  Arbitrary<Geometry> oblique() {
    return PlacedImages.oblique();
  }

  /** Features whose values are a plane through patient space: interpolation gives it back. */
  @Property(tries = 60)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void everyVoxelOfAnotherSequenceHasTheHeatOfItsPlace(
      @ForAll("oblique") Geometry reference, @ForAll("oblique") Geometry other) {
    Size inner = new Size(10, 8, 12);
    Size all = reference.size();
    Geometry seen =
        reference.crop(
            (all.columns() - 10) / 2, (all.rows() - 8) / 2, (all.slices() - 12) / 2, inner);
    Geometry cells = seen.withSize(new Size(5, 4, 6));
    Volume raw = PlacedImages.image("raw", cells, PlacedImages.PLANE).volume();
    HeatMap map = HeatMap.of("c", "grad-cam", raw, seen, reference).on(other);
    assertThat(map.onSource().geometry()).isEqualTo(other);
    assertThat(map.raw()).isEqualTo(raw);
    Size size = other.size();
    int looked = 0;
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          Vector3 place = other.toPatient(i, j, k);
          float heat = map.onSource().at(i, j, k);
          if (!covers(seen.toIndex(place), inner, 0.5 + 1e-3)) {
            assertThat(heat).isNaN();
          } else if (covers(cells.toIndex(place), cells.size(), 0)) {
            assertThat((double) heat)
                .isCloseTo(PlacedImages.PLANE.applyAsDouble(place), within(2e-3));
            looked++;
          }
        }
      }
    }
    Statistics.collect(looked > 0);
    Statistics.coverage(checker -> checker.check(true).percentage(share -> share > 80));
  }

  private static boolean covers(Vector3 index, Size size, double beyond) {
    return index.x() >= -beyond
        && index.x() <= size.columns() - 1 + beyond
        && index.y() >= -beyond
        && index.y() <= size.rows() - 1 + beyond
        && index.z() >= -beyond
        && index.z() <= size.slices() - 1 + beyond;
  }

  /** Golden: SimpleITK 2.5.7, by src/test/golden/make_heat_golden.py; -999 is outside. */
  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvFileSource(resources = "heat_on_oblique.csv", delimiter = ';', numLinesToSkip = 1)
  void obliqueGridsAgreeWithSimpleItk(int i, int j, int k, float value) {
    float heat = OBLIQUE.onSource().at(i, j, k);
    if (value == -999) {
      assertThat(heat).isNaN();
    } else {
      assertThat(heat).isCloseTo(value, within(2e-4f));
    }
  }

  private static final HeatMap OBLIQUE = map();

  private static HeatMap map() {
    Size size = new Size(5, 6, 4);
    float[] values = new float[size.voxels()];
    for (int n = 0; n < values.length; n++) {
      values[n] = 7 * n % 11 - 5;
    }
    Geometry raw =
        new Geometry(
            size,
            new Vector3(8, 6, 9),
            new Vector3(-12, 30, 5),
            PlacedImages.turned(0.4, -0.7),
            LengthUnit.MILLIMETRE);
    Geometry target =
        new Geometry(
            new Size(7, 8, 6),
            new Vector3(5.5, 4.5, 7),
            new Vector3(-16, 33, 2),
            PlacedImages.turned(-0.3, 0.5),
            LengthUnit.MILLIMETRE);
    return HeatMap.of("c", "grad-cam", new Volume(raw, values), raw, raw).on(target);
  }

  @Test
  void theResultHasAGridForEveryImageAlsoOneWhosePlaceWasAssumed() throws IOException {
    TinyModel model = TinyModel.of(TestCards.mean().build(), folder, 3);
    Geometry tilted =
        PlacedImages.around(
            Lesions.GRID.toPatient(10, 9, 4),
            new Size(30, 28, 12),
            new Vector3(1.3, 1.4, 3),
            PlacedImages.turned(0.2, 0.3));
    Case subject = Lesions.subject(Map.of(), 5, "T2WI", "CE-T1WI", "ADC");
    subject = Lesions.with(subject, "CE-T1WI", Lesions.noise("t1.nii", tilted, 8));
    SourceImage lost = Lesions.noise("adc.tif", Geometry.uncalibrated(Lesions.GRID.size()), 9);
    subject =
        Lesions.with(
            subject,
            "ADC",
            new SourceImage("adc.tif", lost.volume(), lost.traits(), Placement.UNKNOWN));
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      Result result = classifier.classify(subject, ClassifyOptions.DEFAULT);
      assertThat(result.warnings()).extracting(Warning::code).contains("grid-assumed");
      HeatMap map = result.heatMap().orElseThrow();
      assertThat(result.grids().get("T2WI")).isEqualTo(Lesions.GRID);
      assertThat(map.on(result.grids().get("ADC")).onSource().voxels())
          .isEqualTo(map.onSource().voxels());
      assertThat(result.grids().get("CE-T1WI")).isEqualTo(tilted);
    }
  }
}
