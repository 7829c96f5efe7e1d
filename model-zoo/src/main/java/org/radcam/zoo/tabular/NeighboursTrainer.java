package org.radcam.zoo.tabular;

import org.radcam.tabular.NearestNeighbours;
import org.radcam.tabular.TabularClassifier;

/** Keeps the training cases; k is the odd number next to the root of their number, 3 to 15. */
final class NeighboursTrainer implements TabularTrainer {
  private static final int FEWEST = 3;
  private static final int MOST = 15;

  @Override
  public String key() {
    return "nearest-neighbours";
  }

  @Override
  public String title() {
    return "k-nearest neighbours";
  }

  @Override
  public String help() {
    return "The classes of the most similar training cases; k is about the root of their number,"
        + " 3 to 15";
  }

  @Override
  public String source() {
    return "RadCAM";
  }

  @Override
  public TabularClassifier train(TrainingTable table, long seed) {
    int cases = table.rows().length;
    return new NearestNeighbours(
        table.rows(), table.labels(), table.classes(), Math.min(cases, neighbours(cases)));
  }

  static int neighbours(int cases) {
    int odd = 2 * (int) (Math.sqrt(cases) / 2) + 1;
    return Math.max(FEWEST, Math.min(MOST, odd));
  }
}
