package org.radcam.model;

/**
 * A file of a package and what it must be.
 *
 * @param name file name within the package, without folders
 * @param sha256 expected SHA-256, 64 lower-case hexadecimal digits
 */
public record PackageFile(String name, String sha256) {
  public PackageFile {
    checkName(name);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "The SHA-256 of " + name + " must be 64 lower-case hexadecimal digits");
    }
  }

  /** Fails for a name that could lead out of the package, or that some file system cannot keep. */
  static void checkName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException(
          "A package file's name has up to 100 letters, digits, '.', '_' and '-', not '"
              + name
              + "'");
    }
  }
}
