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
 * Blocks of MRI of a brain with a metastasis: CE-T1WI, T1WI, T2WI, T2-FLAIR and DWI of one patient
 * space, each on its own grid. Anatomy, pose, place, size and core of the lesion, oedema, scale,
 * bias field, noise and grid vary with the seed, and independently of the primary tumour. The mask
 * is the enhancing lesion with its core, without the oedema.
 */
final class BrainMetastasisPhantoms implements PhantomGenerator {
  private static final Task TASK = Tasks.get("brain-metastasis");

  private static final List<MrSequence> SEQUENCES =
      List.of(
          MrSequence.CE_T1WI, MrSequence.T1WI, MrSequence.T2WI, MrSequence.FLAIR, MrSequence.DWI);

  @Override
  public String taskKey() {
    return TASK.key();
  }

  @Override
  public Phantom generate(long seed, String classKey) {
    MetastasisType type = MetastasisType.of(KnownClass.of(TASK, classKey).key());
    Draw draw = new Draw(seed);
    Pose pose = Pose.drawn(draw.split());
    BrainAnatomy brain = new BrainAnatomy(draw.split());
    BrainMetastasis metastasis = new BrainMetastasis(brain, draw.split());
    MetastasisType.Look look = type.drawn(draw.split());
    Anatomy anatomy = brain.layers();
    metastasis.addTo(anatomy);
    Vector3 place = metastasis.blob().middle();
    Vector3 middle =
        pose.toPatient(
            // More of the brain than of what is beside the head.
            place.x() * draw.between(0.6, 0.95),
            place.y() * draw.between(0.75, 0.95),
            place.z() + draw.between(-5, 5));
    Map<String, SourceImage> images = new HashMap<>();
    for (MrSequence sequence : SEQUENCES) {
      Draw scan = draw.split();
      Geometry grid = grid(sequence, middle, scan.split());
      Palette palette = new Palette(sequence, look.in(sequence), scan.split());
      MrScanner scanner = new MrScanner(false, scan.split());
      SpaceField signal = pose.inPatient(anatomy.seen(palette, 0.9 * grid.spacing().x()));
      images.put(
          sequence.role(),
          MrImages.image(
              "phantom-" + TASK.key() + "-" + seed + "-" + sequence.role(),
              sequence,
              "BRAIN",
              scanner.scan(grid, signal)));
    }
    Geometry reference = images.get(TASK.referenceRole().key()).geometry();
    Mask lesion = MrImages.inside(reference, pose.inPatient(metastasis.blob()));
    return new Phantom(images, lesion, classKey, Map.of());
  }

  /** Diffusion is coarser and tilted; the other sequences differ in pixels and slices. */
  private static Geometry grid(MrSequence sequence, Vector3 middle, Draw draw) {
    boolean coarse = sequence == MrSequence.DWI;
    Direction direction =
        Pose.turned(coarse ? draw.between(-0.15, 0.15) : draw.between(-0.03, 0.03), 0, 0);
    Vector3 shift = new Vector3(draw.between(-2, 2), draw.between(-2, 2), draw.between(-1.5, 1.5));
    double width = draw.between(80, 88);
    double height = draw.between(84, 92);
    double pixel = coarse ? draw.between(1.6, 1.9) : draw.between(1.0, 1.2);
    double slice = coarse ? draw.between(2.6, 3.2) : draw.between(1.6, 2.4);
    return MrGrid.about(
        middle.plus(shift), direction, width, height, draw.between(56, 62), pixel, slice);
  }
}
