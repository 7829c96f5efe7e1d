package org.radcam.weasis.link;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A version of the host as a list of signatures has it.
 *
 * @param version the version
 * @param classes classes by their names
 * @param named classes that the list only names, as a type in a signature
 */
record SignatureList(String version, Map<String, HostClass> classes, Set<String> named)
    implements HostApi {

  @Override
  public Optional<HostClass> find(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  @Override
  public boolean names(String name) {
    return classes.containsKey(name) || named.contains(name);
  }
}
