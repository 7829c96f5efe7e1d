package org.radcam.zoo.tabular;

import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tables as Tribuo wants them. Names of features and classes are numbers with leading zeros,
 * because Tribuo numbers them in the order of their names; cases come class by class, because
 * LIBSVM numbers classes as they come.
 */
final class TribuoTables {
  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  private TribuoTables() {}

  static MutableDataset<Label> dataset(TrainingTable table) {
    // Otherwise Tribuo tells of every tree.
    TRIBUO.setLevel(Level.WARNING);
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("RadCAM", factory), factory);
    for (int c = 0; c < table.classes(); c++) {
      for (int n = 0; n < table.rows().length; n++) {
        if (table.labels()[n] == c) {
          dataset.add(example(table.rows()[n], c));
        }
      }
    }
    return dataset;
  }

  static Example<Label> example(float[] row, int label) {
    String[] names =
        IntStream.range(0, row.length).mapToObj(TribuoTables::name).toArray(String[]::new);
    double[] values = IntStream.range(0, row.length).mapToDouble(j -> row[j]).toArray();
    return new ArrayExample<>(new Label(name(label)), names, values);
  }

  /** Our number of each of Tribuo's features. */
  static int[] features(ImmutableFeatureMap map, int count) {
    int[] features = new int[count];
    for (int j = 0; j < count; j++) {
      features[map.getID(name(j))] = j;
    }
    return features;
  }

  static double[] probabilities(Prediction<Label> prediction, int classes) {
    return IntStream.range(0, classes)
        .mapToDouble(c -> prediction.getOutputScores().get(name(c)).getScore())
        .toArray();
  }

  static String name(int number) {
    return String.format("%06d", number);
  }
}
