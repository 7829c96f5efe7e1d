package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.model.ModelCard;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

class CaseCheckTest {
  private static final Task TASK = Tasks.get("chest-xray");
  private static final ModelCard CARD = TinyModel.unweighted().build();

  @Test
  void anOrdinaryChestXrayIsNotDoubted() {
    ImageTraits traits = traits("DX", "CHEST", "PA", null);
    assertThat(doubts(noise(Geometry.millimetres(Size.of(430, 350), 1, 1, 1)), traits)).isEmpty();
  }

  @Test
  void anImageThatSaysNothingOfItselfIsNotDoubtedForThat() {
    assertThat(doubts(noise(Geometry.uncalibrated(Size.of(256, 256))), ImageTraits.UNKNOWN))
        .isEmpty();
  }

  @Test
  void anotherModalityBodyPartViewOrSpeciesIsNamed() {
    ImageTraits traits = traits("CT", "HIP", "LL", "Canis lupus familiaris");
    List<Warning> warnings = doubts(noise(Geometry.uncalibrated(Size.of(256, 256))), traits);
    assertThat(warnings)
        .extracting(Warning::code)
        .containsExactly("modality", "body-part", "view", "species");
    assertThat(warnings.get(1).message()).contains("HIP").contains("Frontal chest X-ray");
  }

  @Test
  void aDescriptionThatNamesSomethingElseIsDoubtedAndAnotherWordWithThoseLettersIsNot() {
    Volume volume = noise(Geometry.uncalibrated(Size.of(256, 256)));
    assertThat(doubts(volume, described("CANINE LATERAL THORAX")))
        .extracting(Warning::code)
        .containsExactly("description");
    assertThat(doubts(volume, described("Chest PA, bilateral, category 2"))).isEmpty();
  }

  @Test
  void oneHotPixelDoesNotMakeAnImageConstant() {
    Volume volume = noise(Geometry.uncalibrated(Size.of(256, 256)));
    volume.voxels()[77] = 1e9f;
    assertThat(doubts(volume, ImageTraits.UNKNOWN)).isEmpty();
  }

  @Test
  void theAspectCountsInMillimetresNotInPixels() {
    // 400 x 100 pixels, but each four times as high as wide.
    assertThat(
            doubts(noise(Geometry.millimetres(Size.of(400, 100), 0.25, 1, 1)), ImageTraits.UNKNOWN))
        .isEmpty();
    assertThat(doubts(noise(Geometry.uncalibrated(Size.of(400, 100))), ImageTraits.UNKNOWN))
        .extracting(Warning::code)
        .containsExactly("aspect");
  }

  @Test
  void aColourPictureAThumbnailAndAnEmptyImageAreDoubted() {
    Volume empty = Volume.filled(Geometry.uncalibrated(Size.of(32, 32)), 5);
    assertThat(doubts(empty, ImageTraits.UNKNOWN.withColour(true)))
        .extracting(Warning::code)
        .containsExactly("colour", "small", "constant");
  }

  @Test
  void aMissingImageIsRefusedByTheNameOfItsRole() {
    assertThatThrownBy(
            () -> CaseCheck.check(CARD, new Case("x", Map.of(), Optional.empty(), Map.of())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Frontal chest X-ray");
  }

  @Test
  void aRegionOfAnotherGridOrWithoutPixelsIsRefused() {
    Volume volume = noise(Geometry.uncalibrated(Size.of(100, 100)));
    BitSet one = new BitSet();
    one.set(5);
    assertThatThrownBy(() -> check(volume, new Mask(Geometry.uncalibrated(Size.of(50, 50)), one)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another grid");
    assertThatThrownBy(() -> check(volume, new Mask(volume.geometry(), new BitSet())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no pixel");
  }

  @Test
  void aClinicalValueThatTheTaskDoesNotAskForIsRefused() {
    SourceImage image =
        new SourceImage("x", noise(Geometry.uncalibrated(Size.of(100, 100))), ImageTraits.UNKNOWN);
    Case subject = new Case("x", Map.of("CXR", image), Optional.empty(), Map.of("age", "50"));
    assertThatThrownBy(() -> CaseCheck.check(CARD, subject))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'age'");
  }

  private static void check(Volume volume, Mask roi) {
    SourceImage image = new SourceImage("x", volume, ImageTraits.UNKNOWN);
    CaseCheck.check(CARD, Case.of("CXR", image, Optional.of(roi)));
  }

  private static List<Warning> doubts(Volume volume, ImageTraits traits) {
    return CaseCheck.doubts(TASK.referenceRole(), new SourceImage("x", volume, traits));
  }

  private static Volume noise(Geometry geometry) {
    Volume volume = Volume.filled(geometry, 0);
    Random random = new Random(1);
    for (int n = 0; n < volume.voxels().length; n++) {
      volume.voxels()[n] = random.nextInt(1000);
    }
    return volume;
  }

  private static ImageTraits traits(String modality, String part, String view, String species) {
    return new ImageTraits(
        Optional.of(modality),
        Optional.of(part),
        Optional.of(view),
        Optional.ofNullable(species),
        Optional.empty(),
        1,
        0,
        ImageTraits.Brightness.LARGE_IS_BRIGHT,
        false);
  }

  private static ImageTraits described(String description) {
    return new ImageTraits(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(description),
        1,
        0,
        ImageTraits.Brightness.LARGE_IS_BRIGHT,
        false);
  }
}
