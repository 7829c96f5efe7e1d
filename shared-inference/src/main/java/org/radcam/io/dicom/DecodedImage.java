package org.radcam.io.dicom;

import java.util.OptionalInt;
import org.radcam.image.SourceImage;
import org.radcam.io.format.ImageFormatException;

/**
 * An image of which a viewer has the header and decodes the frames, in whatever compression: the
 * same image as {@link DicomImageReader} would read from its file.
 *
 * <pre>{@code
 * DecodedImage image = DecodedImage.of(dataSet);
 * SourceImage whole = image.read("CT chest", frame -> DecodedFrame.words(decode(frame)));
 * SourceImage third = image.frame(2).read("CT chest", frame -> DecodedFrame.words(decode(2)));
 * }</pre>
 *
 * <ul>
 *   <li>The header is believed on sizes, values and place, as that of a file is; frames that do not
 *       go with it are refused.
 *   <li>A palette's colours come as the viewer made them, often of 8 bits, and YBR as the viewer's
 *       RGB, which may be rounded otherwise; all else agrees to the bit.
 * </ul>
 */
public final class DecodedImage {
  private final DicomHeader dataSet;
  private final ImageHeader image;
  private final OptionalInt frame;

  private DecodedImage(DicomHeader dataSet, ImageHeader image, OptionalInt frame) {
    this.dataSet = dataSet;
    this.image = image;
    this.frame = frame;
  }

  /** Gives an image's frames one by one, each once. */
  @FunctionalInterface
  public interface Frames {
    /**
     * One frame.
     *
     * @param index from 0; always 0 of an image that {@link DecodedImage#frame} gave
     * @throws ImageFormatException in the user's words, where it cannot be decoded
     */
    DecodedFrame frame(int index) throws ImageFormatException;
  }

  /**
   * The attributes that {@link #of} looks at, as numbers such as {@code 0x00280010}: a data set
   * that is given need hold no others. None of them names the patient.
   */
  public static int[] attributes() {
    return Tag.ofImages();
  }

  /**
   * Reads a header.
   *
   * @param dataSet explicit, little endian, without file meta information; Pixel Data (or Float or
   *     Double Float Pixel Data, whichever the file has) is there but empty
   * @throws ImageFormatException as {@link DicomImageReader#read}, where it is no image
   */
  public static DecodedImage of(byte[] dataSet) throws ImageFormatException {
    DicomHeader header =
        new DicomParser(dataSet, /* bigEndian= */ false).dataSet(0, /* explicit= */ true);
    DicomHeader meta = new DicomHeader(dataSet, /* bigEndian= */ false);
    DicomKind.checkImage(
        new DicomFiles.Contents(meta, header, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    return new DecodedImage(header, ImageHeader.of(header.copy()), OptionalInt.empty());
  }

  /** How many frames there are. */
  public int frames() {
    return image.layout().size().slices();
  }

  /**
   * One of the frames, as an image of its own: at the frame's place, with the frame's slope and
   * intercept. The only frame of an image is the image.
   *
   * @param index from 0
   */
  public DecodedImage frame(int index) throws ImageFormatException {
    return frames() == 1
        ? this
        : new DecodedImage(dataSet, image.frame(dataSet, index), OptionalInt.of(index));
  }

  /** Its part in its series; a frame counts as an instance. */
  public SeriesMember member() {
    SeriesMember whole = image.member();
    return frame.isEmpty() || whole.instance().isEmpty()
        ? whole
        : new SeriesMember(
            whole.series(),
            whole.instance() + "#" + frame.getAsInt(),
            whole.modality(),
            whole.grid(),
            whole.placement());
  }

  /** How the frames' numbers are meant. */
  public DecodedKind kind() {
    return DecodedKind.of(image.header(), image.layout());
  }

  /**
   * The image.
   *
   * @param name how the user knows it
   * @param frames its pixels; asked for in order, each when the one before is done with
   * @throws ImageFormatException if they do not go with the header
   */
  public SourceImage read(String name, Frames frames) throws ImageFormatException {
    ValueTransform transform = image.transform();
    return image.image(name, DecodedPixels.of(frames, image, transform), transform);
  }
}
