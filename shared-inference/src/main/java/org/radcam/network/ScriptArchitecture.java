package org.radcam.network;

import java.util.List;

/**
 * Stands for whatever network a TorchScript program is.
 *
 * @param split whether the program has methods {@code features} and {@code head}, so that a heat
 *     map can be made between them
 */
record ScriptArchitecture(boolean split) implements Architecture {
  static final List<ScriptArchitecture> BOTH =
      List.of(new ScriptArchitecture(false), new ScriptArchitecture(true));

  @Override
  public String key() {
    return split ? ScriptNetwork.SPLIT : ScriptNetwork.WHOLE;
  }

  @Override
  public String title() {
    return split ? "TorchScript features and head" : "TorchScript program";
  }

  @Override
  public String source() {
    return "A program of somebody's; the package's card says whose";
  }

  @Override
  public int spatialAxes() {
    return 2;
  }

  @Override
  public int featureStep() {
    return ScriptNetwork.USUAL_STEP;
  }

  @Override
  public void check(ArchitectureSpec spec) {
    ArchitectureSpec plain =
        ArchitectureSpec.of(key(), spec.inputChannels(), spec.classes())
            .withFeatureStep(spec.featureStep());
    if (!plain.equals(spec)) {
      throw Architecture.cannot(this, "width, dropout, attention, shortcuts or clinical values");
    }
  }

  @Override
  public FeatureNetwork create(ArchitectureSpec spec) {
    check(spec);
    return new ScriptNetwork(spec, split);
  }
}
