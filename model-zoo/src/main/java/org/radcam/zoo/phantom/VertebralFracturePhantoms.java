package org.radcam.zoo.phantom;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Lateral X-rays of a piece of spine; the mask is a generous outline of one vertebral body, whose
 * {@link Collapse} has the class's grade. Another vertebra may be fractured in any class.
 *
 * <p>Anatomy, bone density, pose, side, magnification, surroundings, exposure, noise, format, pixel
 * size, bits (8 or 12) and whether large values are bright vary with the seed, and independently of
 * the class.
 */
final class VertebralFracturePhantoms implements PhantomGenerator {
  private static final Task TASK = Tasks.get("vertebral-fracture");

  @Override
  public String taskKey() {
    return TASK.key();
  }

  @Override
  public Phantom generate(long seed, String classKey) {
    ClassLabel label = KnownClass.of(TASK, classKey);
    Draw draw = new Draw(seed);
    Size size = Size.of(320 + 32 * draw.choice(4), 384 + 32 * draw.choice(5));
    double pixel = Math.rint(draw.between(0.28, 0.40) * 1000) / 1000;
    double magnification = draw.between(1.05, 1.3);
    int side = draw.chance(0.5) ? 1 : -1;
    Canvas canvas =
        new Canvas(
            size,
            pixel / magnification,
            draw.between(-0.22, 0.22),
            draw.between(-9, 9),
            draw.between(-12, 12));
    Spine spine = new Spine(TASK.classes().indexOf(label), draw.split());
    paint(canvas, spine, side, draw.split());
    int maximum = draw.chance(0.4) ? 255 : 4095;
    boolean inverted = draw.chance(0.2);
    float[] stored = new FilmDetector(draw.split(), maximum).expose(canvas);
    if (inverted) {
      for (int n = 0; n < stored.length; n++) {
        stored[n] = maximum - stored[n];
      }
    }
    Geometry geometry = Geometry.millimetres(size, pixel, pixel, 1);
    SourceImage image =
        new SourceImage(
            "phantom-" + TASK.key() + "-" + seed, new Volume(geometry, stored), traits(inverted));
    return new Phantom(
        Map.of(TASK.referenceRole().key(), image),
        new Mask(geometry, outline(canvas.blank(), spine.target(), side, draw.split())),
        classKey,
        Map.of());
  }

  private static void paint(Canvas canvas, Spine spine, int side, Draw draw) {
    SpineSurroundings around = new SpineSurroundings(draw.split());
    VertebraArches arches = new VertebraArches(draw.split());
    canvas.add((x, y) -> around.at(side * x, y));
    LatticeNoise grain = new LatticeNoise(draw.split(), 0.3, 3);
    Canvas bones = canvas.blank();
    for (Spine.Vertebra vertebra : spine.vertebrae()) {
      arches.draw(bones, vertebra, side);
    }
    Canvas uneven = canvas.blank();
    uneven.add((x, y) -> 1 + 0.25 * grain.at(x, y));
    for (int n = 0; n < bones.values.length; n++) {
      bones.values[n] *= uneven.values[n];
    }
    for (Spine.Vertebra vertebra : spine.vertebrae()) {
      bones.add(
          (x, y) -> vertebra.body().attenuation(vertebra.u(side * x, y), vertebra.v(side * x, y)));
    }
    for (int n = 0; n < bones.values.length; n++) {
      canvas.values[n] += bones.values[n];
    }
  }

  /** As drawn by hand: 1 to 3 mm outside the body, never twice the same, and not quite centred. */
  private static BitSet outline(Canvas canvas, Spine.Vertebra target, int side, Draw draw) {
    double margin = draw.between(1.4, 2.6);
    double offU = draw.between(-0.5, 0.5);
    double offV = draw.between(-0.5, 0.5);
    LatticeNoise hand = new LatticeNoise(draw, 0.12, 1);
    canvas.add(
        (x, y) -> {
          double u = target.u(side * x, y) + offU;
          double v = target.v(side * x, y) + offV;
          return target.body().outlined(u, v, margin + 0.5 * hand.at(x, y)) ? 1 : 0;
        });
    BitSet inside = new BitSet();
    for (int n = 0; n < canvas.values.length; n++) {
      inside.set(n, canvas.values[n] > 0);
    }
    return inside;
  }

  private static ImageTraits traits(boolean inverted) {
    return new ImageTraits(
        Optional.of("DX"),
        Optional.of("TLSPINE"),
        Optional.of("LATERAL"),
        Optional.empty(),
        Optional.of("Synthetic phantom"),
        1,
        0,
        inverted ? ImageTraits.Brightness.LARGE_IS_DARK : ImageTraits.Brightness.LARGE_IS_BRIGHT,
        false);
  }
}
