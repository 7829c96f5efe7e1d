package org.radcam.zoo.phantom;

import java.util.Map;
import java.util.Optional;
import org.radcam.image.ImageTraits;
import org.radcam.image.Placement;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * CT stacks of a limb or a piece of pelvis with a lytic bone lesion, in whose matrix lies mineral:
 * clouds (osteoid) or rings, arcs and dots (chondroid), as much of the one as of the other.
 *
 * <p>Build, bone, the lesion's place and size, pose, spacing, number of slices, amount and density
 * of the mineral, kernel and noise vary with the seed, and independently of the class. The clinical
 * values go with the class as {@link BoneHistory} says.
 */
final class BoneMatrixPhantoms implements PhantomGenerator {
  private static final Task TASK = Tasks.get("bone-matrix");
  private static final String OSTEOID = "osteoid";

  @Override
  public String taskKey() {
    return TASK.key();
  }

  @Override
  public Phantom generate(long seed, String classKey) {
    boolean osteoid = isOsteoid(classKey);
    Draw draw = new Draw(seed);
    BoneHistory history = BoneHistory.drawn(osteoid, draw.split());
    CtStack stack = new CtStack(draw.split());
    LimbTissue limb = new LimbTissue(draw.split());
    LimbBone bone = new LimbBone(draw.split(), history.fractured());
    LyticLesion lesion = new LyticLesion(bone, stack.length(), draw.split());
    // The field of view is laid over the lesion, never quite exactly.
    double shiftX = draw.between(-10, 10) - lesion.middle()[0];
    double shiftY = draw.between(-10, 10) - lesion.middle()[1];
    stack.paint(
        (x, y, z) -> {
          double u = x - shiftX;
          double v = y - shiftY;
          return lesion.over(bone.over(limb.at(u, v, z), u, v, z), u, v, z);
        });
    LesionVoxels voxels = LesionVoxels.of(stack, lesion, shiftX, shiftY, history::room);
    double amount = draw.between(0.14, 0.30);
    double density = draw.between(350, 800);
    BoneMineral mineral = osteoid ? new OsteoidCloud() : new ChondroidRings();
    double[] shares = mineral.shares(voxels, amount, draw.split());
    for (int n = 0; n < shares.length; n++) {
      double before = stack.values[voxels.index()[n]];
      // Mineral fills the tissue, but what is left of the cortex is dense already.
      stack.values[voxels.index()[n]] = Math.max(before, Curves.mix(before, density, shares[n]));
    }
    float[] stored = new CtScanner(draw.split()).scan(stack);
    SourceImage image =
        new SourceImage(
            "phantom-" + TASK.key() + "-" + seed,
            new Volume(stack.geometry, stored),
            traits(),
            Placement.KNOWN);
    return new Phantom(
        Map.of(TASK.referenceRole().key(), image), voxels.mask(stack), classKey, history.values());
  }

  @Override
  public Map<String, String> clinical(long seed, String classKey) {
    return BoneHistory.drawn(isOsteoid(classKey), new Draw(seed).split()).values();
  }

  private static boolean isOsteoid(String classKey) {
    return KnownClass.of(TASK, classKey).key().equals(OSTEOID);
  }

  private static ImageTraits traits() {
    return new ImageTraits(
        Optional.of("CT"),
        Optional.of("EXTREMITY"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("Synthetic phantom"),
        1,
        CtScanner.INTERCEPT,
        ImageTraits.Brightness.LARGE_IS_BRIGHT,
        false);
  }
}
