package org.radcam.network.weights.pickle;

import java.util.ArrayList;
import java.util.List;

/** The stack of a pickle machine. Taking more than there is refuses the pickle. */
final class PickleStack {
  private final List<Object> values = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();

  void push(Object value) {
    values.add(value);
  }

  Object pop() {
    require(values.size() > floor());
    return values.remove(values.size() - 1);
  }

  Object peek() {
    require(values.size() > floor());
    return values.get(values.size() - 1);
  }

  void mark() {
    marks.add(values.size());
  }

  boolean atMark() {
    return !marks.isEmpty() && values.size() == floor();
  }

  /** Takes the last mark, and what was pushed after it. */
  List<Object> popToMark() {
    require(!marks.isEmpty());
    int floor = marks.remove(marks.size() - 1);
    List<Object> above = values.subList(floor, values.size());
    List<Object> taken = List.copyOf(above);
    above.clear();
    return taken;
  }

  <T> T pop(Class<T> type) {
    Object value = pop();
    require(type.isInstance(value));
    return type.cast(value);
  }

  private int floor() {
    return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
  }

  private static void require(boolean sound) {
    if (!sound) {
      throw broken();
    }
  }

  static PickleRefusedException broken() {
    return new PickleRefusedException("its pickle is damaged or malicious: it makes no sense");
  }
}
