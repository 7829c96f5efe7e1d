package org.radcam.zoo.tabular;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.radcam.tabular.BoostedTrees;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * XGBoost's trees from its text dump, whose decimals are enough to name every single-precision
 * number. A dump has the trees round by round, in each round one a class.
 */
final class XgboostTrees {
  private final int[] numbers;
  private final TreeTable table = new TreeTable();
  private final List<Float> values = new ArrayList<>();

  private XgboostTrees(int[] numbers) {
    this.numbers = numbers;
  }

  static BoostedTrees portable(Model<Label> trained, TrainingTable table) {
    Booster booster = ((XGBoostModel<Label>) trained).getInnerModels().get(0);
    String[] dump;
    try {
      dump = booster.getModelDump((String) null, false, "json");
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot write its trees", e);
    }
    XgboostTrees trees =
        new XgboostTrees(TribuoTables.features(trained.getFeatureIDMap(), table.features()));
    int[] classOf = new int[dump.length];
    for (int tree = 0; tree < dump.length; tree++) {
      classOf[tree] = classNumber(trained, tree % table.classes(), table.classes());
      trees.table.beginTree();
      trees.add(JsonParser.parseString(dump[tree]).getAsJsonObject());
    }
    float[] values = new float[trees.values.size()];
    for (int node = 0; node < values.length; node++) {
      values[node] = trees.values.get(node);
    }
    // The softmax does not see the base score, which is the same for all classes.
    return new BoostedTrees(
        table.features(), trees.table.trees(), values, classOf, 0, table.classes());
  }

  private static int classNumber(Model<Label> trained, int id, int classes) {
    for (int c = 0; c < classes; c++) {
      if (trained.getOutputIDInfo().getID(new Label(TribuoTables.name(c))) == id) {
        return c;
      }
    }
    throw new IllegalStateException("Tribuo has no class number " + id);
  }

  private int add(JsonObject node) {
    int own = table.add();
    values.add(node.has("leaf") ? node.get("leaf").getAsFloat() : 0f);
    if (node.has("leaf")) {
      return own;
    }
    int feature = Integer.parseInt(node.get("split").getAsString().substring(1));
    // XGBoost asks "below", ours "not above" the number before it.
    float threshold = Math.nextDown(node.get("split_condition").getAsFloat());
    table.split(own, numbers[feature], threshold);
    JsonArray children = node.getAsJsonArray("children");
    int yes = node.get("yes").getAsInt();
    JsonObject first = children.get(0).getAsJsonObject();
    JsonObject second = children.get(1).getAsJsonObject();
    boolean inOrder = first.get("nodeid").getAsInt() == yes;
    int left = add(inOrder ? first : second);
    int right = add(inOrder ? second : first);
    table.children(own, left, right);
    return own;
  }
}
