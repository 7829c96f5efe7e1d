package org.radcam.network.weights.pickle;

import java.util.List;

/**
 * A tuple. Tuples of one tuple, again and again, are small in a file and endless to walk: nothing
 * here compares, hashes or prints them.
 */
public record PickleTuple(List<Object> items) {
  public PickleTuple {
    items = List.copyOf(items);
  }

  public int size() {
    return items.size();
  }

  public Object get(int index) {
    return items.get(index);
  }
}
