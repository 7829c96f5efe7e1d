package org.radcam.network;

import java.util.List;

/** DenseNet-121, which has no residual blocks and so none of their options. */
record DenseArchitecture() implements Architecture {
  private static final List<Integer> BLOCKS = List.of(6, 12, 24, 16);

  @Override
  public String key() {
    return "densenet121";
  }

  @Override
  public String title() {
    return "DenseNet-121";
  }

  @Override
  public String source() {
    return "Huang G, Liu Z, van der Maaten L, Weinberger KQ. Densely connected convolutional"
        + " networks. CVPR 2017";
  }

  @Override
  public int spatialAxes() {
    return 2;
  }

  @Override
  public int featureStep() {
    return 32;
  }

  @Override
  public void check(ArchitectureSpec spec) {
    if (spec.attention() != Attention.NONE) {
      throw Architecture.cannot(this, "attention, which belongs to residual blocks");
    }
    if (spec.shortcut() != Shortcut.B) {
      throw Architecture.cannot(this, "shortcut A, which belongs to residual blocks");
    }
    if (spec.featureStep() != ArchitectureSpec.OWN_STEP && spec.featureStep() != featureStep()) {
      throw Architecture.cannot(
          this, "a feature step of " + spec.featureStep() + "; its own is " + featureStep());
    }
  }

  @Override
  public FeatureNetwork create(ArchitectureSpec spec) {
    check(spec);
    return new DenseNet(BLOCKS, spec);
  }
}
