package org.radcam.zoo.evaluate;

import static org.radcam.zoo.evaluate.JsonFigures.add;
import static org.radcam.zoo.evaluate.JsonFigures.number;
import static org.radcam.zoo.evaluate.JsonFigures.text;
import static org.radcam.zoo.evaluate.JsonFigures.texts;
import static org.radcam.zoo.evaluate.JsonFigures.valued;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.radcam.stats.Interval;
import org.radcam.stats.agreement.ReaderFigures;

/** {@code reader_comparisons} and {@code reader_agreement} in {@code metrics.json}. */
final class ReaderJson {
  private ReaderJson() {}

  static JsonArray comparisons(ReaderResults results, List<String> classes) {
    JsonArray all = new JsonArray();
    for (ReaderComparison one : results.comparisons()) {
      JsonObject json = new JsonObject();
      json.addProperty("split", one.split());
      json.addProperty("first", one.first());
      json.addProperty("second", one.second());
      json.add("condition", text(one.condition().map(ReadingCondition::word)));
      json.add("model", text(one.model()));
      json.addProperty("n", one.cases());
      json.addProperty("patients", one.patients());
      JsonArray figures = new JsonArray();
      one.figures().forEach(figure -> figures.add(figure(figure, classes)));
      json.add("figures", figures);
      JsonArray tests = new JsonArray();
      one.figures().stream()
          .limit(1)
          .flatMap(figure -> figure.study().readers().stream())
          .forEach(reader -> tests.add(mcNemar(reader)));
      json.add("mcnemar", tests);
      json.add("warnings", texts(one.warnings()));
      all.add(json);
    }
    return all;
  }

  private static JsonObject figure(ReaderFigure figure, List<String> classes) {
    JsonObject json = new JsonObject();
    json.addProperty("figure", figure.name());
    json.add(
        "class",
        text(
            figure.ofClass().isPresent()
                ? Optional.of(classes.get(figure.ofClass().getAsInt()))
                : Optional.empty()));
    json.add(
        "mean",
        three(figure.study().first(), figure.study().second(), figure.study().difference()));
    JsonArray readers = new JsonArray();
    for (ReaderFigures reader : figure.study().readers()) {
      JsonObject own = three(reader.first(), reader.second(), reader.difference());
      own.addProperty("reader", reader.reader());
      readers.add(own);
    }
    json.add("readers", readers);
    return json;
  }

  private static JsonObject three(Interval first, Interval second, Interval difference) {
    JsonObject json = new JsonObject();
    add(json, "first", first);
    add(json, "second", second);
    add(json, "difference", difference);
    return json;
  }

  private static JsonObject mcNemar(ReaderFigures reader) {
    JsonObject json = new JsonObject();
    json.addProperty("reader", reader.reader());
    json.addProperty("only_first_right", reader.mcNemar().onlyFirst());
    json.addProperty("only_second_right", reader.mcNemar().onlySecond());
    json.add("p", number(reader.mcNemar().exactP()));
    return json;
  }

  static JsonArray agreements(ReaderResults results) {
    JsonArray all = new JsonArray();
    for (ReaderAgreement one : results.agreements()) {
      JsonObject json = new JsonObject();
      json.addProperty("split", one.split());
      json.add("condition", text(one.condition().map(ReadingCondition::word)));
      json.add("readers", texts(one.readers()));
      json.addProperty("n", one.cases());
      json.add("fleiss_kappa", kappa(one.all()));
      JsonArray pairs = new JsonArray();
      for (ReaderAgreement.Pair pair : one.pairs()) {
        JsonObject own = new JsonObject();
        own.add("readers", texts(List.of(pair.first(), pair.second())));
        own.addProperty("n", pair.cases());
        own.add("kappa", kappa(pair.kappa()));
        pairs.add(own);
      }
      json.add("cohen_kappa", pairs);
      json.add("warnings", texts(one.warnings()));
      all.add(json);
    }
    return all;
  }

  private static JsonElement kappa(Optional<Interval> kappa) {
    return kappa.isPresent() ? valued(kappa.get()) : JsonNull.INSTANCE;
  }
}
