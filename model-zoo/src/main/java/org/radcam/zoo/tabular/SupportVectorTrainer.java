package org.radcam.zoo.tabular;

import java.util.Arrays;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import org.radcam.tabular.SupportVectorMachine;
import org.radcam.tabular.TabularClassifier;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.libsvm.LibSVMClassificationModel;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;
import org.tribuo.classification.libsvm.SVMClassificationType;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.SVMParameters;

/**
 * C-SVC with C = 1 and the radial kernel with gamma = 1 / (number of features), which for
 * standardised features is scikit-learn's "scale"; probabilities by LIBSVM's inner
 * cross-validation.
 */
final class SupportVectorTrainer implements TabularTrainer {
  @Override
  public String key() {
    return "support-vector-machine";
  }

  @Override
  public String title() {
    return "Support vector machine";
  }

  @Override
  public String help() {
    return "Radial kernel with C = 1 and gamma = 1 / features; Platt's probabilities";
  }

  @Override
  public String source() {
    return "LIBSVM through Tribuo";
  }

  @Override
  public TabularClassifier train(TrainingTable table, long seed) {
    return portable(tribuo(table, seed), table);
  }

  Model<Label> tribuo(TrainingTable table, long seed) {
    SVMParameters<Label> parameters =
        new SVMParameters<>(
            new SVMClassificationType(SVMClassificationType.SVMMode.C_SVC), KernelType.RBF);
    parameters.setCost(1);
    parameters.setGamma((float) (1.0 / table.features()));
    parameters.setProbability();
    // LIBSVM prints its progress otherwise.
    svm.svm_set_print_string_function(text -> {});
    return new LibSVMClassificationTrainer(parameters, seed).train(TribuoTables.dataset(table));
  }

  static SupportVectorMachine portable(Model<Label> trained, TrainingTable table) {
    svm_model model = ((LibSVMClassificationModel) trained).getInnerModels().get(0);
    for (int c = 0; c < model.nr_class; c++) {
      // LIBSVM's pairs are signed by its order of classes, which is that of the cases.
      Label label = trained.getOutputIDInfo().getOutput(model.label[c]);
      if (!label.getLabel().equals(TribuoTables.name(c))) {
        throw new IllegalStateException("LIBSVM has its classes in another order");
      }
    }
    int[] features = TribuoTables.features(trained.getFeatureIDMap(), table.features());
    float[][] vectors = new float[model.l][table.features()];
    int[] classOf = new int[model.l];
    int first = 0;
    for (int c = 0; c < model.nr_class; c++) {
      Arrays.fill(classOf, first, first + model.nSV[c], c);
      first += model.nSV[c];
    }
    for (int n = 0; n < model.l; n++) {
      for (svm_node node : model.SV[n]) {
        vectors[n][features[node.index]] = (float) node.value;
      }
    }
    return new SupportVectorMachine(
        (float) model.param.gamma,
        vectors,
        classOf,
        Arrays.stream(model.sv_coef).map(SupportVectorTrainer::floats).toArray(float[][]::new),
        floats(model.rho),
        floats(model.probA),
        floats(model.probB));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
