package org.radcam.zoo.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.LengthUnit;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.task.ClinicalField;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

class SinonasalPhantomsTest {
  private static final MrPhantomChecks CHECKS = new MrPhantomChecks("sinonasal");

  /** The digest was made once, on Linux with Java 17; it must hold on every platform. */
  @Test
  void aSeedGivesTheSameImagesOnEveryPlatform() {
    assertThat(CHECKS.digest(42, "scc"))
        .isEqualTo("df0f0cfe4d8c7ae981abb4f6a483416d3e2b6aebad7209b5bb601672ec6d8dac");
  }

  @Test
  void everyClassHasItsSequencesAndALesionWithinTheReferenceImage() {
    long seed = 0;
    for (String key : CHECKS.classes()) {
      Phantom phantom = CHECKS.phantom(seed, key);
      assertThat(phantom.label()).isEqualTo(key);
      assertThat(phantom.images().keySet()).containsExactlyInAnyOrderElementsOf(CHECKS.roles());
      CHECKS.lesionLiesWithinTheReferenceImage(phantom);
    }
  }

  @Test
  void imagesSayThatTheyAreMrAndWhichSequence() {
    Phantom phantom = CHECKS.phantom(0, "scc");
    for (String role : CHECKS.roles()) {
      SourceImage image = phantom.images().get(role);
      assertThat(image.traits().modality()).isEqualTo(Optional.of("MR"));
      assertThat(image.traits().description()).isEqualTo(Optional.of(role));
      assertThat(image.traits().storedBrightness())
          .isEqualTo(ImageTraits.Brightness.LARGE_IS_BRIGHT);
      assertThat(image.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
      assertThat(image.volume().range().high()).isBetween(100f, 32767f);
    }
  }

  @Test
  void gridsDifferButShowTheLesionAtTheSamePlaceOfThePatient() {
    for (long seed = 0; seed < 2; seed++) {
      Phantom one = CHECKS.phantom(seed, "scc");
      Phantom other = CHECKS.phantom(seed, "acc");
      Geometry reference = MrPhantomChecks.volume(one, "T2WI").geometry();
      Vector3 place = null;
      for (String role : CHECKS.roles()) {
        Volume volume = MrPhantomChecks.volume(one, role);
        if (!role.equals("T2WI")) {
          assertThat(volume.geometry().sameGridAs(reference)).as(role).isFalse();
        }
        Vector3 here =
            MrPhantomChecks.placeOfDifference(volume, MrPhantomChecks.volume(other, role));
        place = place == null ? here : place;
        // Texture and noise move the weights within the lesion a little.
        assertThat(here.minus(place).length()).as("%s of seed %d", role, seed).isLessThan(2);
      }
    }
  }

  @Test
  void theSameSeedAsAnotherTypeIsTheSameHeadAndMaskWithAnotherLesion() {
    for (long seed = 0; seed < 2; seed++) {
      Phantom one = CHECKS.phantom(seed, "scc");
      Phantom other = CHECKS.phantom(seed, "acc");
      assertThat(other.lesion()).isEqualTo(one.lesion());
      for (String role : CHECKS.roles()) {
        Volume first = MrPhantomChecks.volume(one, role);
        Volume second = MrPhantomChecks.volume(other, role);
        assertThat(second.geometry()).isEqualTo(first.geometry());
        BitSet far = MrPhantomChecks.farFrom(one.lesion(), first.geometry(), 6);
        assertThat(far.cardinality()).isGreaterThan(first.voxels().length / 2);
        assertThat(far.stream().filter(n -> first.voxels()[n] != second.voxels()[n]).count())
            .as("%s of seed %d", role, seed)
            .isZero();
      }
    }
  }

  @Test
  void theAdcIsAMeasureAndFallsWithinTissuesRange() {
    for (long seed = 0; seed < 2; seed++) {
      Volume adc = MrPhantomChecks.volume(CHECKS.phantom(seed, "scc"), "ADC");
      assertThat(adc.range().low()).isZero();
      // Free water at body temperature has about 3000.
      assertThat(adc.range().high()).isBetween(2300f, 3500f);
    }
  }

  /** Signals as they are drawn for the images, T2WI, CE-T1WI, ADC. */
  @Test
  void noSingleSequenceTellsAllTypesButTogetherTheyDo() {
    MrSequence[] sequences = {MrSequence.T2WI, MrSequence.CE_T1WI, MrSequence.ADC};
    NearestMean types =
        new NearestMean(
            Stream.of("scc", "acc", "onb")
                .map(
                    key ->
                        NearestMean.cases(
                            80,
                            draw -> {
                              SinonasalType.Look look = SinonasalType.of(key).drawn(draw);
                              return Stream.of(sequences)
                                  .mapToDouble(
                                      sequence ->
                                          MrPhantomChecks.asMeasured(look.in(sequence), draw))
                                  .toArray();
                            }))
                .toList());
    assertThat(types.accuracy(0, 1, 2)).isGreaterThan(0.93);
    for (int alone = 0; alone < 3; alone++) {
      assertThat(types.accuracy(alone)).as("%s alone", sequences[alone]).isLessThan(0.8);
    }
  }

  @Test
  void theImagesShowWhatSetsTheTypesApart() {
    for (long seed = 0; seed < 2; seed++) {
      assertThat(CHECKS.meanInLesion(seed, "acc", "T2WI"))
          .isGreaterThan(1.1 * CHECKS.meanInLesion(seed, "scc", "T2WI"));
      assertThat(CHECKS.meanInLesion(seed, "onb", "CE-T1WI"))
          .isGreaterThan(1.1 * CHECKS.meanInLesion(seed, "scc", "CE-T1WI"));
      assertThat(CHECKS.meanInLesion(seed, "onb", "ADC"))
          .isLessThan(CHECKS.meanInLesion(seed, "scc", "ADC") - 80);
    }
  }

  @Test
  void unknownClassesAreRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> CHECKS.phantom(1, "melanoma"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("scc, acc, onb");
  }

  @Test
  void clinicalValuesAloneAreThoseOfTheWholeCase() {
    for (long seed = 0; seed < 2; seed++) {
      for (String key : CHECKS.classes()) {
        assertThat(CHECKS.clinical(seed, key)).isEqualTo(CHECKS.phantom(seed, key).clinical());
      }
    }
  }

  @Test
  void clinicalValuesAreThoseOfTheTaskAndOfWhatIsPainted() {
    Task task = Tasks.get("sinonasal");
    Map<String, Integer> bright = new HashMap<>();
    for (long seed = 0; seed < 6; seed++) {
      for (String key : CHECKS.classes()) {
        Map<String, String> values = CHECKS.clinical(seed, key);
        assertThat(values.keySet())
            .containsExactlyInAnyOrderElementsOf(
                task.clinical().stream().map(ClinicalField::key).toList());
        values.forEach(
            (field, value) ->
                assertThat(task.clinicalField(field).orElseThrow().check(value)).isEqualTo(value));
        bright.merge(key, values.get("t2_intensity").equals("hyperintense") ? 1 : 0, Integer::sum);
      }
      assertThat(Integer.parseInt(CHECKS.clinical(seed, "onb").get("adc_value")))
          .isLessThan(Integer.parseInt(CHECKS.clinical(seed, "acc").get("adc_value")));
    }
    // Of 6 and of 12: the reader errs now and then.
    assertThat(bright.get("acc")).isGreaterThanOrEqualTo(4);
    assertThat(bright.get("scc") + bright.get("onb")).isLessThanOrEqualTo(2);
  }

  @Test
  void intracranialInvasionIsWhereTheTumourLiesAndDoesNotTellTheType() {
    int present = 0;
    for (long seed = 0; seed < 12; seed++) {
      String scc = CHECKS.clinical(seed, "scc").get("intracranial_invasion");
      assertThat(CHECKS.clinical(seed, "onb").get("intracranial_invasion")).isEqualTo(scc);
      present += scc.equals("present") ? 1 : 0;
    }
    assertThat(present).isBetween(1, 11);
  }
}
