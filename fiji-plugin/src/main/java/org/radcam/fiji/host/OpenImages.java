package org.radcam.fiji.host;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.radcam.UserException;

/**
 * The images that are open, in windows or in batch mode, and how people name them: by the title, or
 * by ImageJ's ID ({@code -7}, {@code #-7}). Choosers name an image whose title is not enough {@code
 * #-7 title}.
 */
public final class OpenImages {
  private static final Pattern ID = Pattern.compile("#?(-?\\d{1,9})(?: (.*))?");

  private OpenImages() {}

  /** All of them, in the order in which they were opened. */
  public static List<ImagePlus> all() {
    int[] ids = WindowManager.getIDList();
    return ids == null
        ? List.of()
        : IntStream.of(ids)
            .mapToObj(WindowManager::getImage)
            .filter(Objects::nonNull)
            .filter(image -> image.getProcessor() != null)
            .toList();
  }

  /** What a chooser calls an image: a word that {@link #find} understands. */
  public static String word(ImagePlus image, List<ImagePlus> open) {
    String title = image.getTitle();
    long same = open.stream().filter(other -> other.getTitle().equals(title)).count();
    boolean plain = same == 1 && !title.isBlank() && !ID.matcher(title).matches() && fits(title);
    // Brackets are those of a macro line's values.
    return plain ? title : "#" + image.getID() + " " + withoutBrackets(title);
  }

  private static String withoutBrackets(String title) {
    return title.replaceAll("[\\[\\]]", "").strip();
  }

  /** Whether a macro line can hold a title in brackets. */
  private static boolean fits(String title) {
    int open = 0;
    for (int n = 0; n < title.length(); n++) {
      char c = title.charAt(n);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0 && title.equals(title.strip()) && !title.startsWith("[");
  }

  /**
   * The open image of that title or ID. Behind an ID the title may stand: IDs are others in every
   * session, so that it must be that image's.
   *
   * @return empty where there is none
   * @throws UserException if several images have that title, or that of the ID has another
   */
  public static Optional<ImagePlus> find(String word) {
    List<ImagePlus> titled = new ArrayList<>();
    List<ImagePlus> open = all();
    for (ImagePlus image : open) {
      if (image.getTitle().equals(word)) {
        titled.add(image);
      }
    }
    if (titled.size() > 1) {
      throw new UserException(
          "Several open images are called '"
              + word
              + "'. Rename one, or name it by its ID: "
              + String.join(", ", titled.stream().map(image -> "#" + image.getID()).toList())
              + ".");
    }
    if (titled.size() == 1) {
      return Optional.of(titled.get(0));
    }
    Matcher id = ID.matcher(word);
    return id.matches()
        ? open.stream()
            .filter(image -> image.getID() == Integer.parseInt(id.group(1)))
            .findFirst()
            .map(image -> requireTitle(image, Optional.ofNullable(id.group(2)).orElse("")))
        : Optional.empty();
  }

  private static ImagePlus requireTitle(ImagePlus image, String words) {
    String title = withoutBrackets(words);
    if (title.isEmpty() || title.equals(withoutBrackets(image.getTitle()))) {
      return image;
    }
    throw new UserException(
        "The open image with the ID #"
            + image.getID()
            + " is '"
            + image.getTitle()
            + "', not '"
            + title
            + "': IDs are others whenever images are opened anew. Name the image that you mean by its"
            + " title, or by the ID that it has now.");
  }
}
