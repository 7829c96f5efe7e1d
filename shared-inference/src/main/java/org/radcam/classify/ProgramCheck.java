package org.radcam.classify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.radcam.UserException;
import org.radcam.network.weights.torch.TorchFormat;

/**
 * Looks into a TorchScript program before PyTorch loads it, since some of TorchScript's operators
 * read and write files. This narrows what a program can do; it does not make a program of unknown
 * origin safe: it still takes memory and time as it likes. Refused are
 *
 * <ul>
 *   <li>more than 1 GB, more than {@value #MAX_CODE} bytes of code, and archives that are damaged
 *       or hostile (see {@link TorchFormat});
 *   <li>a member called save, load or from_file, whatever it is a member of, since {@code
 *       torch.save} can go by another name and is a method of every tensor;
 *   <li>operators of namespaces other than {@code prim} and {@code aten}, and PyTorch's own
 *       classes: they talk to other computers, among other things;
 *   <li>{@code getattr} of anything but a name written out, as PyTorch itself writes it.
 * </ul>
 */
public final class ProgramCheck {
  /** The largest program that is taken. */
  public static final int MAX_BYTES = 1 << 30;

  private static final int MAX_CODE = 1 << 22;

  private static final String NAMES = "_?(?:save|load|from_file)";

  /** White space and continued lines may stand between a dot and a name. */
  private static final String GAP = "[\\s\\\\]*+";

  private static final Pattern FILES = Pattern.compile("\\." + GAP + "(" + NAMES + ")\\b");

  /** So may comments, but PyTorch writes none. */
  private static final Pattern HIDDEN =
      Pattern.compile("\\." + GAP + "#|#[^\\n]*+\\n" + GAP + "\\.");

  private static final Pattern OPERATORS =
      Pattern.compile("(?<![\\w.])ops\\b(?!\\.(?:prim|aten)\\.)(?:\\.(\\w+))?");

  private static final Pattern OWN =
      Pattern.compile("\\btorch" + GAP + "\\." + GAP + "(ops|classes)\\b");

  /** As PyTorch writes the members whose names are no identifiers, such as "0". */
  private static final Pattern MEMBER =
      Pattern.compile("\\bgetattr\\(([\\w.]++), \"(?!" + NAMES + "\")[^\"'\\\\\\n]++\"\\)");

  /** How often a member of a member is looked into. */
  private static final int MAX_NESTED = 8;

  private static final Pattern GETATTR = Pattern.compile("\\bgetattr\\b");

  private ProgramCheck() {}

  /**
   * Checks a program.
   *
   * @param content of the file
   * @throws UserException saying what of it is refused
   */
  public static void check(byte[] content) {
    if (content.length > MAX_BYTES) {
      throw new UserException("The TorchScript program has more than 1 GB.");
    }
    try {
      Path folder = Files.createTempDirectory("radcam-");
      Path file = folder.resolve("program.pt");
      try {
        Files.write(file, content);
        checkFile(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (ZipException e) {
      throw new UserException("The TorchScript program's archive is damaged.", e);
    } catch (IOException e) {
      throw new UserException("The TorchScript program cannot be checked: " + e.getMessage(), e);
    }
  }

  private static void checkFile(Path file) throws IOException {
    if (TorchFormat.of(file) != TorchFormat.SCRIPT) {
      throw new UserException(
          "PyTorch cannot load the TorchScript program: the file is not a TorchScript program.");
    }
    int left = MAX_CODE;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        // PyTorch finds entries whatever their case.
        if (!entry.getName().toLowerCase(Locale.ROOT).endsWith(".py")) {
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] code = in.readNBytes(left + 1);
          if (code.length > left) {
            throw refused("it has more than " + MAX_CODE + " bytes of code");
          }
          left -= code.length;
          checkCode(new String(code, StandardCharsets.UTF_8));
        }
      }
    }
  }

  static void checkCode(String code) {
    Matcher files = FILES.matcher(code);
    if (files.find()) {
      throw refused("it uses '" + files.group(1) + "', which reads or writes files");
    }
    if (HIDDEN.matcher(code).find()) {
      throw refused("it hides what it uses behind comments");
    }
    Matcher operators = OPERATORS.matcher(code);
    if (operators.find()) {
      String name = operators.group(1);
      throw refused(
          name == null
              ? "it hides which operators it uses"
              : "it uses operators 'ops." + name + "', of which only prim and aten are known");
    }
    Matcher own = OWN.matcher(code);
    if (own.find()) {
      throw refused("it uses 'torch." + own.group(1) + "'");
    }
    checkMembers(code);
  }

  private static void checkMembers(String code) {
    String rest = code;
    for (int depth = 0; depth < MAX_NESTED; depth++) {
      rest = MEMBER.matcher(rest).replaceAll("$1");
    }
    if (GETATTR.matcher(rest).find()) {
      throw refused("it hides which members it uses (getattr)");
    }
  }

  private static UserException refused(String why) {
    return new UserException("The TorchScript program is refused: " + why + ".");
  }
}
