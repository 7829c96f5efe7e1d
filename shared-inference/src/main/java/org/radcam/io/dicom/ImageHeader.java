package org.radcam.io.dicom;

import java.util.List;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.format.ImageFormatException;

/**
 * What a data set says of its image, known and checked before a pixel is decoded.
 *
 * @param header the attributes, with what the first frame's groups add
 * @param groups of the frames
 * @param layout how many pixels, and how they are stored
 * @param place where they lie
 */
record ImageHeader(
    DicomHeader header, FunctionalGroups groups, PixelLayout layout, DicomGeometry.Placed place) {

  /** Reads the attributes of an image; {@code dataSet} is taken over. */
  static ImageHeader of(DicomHeader dataSet) throws ImageFormatException {
    FunctionalGroups groups = FunctionalGroups.of(dataSet);
    DicomHeader header = groups.flatten(dataSet);
    PixelLayout layout = PixelLayout.of(header);
    return new ImageHeader(header, groups, layout, DicomGeometry.of(header, groups, layout.size()));
  }

  /**
   * One frame alone.
   *
   * @param dataSet the attributes as they were read
   * @param k which, from 0
   */
  ImageHeader frame(DicomHeader dataSet, int k) throws ImageFormatException {
    PixelLayout one = layout.ofOneFrame();
    if (groups.frames().size() != layout.size().slices()) {
      DicomGeometry.Placed slice =
          new DicomGeometry.Placed(place.grid().slice(k), place.placement());
      return new ImageHeader(header, groups, one, slice);
    }
    FunctionalGroups own = new FunctionalGroups(List.of(groups.frames().get(k)));
    DicomHeader flat = own.flatten(dataSet.copy());
    return new ImageHeader(flat, own, one, DicomGeometry.of(flat, own, one.size()));
  }

  ValueTransform transform() throws ImageFormatException {
    return ValueTransform.of(header, groups, layout);
  }

  /** The image's part in its series. */
  SeriesMember member() {
    return new SeriesMember(
        header.text(Tag.SERIES_INSTANCE).orElse(""),
        header.text(Tag.SOP_INSTANCE).orElse(""),
        header.text(Tag.MODALITY).orElse(""),
        place.grid(),
        place.placement());
  }

  /** The image of decoded pixels, whose values are changed as the transform says. */
  SourceImage image(String name, DicomPixels pixels, ValueTransform transform) {
    boolean grey = layout.photometric().isMonochrome();
    Brightness brightness =
        layout.photometric() == Photometric.MONOCHROME1
            ? Brightness.LARGE_IS_DARK
            : Brightness.LARGE_IS_BRIGHT;
    if (grey) {
      transform.apply(pixels.voxels(), layout.size(), brightness);
    }
    return new SourceImage(
        name,
        new Volume(place.grid(), pixels.voxels()),
        DicomTraits.of(
            header,
            brightness,
            grey ? transform.slope() : 1,
            grey ? transform.intercept() : 0,
            pixels.isColour()),
        place.placement());
  }
}
