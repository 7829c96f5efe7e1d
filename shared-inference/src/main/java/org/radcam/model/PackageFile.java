package org.radcam.model;

/**
 * A file of a package and what it must be.
 *
 * @param name file name within the package, without folders
 * @param sha256 expected SHA-256, 64 lower-case hexadecimal digits
 */
public record PackageFile(String name, String sha256) {
  public PackageFile {
    // A name with a folder in it could lead out of the package.
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "A package file's name has letters, digits, '.', '_' and '-' only, not '" + name + "'");
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "The SHA-256 of " + name + " must be 64 lower-case hexadecimal digits");
    }
  }
}
