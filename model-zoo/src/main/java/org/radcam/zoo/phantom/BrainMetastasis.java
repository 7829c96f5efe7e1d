package org.radcam.zoo.phantom;

/**
 * A brain metastasis with its dead core and the oedema around it. Place, size, lobes, core and
 * oedema do not depend on the primary tumour; only the living part's signals do.
 */
final class BrainMetastasis {
  private final BrainAnatomy brain;
  private final Blob blob;
  private final double swelling;
  private final boolean necrotic;
  private final double rim;
  private final SpaceNoise death;
  private final SpaceNoise fingers;
  private final SpaceNoise patches;
  private final double patchiness;

  BrainMetastasis(BrainAnatomy brain, Draw draw) {
    this.brain = brain;
    // Small ones are more frequent: 8 to 30 mm across.
    double share = draw.between(0, 1);
    double radius = 4.2 + 9.3 * share * Math.sqrt(share);
    blob = new Blob(brain.place(draw, radius), radius, draw.split());
    swelling = draw.chance(0.75) ? draw.between(3, 17) : 0;
    necrotic = radius > 6 && draw.chance(0.6);
    rim = draw.between(2.2, 2.6 + 0.25 * radius);
    death = new SpaceNoise(draw.split(), radius * 0.8, 2);
    fingers = new SpaceNoise(draw.split(), 9, 2);
    patches = new SpaceNoise(draw.split(), 4.5, 2);
    patchiness = draw.between(0.05, 0.16);
  }

  Blob blob() {
    return blob;
  }

  /** Lays oedema and metastasis over the brain. */
  void addTo(Anatomy anatomy) {
    if (swelling > 0) {
      anatomy.add(Tissue.OEDEMA, new Oedema());
    }
    anatomy.add(Tissue.SOLID, blob, (x, y, z) -> patchiness * patches.at(x, y, z));
    if (necrotic) {
      anatomy.add(Tissue.NECROSIS, (x, y, z) -> blob.at(x, y, z) - rim + 2 * death.at(x, y, z));
    }
  }

  /** Water runs along the white matter, like the fingers of a glove, and spares the cortex. */
  private final class Oedema implements SpaceField {
    @Override
    public double at(double x, double y, double z) {
      double near = blob.at(x, y, z) + swelling + 0.4 * swelling * fingers.at(x, y, z);
      return near < -3 ? near : Math.min(near, 1.5 + brain.white(x, y, z));
    }

    @Override
    public boolean near(double x, double y, double z, double distance) {
      return blob.near(x, y, z, distance + 1.4 * swelling);
    }
  }
}
