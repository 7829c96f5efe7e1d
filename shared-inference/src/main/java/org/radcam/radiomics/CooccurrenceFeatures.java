package org.radcam.radiomics;

/** Grey level co-occurrence features in all aggregations (IBSI section 3.6, LFYI). */
final class CooccurrenceFeatures extends DirectionalTexture<CooccurrenceMatrix> {
  private final GreyLevels grey;

  CooccurrenceFeatures(GreyLevels grey) {
    super(grey, "cm_", CooccurrenceMatrix.NAMES);
    this.grey = grey;
  }

  @Override
  CooccurrenceMatrix create() {
    return new CooccurrenceMatrix(grey);
  }

  @Override
  void clear(CooccurrenceMatrix matrix) {
    matrix.clear();
  }

  @Override
  void count(CooccurrenceMatrix matrix, int from, int to, int offset) {
    matrix.count(from, to, offset);
  }

  @Override
  void merge(CooccurrenceMatrix sum, CooccurrenceMatrix part) {
    sum.add(part);
  }

  @Override
  double[] features(CooccurrenceMatrix matrix) {
    return matrix.features();
  }
}
