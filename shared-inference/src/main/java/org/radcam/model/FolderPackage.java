package org.radcam.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.radcam.UserException;

/** A model package in a folder: {@code rdf.yaml} and the files that it names, side by side. */
public final class FolderPackage implements ModelPackage {
  /** The card's file name. */
  public static final String CARD = "rdf.yaml";

  private static final int MAX_CARD = 1 << 20;
  private static final Pattern OUR_PART = Pattern.compile("(?m)^[ \\t]*+radcam[ \\t]*+:");

  private final Path folder;
  private final ModelCard card;

  private FolderPackage(Path folder, ModelCard card) {
    this.folder = folder;
    this.card = card;
  }

  /**
   * Reads the card of a folder; its other files are checked when they are read.
   *
   * @throws UserException if there is no card, or something is wrong with it
   */
  public static FolderPackage open(Path folder) {
    Path file = folder.resolve(CARD);
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          folder + " is no model package: it has no " + CARD + " (the model's card).");
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      return new FolderPackage(folder, CardReader.read(file.toString(), reader));
    } catch (MalformedInputException e) {
      throw new UserException(file + ": the card must be text in UTF-8.", e);
    } catch (IOException e) {
      throw new UserException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether a folder has a card with our part in it, right or wrong. Other programs keep
   * bioimage.io models of their own in shared folders.
   */
  public static boolean isOne(Path folder) throws IOException {
    Path file = folder.resolve(CARD);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      // Not read as YAML: a card with a slip in it is still ours, and its reader will say so.
      String text = new String(in.readNBytes(MAX_CARD), StandardCharsets.UTF_8);
      return hasOurPart(text);
    }
  }

  /** In one pass, for a card is no longer than a megabyte but may be hostile. */
  static boolean hasOurPart(CharSequence card) {
    return OUR_PART.matcher(card).find();
  }

  @Override
  public ModelCard card() {
    return card;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public String location() {
    return folder.toString();
  }

  /** Opens a file of this folder; a link that leads out of the folder is refused. */
  @Override
  public InputStream open(String fileName) throws IOException {
    PackageFile.checkName(fileName);
    Path file = folder.resolve(fileName);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!file.toRealPath().startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
      throw new IOException("it is not a plain file of this folder");
    }
    return Files.newInputStream(file);
  }
}
