package org.radcam.zoo.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
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

class BrainMetastasisPhantomsTest {
  private static final MrPhantomChecks CHECKS = new MrPhantomChecks("brain-metastasis");

  private static final List<MrSequence> SEQUENCES =
      List.of(
          MrSequence.CE_T1WI, MrSequence.T1WI, MrSequence.T2WI, MrSequence.FLAIR, MrSequence.DWI);

  /** The digest was made once, on Linux with Java 17; it must hold on every platform. */
  @Test
  void aSeedGivesTheSameImagesOnEveryPlatform() {
    assertThat(CHECKS.digest(42, "sclc"))
        .isEqualTo("49cb4aebfd3e795a40735754eb576d42ddd4cd577f7f5f096ab079089c5188f7");
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
    Phantom phantom = CHECKS.phantom(0, "sclc");
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
      Phantom one = CHECKS.phantom(seed, "sclc");
      Phantom other = CHECKS.phantom(seed, "gic");
      Geometry reference = MrPhantomChecks.volume(one, "CE-T1WI").geometry();
      Vector3 place = null;
      for (String role : CHECKS.roles()) {
        Volume volume = MrPhantomChecks.volume(one, role);
        if (!role.equals("CE-T1WI")) {
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
      Phantom one = CHECKS.phantom(seed, "sclc");
      Phantom other = CHECKS.phantom(seed, "gic");
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

  /** Signals as they are drawn for the images: CE-T1WI, T1WI, T2WI, T2-FLAIR, DWI. */
  @Test
  void everyStageNeedsItsSequencesTogether() {
    List<double[][]> signals =
        CHECKS.classes().stream()
            .map(
                key ->
                    NearestMean.cases(
                        80,
                        draw -> {
                          MetastasisType.Look look = MetastasisType.of(key).drawn(draw);
                          return SEQUENCES.stream()
                              .mapToDouble(
                                  sequence -> MrPhantomChecks.asMeasured(look.in(sequence), draw))
                              .toArray();
                        }))
            .toList();
    List<double[][]> lung = signals.subList(0, 2);
    List<double[][]> elsewhere = signals.subList(2, 4);
    NearestMean origin = new NearestMean(List.of(joined(lung), joined(elsewhere)));
    twoTellMoreThanOne("origin", origin, 1, 3);
    twoTellMoreThanOne("lung", new NearestMean(lung), 4, 2);
    twoTellMoreThanOne("non_lung", new NearestMean(elsewhere), 0, 2);
  }

  private static void twoTellMoreThanOne(String stage, NearestMean types, int main, int second) {
    double together = types.accuracy(main, second);
    assertThat(together).as(stage).isGreaterThan(0.85);
    for (int alone = 0; alone < SEQUENCES.size(); alone++) {
      assertThat(types.accuracy(alone))
          .as("%s by %s alone", stage, SEQUENCES.get(alone))
          .isLessThan(together - 0.03);
    }
  }

  private static double[][] joined(List<double[][]> parts) {
    return parts.stream().flatMap(Stream::of).toArray(double[][]::new);
  }

  @Test
  void theImagesShowWhatSetsTheTypesApart() {
    for (long seed = 0; seed < 2; seed++) {
      assertThat(CHECKS.meanInLesion(seed, "bc", "T1WI"))
          .isGreaterThan(1.1 * CHECKS.meanInLesion(seed, "nsclc", "T1WI"));
      assertThat(CHECKS.meanInLesion(seed, "sclc", "DWI"))
          .isGreaterThan(1.1 * CHECKS.meanInLesion(seed, "nsclc", "DWI"));
      assertThat(CHECKS.meanInLesion(seed, "gic", "CE-T1WI"))
          .isGreaterThan(1.05 * CHECKS.meanInLesion(seed, "bc", "CE-T1WI"));
      assertThat(CHECKS.meanInLesion(seed, "gic", "T2WI"))
          .isLessThan(0.97 * CHECKS.meanInLesion(seed, "bc", "T2WI"));
    }
  }

  @Test
  void unknownClassesAreRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> CHECKS.phantom(1, "melanoma"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("sclc, nsclc, bc, gic");
  }
}
