package org.radcam.zoo.phantom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Axial MRI of the face with a malignancy in the nose or a sinus: T2WI, CE-T1WI and an ADC map of
 * one patient space, each on its own grid. Anatomy, pose, place and size of the tumour, necrosis,
 * retained secretion, fat suppression, scale, bias field, noise and grid vary with the seed, and
 * independently of the type. The clinical values are what a radiologist would read off the images,
 * with age and sex, as {@link SinonasalHistory} says.
 */
final class SinonasalPhantoms implements PhantomGenerator {
  private static final Task TASK = Tasks.get("sinonasal");

  private static final List<MrSequence> SEQUENCES =
      List.of(MrSequence.T2WI, MrSequence.CE_T1WI, MrSequence.ADC);

  @Override
  public String taskKey() {
    return TASK.key();
  }

  /** All that is drawn of a case before any of it is painted; for each sequence its own draws. */
  private record Patient(
      Pose pose,
      Anatomy head,
      SinonasalTumour tumour,
      SinonasalType.Look look,
      Vector3 middle,
      List<Draw> scans,
      Map<String, String> clinical) {
    static Patient drawn(long seed, String classKey) {
      SinonasalType type = SinonasalType.of(KnownClass.of(TASK, classKey).key());
      Draw draw = new Draw(seed);
      Pose pose = Pose.drawn(draw.split());
      Anatomy head = SinonasalHead.drawn(draw.split());
      SinonasalTumour tumour = new SinonasalTumour(draw.split());
      SinonasalType.Look look = type.drawn(draw.split());
      boolean intracranial = tumour.reachesIntoSkull(head);
      tumour.addTo(head, look);
      // The slices are planned about the tumour, the field of view about the head.
      double height = tumour.blob().middle().z() + draw.between(-4, 4);
      Vector3 middle = pose.toPatient(draw.between(-4, 4), draw.between(6, 16), height);
      List<Draw> scans = SEQUENCES.stream().map(sequence -> draw.split()).toList();
      // Drawn last: what a history says must not shift the draws of the images.
      SinonasalHistory history = SinonasalHistory.drawn(type, look, intracranial, draw.split());
      return new Patient(pose, head, tumour, look, middle, scans, history.values());
    }
  }

  @Override
  public Phantom generate(long seed, String classKey) {
    Patient patient = Patient.drawn(seed, classKey);
    Map<String, SourceImage> images = new HashMap<>();
    for (int n = 0; n < SEQUENCES.size(); n++) {
      MrSequence sequence = SEQUENCES.get(n);
      Draw scan = patient.scans().get(n);
      Geometry grid = grid(sequence, patient.middle(), scan.split());
      Palette palette = new Palette(sequence, patient.look().in(sequence), scan.split());
      MrScanner scanner = new MrScanner(sequence.quantitative(), scan.split());
      SpaceField signal =
          patient.pose().inPatient(patient.head().seen(palette, 0.8 * grid.spacing().x()));
      images.put(
          sequence.role(),
          MrImages.image(
              "phantom-" + TASK.key() + "-" + seed + "-" + sequence.role(),
              sequence,
              "HEAD",
              scanner.scan(grid, signal)));
    }
    Geometry reference = images.get(TASK.referenceRole().key()).geometry();
    Mask lesion = MrImages.inside(reference, patient.pose().inPatient(patient.tumour().blob()));
    return new Phantom(images, lesion, classKey, patient.clinical());
  }

  @Override
  public Map<String, String> clinical(long seed, String classKey) {
    return Patient.drawn(seed, classKey).clinical();
  }

  /** Diffusion is planned anew: coarser, wider, tilted and shifted. */
  private static Geometry grid(MrSequence sequence, Vector3 middle, Draw draw) {
    boolean coarse = sequence.quantitative();
    double tilt = coarse ? draw.between(-0.12, 0.12) : draw.between(-0.04, 0.04);
    Direction direction = Pose.turned(tilt, 0, coarse ? draw.between(-0.03, 0.03) : 0);
    Vector3 shift = new Vector3(draw.between(-3, 3), draw.between(-3, 3), draw.between(-2.5, 2.5));
    double width = coarse ? draw.between(190, 216) : draw.between(160, 172);
    double height = coarse ? width : draw.between(206, 214);
    double pixel = coarse ? draw.between(2.0, 2.3) : draw.between(1.35, 1.6);
    double slice = coarse ? draw.between(5, 6) : draw.between(4, 5.2);
    return MrGrid.about(
        middle.plus(shift), direction, width, height, draw.between(54, 62), pixel, slice);
  }
}
