package org.radcam.weasis.link;

import java.util.Optional;

/** One version of the host, as far as it is known. */
interface HostApi {

  /** How the version is called. */
  String version();

  /** A class with all its members. */
  Optional<HostClass> find(String name);

  /** Whether there is such a class, even if nothing is known of its members. */
  boolean names(String name);
}
