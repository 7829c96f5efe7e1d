package org.radcam.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A model package among the resources of a jar. */
public final class ResourcePackage implements ModelPackage {
  private final Class<?> anchor;
  private final String folder;
  private final ModelCard card;

  private ResourcePackage(Class<?> anchor, String folder, ModelCard card) {
    this.anchor = anchor;
    this.folder = folder;
    this.card = card;
  }

  /**
   * Reads the card of a package in a jar.
   *
   * @param anchor a class of the same jar, whose loader finds the package
   * @param folder absolute name of the package's folder, for example {@code
   *     /org/radcam/zoo/models/chest-xray-nih}
   */
  public static ResourcePackage open(Class<?> anchor, String folder) {
    String name = folder + "/" + FolderPackage.CARD;
    try (InputStream in = resource(anchor, name)) {
      return new ResourcePackage(
          anchor, folder, CardReader.read(name, new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public String location() {
    return folder.substring(folder.lastIndexOf('/') + 1) + " (shipped with RadCAM)";
  }

  @Override
  public InputStream open(String fileName) throws IOException {
    PackageFile.checkName(fileName);
    return resource(anchor, folder + "/" + fileName);
  }

  private static InputStream resource(Class<?> anchor, String name) throws IOException {
    InputStream in = anchor.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(name);
    }
    return in;
  }
}
