package org.radcam.network.weights.pickle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A dictionary, of which the entries with text keys are kept, in their order. Others (an optimiser
 * numbers its parameters) hold nothing that is looked for, and to hash a hostile key may take
 * forever.
 */
public final class PickleDict {
  private final Map<String, Object> entries = new LinkedHashMap<>();

  /** Adds or replaces an entry. */
  public void put(Object key, Object value) {
    if (key instanceof String text) {
      entries.put(text, value);
    }
  }

  /** The entries with text keys. */
  public Map<String, Object> entries() {
    return Collections.unmodifiableMap(entries);
  }
}
