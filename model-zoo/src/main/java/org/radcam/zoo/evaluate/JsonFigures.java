package org.radcam.zoo.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.stats.Interval;

/** Figures as {@code metrics.json} writes them: all digits, and null for what does not exist. */
final class JsonFigures {
  private JsonFigures() {}

  static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }

  static JsonArray interval(Interval interval) {
    JsonArray ends = new JsonArray();
    ends.add(number(interval.low()));
    ends.add(number(interval.high()));
    return ends;
  }

  /** A figure, with its interval beside it. */
  static void add(JsonObject json, String name, Interval interval) {
    json.add(name, number(interval.estimate()));
    json.add(name + "_ci95", interval(interval));
  }

  /** A figure and its interval as one object. */
  static JsonObject valued(Interval interval) {
    JsonObject json = new JsonObject();
    json.add("value", number(interval.estimate()));
    json.add("ci95", interval(interval));
    return json;
  }

  static JsonObject valued(Interval interval, String method) {
    JsonObject json = valued(interval);
    json.addProperty("method", method.toLowerCase(Locale.ROOT));
    return json;
  }

  static JsonArray texts(List<String> texts) {
    JsonArray json = new JsonArray();
    texts.forEach(json::add);
    return json;
  }

  /** A text, or null. */
  static JsonElement text(Optional<String> text) {
    return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }
}
