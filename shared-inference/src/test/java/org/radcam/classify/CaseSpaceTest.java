package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.model.Combine;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.model.TestCards;

class CaseSpaceTest {
  private static final ModelCard CARD = TestCards.mean().build();
  private static final Geometry ELSEWHERE =
      new Geometry(
          Lesions.GRID.size(),
          Lesions.GRID.spacing(),
          new Vector3(3, -8, 40),
          Lesions.GRID.direction(),
          Lesions.GRID.unit());

  private static Case subject() {
    return Lesions.subject(Map.of(), 5, "T2WI", "CE-T1WI", "ADC");
  }

  private static SourceImage placed(String name, Geometry grid, Placement placement) {
    SourceImage noise = Lesions.noise(name, grid, 3);
    return new SourceImage(name, noise.volume(), noise.traits(), placement);
  }

  private static CaseSpace space(Case subject) {
    return CaseSpace.of(CARD, subject, false);
  }

  @Test
  void imagesThatKnowTheirPlaceStayWhereTheyLieWithoutAWord() {
    Case subject = Lesions.with(subject(), "ADC", placed("a.nii", ELSEWHERE, Placement.KNOWN));
    assertThat(space(subject).grids().get("ADC")).isEqualTo(ELSEWHERE);
    assertThat(space(subject).warnings()).isEmpty();
  }

  @Test
  void anImageWithMillimetresButNoPlaceIsTakenToBeOnTheReferencesGridAndThatIsTold() {
    Case subject = Lesions.with(subject(), "ADC", placed("adc.tif", ELSEWHERE, Placement.UNKNOWN));
    CaseSpace space = space(subject);
    assertThat(space.grids().get("ADC")).isEqualTo(Lesions.GRID);
    assertThat(space.subject().images().get("ADC").volume().voxels())
        .isSameAs(subject.images().get("ADC").volume().voxels());
    assertThat(space.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("grid-assumed");
              assertThat(warning.message())
                  .startsWith("Nothing tells where 'adc.tif' lies")
                  .doesNotContain("Its own place");
            });
  }

  @Test
  void aReferenceWithoutAPlaceMakesEveryOtherImagesGridAnAssumptionEvenIfItLooksTheSame() {
    Geometry pixels = Geometry.uncalibrated(Lesions.GRID.size());
    Case subject = Lesions.with(subject(), "T2WI", placed("t2.tif", pixels, Placement.UNKNOWN));
    assertThat(space(subject).grids().values()).containsOnly(pixels);
    assertThat(space(subject).warnings())
        .hasSize(2)
        .allSatisfy(
            w ->
                assertThat(w.message())
                    .startsWith("Nothing tells where 't2.tif' lies")
                    .endsWith("Its own place is not used: heat maps of it lie on that grid too."));
    Case twins = Lesions.with(subject(), "ADC", placed("a", Lesions.GRID, Placement.UNKNOWN));
    assertThat(space(twins).warnings()).extracting(Warning::code).containsExactly("grid-assumed");
  }

  @Test
  void anotherNumberOfVoxelsWithoutAPlaceIsRefusedWithWhatToDo() {
    Geometry fewer = Geometry.uncalibrated(new Size(22, 18, 7));
    Case subject = Lesions.with(subject(), "ADC", placed("adc.tif", fewer, Placement.UNKNOWN));
    assertThatThrownBy(() -> space(subject))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'adc.tif' has 22 x 18 x 7 voxels and 'T2WI.nii' 22 x 18 x 8")
        .hasMessageContaining("does not say where in the patient it lies")
        .hasMessageContaining("resample");
  }

  @Test
  void voxelsOfAnotherSizeContradictOneGrid() {
    Geometry other = Geometry.millimetres(Lesions.GRID.size(), 1.5, 2, 5);
    Case subject = Lesions.with(subject(), "ADC", placed("adc.tif", other, Placement.UNKNOWN));
    assertThatThrownBy(() -> space(subject))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'adc.tif' has voxels of 1.500 x 2.000 x 5.000 mm");
  }

  @Test
  void differingFramesOfReferenceAreRefusedUnlessTheUserInsists() {
    Case one =
        Lesions.with(subject(), "T2WI", placed("t2", Lesions.GRID, Placement.in("1.2.3.secret")));
    assertThat(space(one).warnings()).isEmpty();
    Case two = Lesions.with(one, "ADC", placed("adc", ELSEWHERE, Placement.in("1.2.4.secret")));
    assertThatThrownBy(() -> space(two))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'t2' and 'adc' are in differing frames of reference")
        .hasMessageContaining("Register")
        .hasMessageContaining("acceptframes")
        .hasMessageNotContaining("secret");
    CaseSpace accepted = CaseSpace.of(CARD, two, true);
    assertThat(accepted.grids().get("ADC")).isEqualTo(ELSEWHERE);
    assertThat(accepted.warnings()).extracting(Warning::code).containsExactly("frames");
    assertThat(CaseCheck.check(CARD, two, true)).extracting(Warning::code).contains("frames");
    assertThatThrownBy(() -> CaseCheck.check(CARD, two)).isInstanceOf(UserException.class);
  }

  @Test
  void framesThatContradictBesideAReferenceWithoutOneAreRefusedToo() {
    Case subject =
        Lesions.with(
            Lesions.with(subject(), "CE-T1WI", placed("t1", Lesions.GRID, Placement.in("1.2"))),
            "ADC",
            placed("adc", Lesions.GRID, Placement.in("1.3")));
    assertThatThrownBy(() -> space(subject)).hasMessageContaining("'t1' and 'adc'");
  }

  @Test
  void anImageThatTheModelDoesNotTakeNeitherStopsItNorGetsAGridThatWouldBeGuessed() {
    ModelCard single =
        CARD.toBuilder()
            .inputs(CARD.inputs().subList(0, 1))
            .stages(
                List.of(
                    new Stage(
                        "",
                        List.of("T2WI"),
                        Combine.CHANNELS,
                        CARD.onlyStage().architecture(),
                        CARD.onlyStage().branches(),
                        1)))
            .build();
    Case subject =
        Lesions.with(
            subject(), "ADC", placed("a", Geometry.uncalibrated(Size.of(9, 9)), Placement.UNKNOWN));
    CaseSpace space = CaseSpace.of(single, subject, false);
    assertThat(space.grids()).containsOnlyKeys("T2WI", "CE-T1WI");
    assertThat(space.warnings()).isEmpty();
  }
}
