package org.radcam.zoo.phantom;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Pictures that look like frontal chest X-rays, without or with an opacity: a nodule, a
 * consolidation, or a pleural effusion. Anatomy, build, pose, exposure, noise, format (square or
 * not, 8 or 12 bit) and pixel size vary with the seed, and independently of the label.
 */
final class ChestXrayPhantoms implements PhantomGenerator {
  private static final Task TASK = Tasks.get("chest-xray");
  private static final String FINDING = "finding";

  /** Square as digital archives often keep them, and the two ways of a 35 x 43 cm film. */
  private static final List<Size> SIZES =
      List.of(Size.of(512, 512), Size.of(512, 512), Size.of(480, 584), Size.of(584, 480));

  /** The shorter side of the detector. */
  private static final double SHORT_SIDE_MM = 350;

  /** Less than this is not to be seen by eye in the noise. */
  private static final double VISIBLE = 0.06;

  @Override
  public String taskKey() {
    return TASK.key();
  }

  @Override
  public Phantom generate(long seed, String classKey) {
    if (TASK.classOf(classKey).isEmpty()) {
      throw new UserException(
          "Task "
              + TASK.key()
              + " has no class '"
              + classKey
              + "'. Its classes are: "
              + String.join(", ", TASK.classes().stream().map(label -> label.key()).toList())
              + ".");
    }
    Draw draw = new Draw(seed);
    Size size = SIZES.get(draw.choice(SIZES.size()));
    int shorter = Math.min(size.columns(), size.rows());
    double field = draw.between(2.0, 2.24);
    Canvas canvas =
        new Canvas(
            size,
            field / shorter,
            draw.between(-0.05, 0.05),
            draw.between(-0.05, 0.05),
            draw.between(-0.10, 0.02));
    ChestShape shape = new ChestShape(draw.split());
    Canvas lesion = lesion(canvas, shape, classKey, draw.split());
    paint(canvas, shape, draw.split());
    for (int n = 0; n < canvas.values.length; n++) {
      canvas.values[n] += lesion.values[n];
    }
    marker(canvas, field, draw.split());
    int maximum = draw.chance(0.5) ? 255 : 4095;
    float[] stored = new FilmDetector(draw.split(), maximum).expose(canvas);
    double pixel = SHORT_SIDE_MM / shorter;
    Geometry geometry = Geometry.millimetres(size, pixel, pixel, 1);
    SourceImage image =
        new SourceImage(
            "phantom-" + TASK.key() + "-" + seed, new Volume(geometry, stored), traits());
    return new Phantom(
        Map.of(TASK.referenceRole().key(), image),
        new Mask(geometry, visible(lesion)),
        classKey,
        Map.of());
  }

  private static Canvas lesion(Canvas canvas, ChestShape shape, String classKey, Draw draw) {
    Canvas lesion = canvas.blank();
    if (classKey.equals(FINDING)) {
      lesion.add(ChestLesion.drawn(shape, draw));
    }
    return lesion;
  }

  private static void paint(Canvas canvas, ChestShape shape, Draw draw) {
    ChestBones bones = new ChestBones(shape, draw.split());
    LatticeNoise tissue = new LatticeNoise(draw.split(), 6, 4);
    LatticeNoise lung = new LatticeNoise(draw.split(), 14, 3);
    Canvas vessels = canvas.blank();
    ChestVessels.draw(vessels, shape, draw.split());
    double air = draw.between(0.50, 0.60);
    canvas.add(
        (x, y) -> {
          double body = shape.body(x, y);
          if (body == 0) {
            return 0;
          }
          double inLung = shape.air(x, y);
          return body * (1 + 0.05 * tissue.at(x, y))
              - air * inLung * (1 + 0.05 * lung.at(x, y))
              + shape.middle(x, y)
              + shape.abdomen(x, y)
              + shape.breasts(x, y)
              + bones.at(x, y);
        });
    for (int n = 0; n < canvas.values.length; n++) {
      canvas.values[n] += vessels.values[n];
    }
  }

  /** The radiographer's lead letter, L for the patient's left, beside the left shoulder. */
  private static void marker(Canvas canvas, double field, Draw draw) {
    double x = field * draw.between(0.38, 0.42);
    double y = -field * draw.between(0.36, 0.42);
    Canvas letter = canvas.blank();
    letter.stick(x, y, x, y + 0.085, 0.011, 3);
    letter.stick(x, y + 0.085, x + 0.045, y + 0.085, 0.011, 3);
    for (int n = 0; n < canvas.values.length; n++) {
      canvas.values[n] = Math.max(canvas.values[n], Math.min(1.4, letter.values[n]));
    }
  }

  private static BitSet visible(Canvas lesion) {
    BitSet voxels = new BitSet();
    for (int n = 0; n < lesion.values.length; n++) {
      if (lesion.values[n] > VISIBLE) {
        voxels.set(n);
      }
    }
    return voxels;
  }

  private static ImageTraits traits() {
    return new ImageTraits(
        Optional.of("DX"),
        Optional.of("CHEST"),
        Optional.of("PA"),
        Optional.empty(),
        Optional.of("Synthetic phantom"),
        1,
        0,
        ImageTraits.Brightness.LARGE_IS_BRIGHT,
        false);
  }
}
