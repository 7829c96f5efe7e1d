package org.radcam.zoo.phantom;

import java.util.EnumSet;
import java.util.Set;
import org.radcam.image.Vector3;

/**
 * A malignancy of a nasal cavity, the sinus beside it or the ethmoid, with what comes with it: dead
 * parts, and secretion that cannot leave the sinus. Place, size, necrosis and secretion do not
 * depend on the type; only the living part does.
 */
final class SinonasalTumour {
  private static final Set<Tissue> INTRACRANIAL =
      EnumSet.of(Tissue.DURA, Tissue.CSF, Tissue.GREY, Tissue.WHITE);

  /** Millimetres between the places that are looked at. */
  private static final double SAMPLING = 2;

  /** In cubic millimetres: some voxels of the images, so that it can be seen. */
  private static final double TRACE = 150;

  private final int side;
  private final Blob blob;
  private final boolean obstructed;
  private final double level;
  private final boolean necrotic;
  private final SpaceNoise death;
  private final SpaceNoise coarse;
  private final SpaceNoise fine;

  SinonasalTumour(Draw draw) {
    side = draw.chance(0.5) ? 1 : -1;
    double radius = draw.between(10.5, 17.5);
    blob = new Blob(place(side, draw), radius, draw.split());
    obstructed = draw.chance(0.65);
    level = draw.between(-52, -34);
    necrotic = draw.chance(0.5);
    death = new SpaceNoise(draw.split(), radius * 0.7, 2);
    coarse = new SpaceNoise(draw.split(), 7, 2);
    fine = new SpaceNoise(draw.split(), 2.6, 1);
  }

  private static Vector3 place(int side, Draw draw) {
    double[][] places = {{7, -40, -6}, {20, -38, -7}, {9, -34, 12}};
    double[] at = places[draw.choice(places.length)];
    return new Vector3(
        side * (at[0] + draw.between(-2, 5)),
        at[1] + draw.between(-6, 8),
        at[2] + draw.between(-4, 4));
  }

  Blob blob() {
    return blob;
  }

  /** Whether more than a trace of the tumour will lie where the brain and its membranes are now. */
  boolean reachesIntoSkull(Anatomy head) {
    Vector3 middle = blob.middle();
    double reach = 1.5 * blob.radius();
    int inside = 0;
    for (double z = -reach; z <= reach; z += SAMPLING) {
      for (double y = -reach; y <= reach; y += SAMPLING) {
        for (double x = -reach; x <= reach; x += SAMPLING) {
          double atX = middle.x() + x;
          double atY = middle.y() + y;
          double atZ = middle.z() + z;
          if (blob.near(atX, atY, atZ, 0)
              && blob.at(atX, atY, atZ) > 0
              && INTRACRANIAL.contains(head.tissueAt(atX, atY, atZ))) {
            inside++;
          }
        }
      }
    }
    return inside * SAMPLING * SAMPLING * SAMPLING > TRACE;
  }

  /** Lays the tumour and the secretion behind it over a head. */
  void addTo(Anatomy head, SinonasalType.Look look) {
    if (obstructed) {
      Ellipsoid sinus = SinonasalHead.maxillary(side);
      Ellipsoid lumen = sinus.grown(-2);
      // The patient lies on the back: fluid gathers there, air stays in front.
      head.add(Tissue.MUCOSA, sinus);
      head.add(Tissue.AIR, lumen);
      head.add(
          Tissue.SECRETION, (x, y, z) -> Math.min(lumen.at(x, y, z), level < -45 ? 99 : y - level));
    }
    head.add(
        Tissue.SOLID,
        blob,
        (x, y, z) -> look.patchiness() * coarse.at(x, y, z) + look.cribriform() * fine.at(x, y, z));
    if (necrotic) {
      double margin = 0.22 * blob.radius();
      head.add(
          Tissue.NECROSIS,
          (x, y, z) ->
              Math.min(blob.at(x, y, z) - margin, blob.radius() * (death.at(x, y, z) - 0.15)));
    }
  }
}
