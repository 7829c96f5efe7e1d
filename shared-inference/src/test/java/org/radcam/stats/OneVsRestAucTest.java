package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.numbers;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class OneVsRestAucTest {
  @Test
  void areasAndTheirAveragesAreThoseOfScikitLearn() {
    for (JsonObject golden : StatsGolden.classes()) {
      OneVsRestAuc auc = new OneVsRestAuc(StatsGolden.predictions(golden));
      int[] once = auc.once();

      double[] perClass = numbers(golden.get("perClass"));
      for (int k = 0; k < perClass.length; k++) {
        same(auc.ofClass(k, once), perClass[k], name(golden));
      }
      same(auc.macro(once), number(golden, "macro"), name(golden));
      same(auc.weighted(once), number(golden, "weighted"), name(golden));
      same(auc.micro(once), number(golden, "micro"), name(golden));
    }
  }

  @Test
  void aCaseThatCountsTwiceIsTheSameAsTwoCases() {
    Predictions all = StatsGolden.predictions(StatsGolden.named(StatsGolden.classes(), "random"));
    OneVsRestAuc auc = new OneVsRestAuc(all);
    int[] times = auc.once();
    int[] labels = new int[all.size() + 1];
    double[][] probabilities = new double[labels.length][];
    for (int n = 0; n < labels.length; n++) {
      int from = n == all.size() ? 7 : n;
      labels[n] = all.labels()[from];
      probabilities[n] = all.probabilities()[from];
    }
    times[7] = 2;

    OneVsRestAuc more =
        new OneVsRestAuc(
            new Predictions(
                all.classes(), StatsGolden.patients(labels.length), labels, probabilities));

    same(auc.micro(times), more.micro(more.once()), "micro");
    same(auc.weighted(times), more.weighted(more.once()), "weighted");
    same(auc.macro(times), more.macro(more.once()), "macro");
  }

  @Test
  void withoutCasesOfAClassItsAreaAndTheMeanAreNotDefined() {
    Predictions all = StatsGolden.predictions(StatsGolden.named(StatsGolden.classes(), "tiny"));
    OneVsRestAuc auc = new OneVsRestAuc(all);
    int[] withoutTheThird = {1, 1, 0, 1};

    assertThat(auc.ofClass(2, withoutTheThird)).isNaN();
    assertThat(auc.macro(withoutTheThird)).isNaN();
    assertThat(auc.weighted(withoutTheThird)).isNaN();
    assertThat(auc.micro(withoutTheThird)).isBetween(0.0, 1.0);
  }
}
