package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcam.UserException;
import org.radcam.image.Size;

/**
 * One of ImageJ's regions, on its slices.
 *
 * @param name its own; empty where it has none
 * @param group ImageJ's number of its group; 0 for none
 * @param slices where it counts, as numbers
 * @param inside the pixels of a slice that lie in it, at least one
 */
record DrawnRegion(Optional<String> name, int group, SliceRange slices, BitSet inside) {
  /** How the ROI Manager names regions of stacks: slice, y, x. */
  private static final Pattern SLICE_FIRST = Pattern.compile("(\\d{4,6})-\\d{4,6}-\\d{4,6}.*");

  /**
   * Takes a region.
   *
   * @param where what to call its source in messages
   * @param everywhere the slices of a region that belongs to none of its own
   * @throws UserException if it has no inside, or lies outside the image
   */
  static DrawnRegion of(ImagePlus image, Roi roi, String where, SliceRange everywhere) {
    String named =
        Optional.ofNullable(roi.getName()).map(name -> "'" + name + "'").orElse("a region");
    if (!RoiMask.isArea(roi)) {
      throw new UserException(
          "Of "
              + where
              + ", "
              + named
              + " is a "
              + roi.getTypeAsString().toLowerCase(Locale.ROOT)
              + ", which has no inside. Draw areas, and take out the others.");
    }
    Size slice = Size.of(image.getWidth(), image.getHeight());
    BitSet inside = RoiMask.inside(roi, slice);
    int count = image.getStackSize();
    int position = count == 1 ? 0 : position(roi);
    if (inside.isEmpty() || position > count) {
      throw new UserException(
          "Of "
              + where
              + ", "
              + named
              + (inside.isEmpty()
                  ? " holds no pixel"
                  : " is on slice " + position + ", beyond the " + count + " slices")
              + " of '"
              + image.getTitle()
              + "'. Was it drawn on another image?");
    }
    return new DrawnRegion(
        Optional.ofNullable(roi.getName()).filter(name -> !name.isBlank()),
        roi.getGroup(),
        position == 0
            ? everywhere.within(image.getCurrentSlice(), count)
            : new SliceRange(position, position),
        inside);
  }

  /** The slice that a region belongs to, from 1; 0 for none of its own. */
  private static int position(Roi roi) {
    int position = roi.hasHyperStackPosition() ? roi.getZPosition() : roi.getPosition();
    if (position > 0 || roi.getName() == null) {
      return Math.max(0, position);
    }
    Matcher words = SLICE_FIRST.matcher(roi.getName());
    return words.matches() ? Integer.parseInt(words.group(1)) : 0;
  }

  /** Marks the region's voxels in a volume. */
  void mark(BitSet voxels, Size size) {
    int area = size.columns() * size.rows();
    for (int slice = slices.first(); slice <= slices.last(); slice++) {
      int start = (slice - 1) * area;
      inside.stream().forEach(pixel -> voxels.set(start + pixel));
    }
  }

  /** Whether both are drawn as one lesion; {@link DrawnLesions} has the rules. */
  boolean belongsTo(DrawnRegion other) {
    if (group != 0 || other.group != 0) {
      return group == other.group;
    }
    if (name.isPresent() && name.equals(other.name)) {
      return true;
    }
    boolean neighbours =
        slices.first() <= other.slices.last() + 1
            && other.slices.first() <= slices.last() + 1
            && !slices.equals(other.slices);
    return neighbours && inside.intersects(other.inside);
  }
}
