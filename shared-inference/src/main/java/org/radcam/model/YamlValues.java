package org.radcam.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Plain values that become YAML, in the order in which they are put. */
final class YamlValues {
  private YamlValues() {}

  static Map<String, Object> file(PackageFile file) {
    Map<String, Object> yaml = map("source", file.name());
    yaml.put("sha256", file.sha256());
    return yaml;
  }

  static Map<String, Object> map(String key, Object value) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put(key, value);
    return yaml;
  }
}
