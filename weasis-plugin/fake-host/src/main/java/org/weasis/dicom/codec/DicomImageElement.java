package org.weasis.dicom.codec;

import org.dcm4che3.data.Tag;
import org.dcm4che3.img.DicomImageReadParam;
import org.joml.Vector3d;
import org.radcam.weasis.fakehost.FakeReader;
import org.weasis.core.api.image.OpManager;
import org.weasis.core.api.image.util.Unit;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.api.media.data.TagReadable;
import org.weasis.dicom.codec.geometry.GeometryOfSlice;
import org.weasis.opencv.data.PlanarImage;
import org.weasis.opencv.op.lut.WlPresentation;

/** A DICOM image, or one frame of it, in the test host. */
public class DicomImageElement extends ImageElement implements DicomElement {

  public DicomImageElement(DcmMediaReader reader, Object key) {
    super(reader, key);
    double[] spacing = numbers(Tag.PixelSpacing);
    if (spacing == null) {
      spacing = numbers(Tag.ImagerPixelSpacing);
    }
    double[] aspect = numbers(Tag.PixelAspectRatio);
    if (spacing != null && spacing[0] > 0 && spacing[1] > 0) {
      pixelSize(spacing[1], spacing[0], Unit.MILLIMETER);
    } else if (aspect != null && aspect[0] < aspect[1]) {
      pixelSize(aspect[1] / aspect[0], 1, Unit.PIXEL);
    } else if (aspect != null) {
      pixelSize(1, aspect[0] / aspect[1], Unit.PIXEL);
    }
  }

  private double[] numbers(int tag) {
    double[] numbers = number(this, tag);
    return numbers == null || numbers.length != 2 ? null : numbers;
  }

  private static double[] number(TagReadable tags, int tag) {
    Object value = TagD.getTagValue(tags, tag);
    if (value instanceof int[] ints) {
      return new double[] {ints[0], ints[1]};
    }
    return value instanceof double[] doubles ? doubles : null;
  }

  @Override
  public double getMinValue(WlPresentation presentation) {
    return pixelToRealValue(getPixelMin(), presentation).doubleValue();
  }

  @Override
  public double getMaxValue(WlPresentation presentation) {
    return pixelToRealValue(getPixelMax(), presentation).doubleValue();
  }

  public boolean isPixelRepresentationSigned() {
    Integer signed = TagD.getTagValue(this, Tag.PixelRepresentation, Integer.class);
    return signed != null && signed != 0;
  }

  public int getBitsStored() {
    return TagD.getTagValue(this, Tag.BitsStored, Integer.class);
  }

  public int getBitsAllocated() {
    return TagD.getTagValue(this, Tag.BitsAllocated, Integer.class);
  }

  @Override
  public String toString() {
    return TagD.getTagValue(this, Tag.SOPInstanceUID, String.class);
  }

  @Override
  public DcmMediaReader getMediaReader() {
    return (DcmMediaReader) super.getMediaReader();
  }

  @Override
  public Number pixelToRealValue(Number value, WlPresentation presentation) {
    return value == null
        ? null
        : value.doubleValue() * of(Tag.RescaleSlope, 1) + of(Tag.RescaleIntercept, 0);
  }

  /** In units of the modality; the stored image itself where there is nothing to rescale. */
  public PlanarImage getModalityLutImage(OpManager manager, DicomImageReadParam parameters) {
    PlanarImage stored = getImage(manager);
    return stored == null
        ? null
        : FakeReader.rescaled(stored, of(Tag.RescaleSlope, 1), of(Tag.RescaleIntercept, 0));
  }

  public double[] getDisplayPixelSize() {
    return pixelSizes();
  }

  /** Of the image as it is shown, with square pixels. */
  public GeometryOfSlice getSliceGeometry() {
    double size = getPixelSize();
    return geometry(new double[] {size, size}, getRescaleX(), getRescaleY());
  }

  /** Of the image as it is stored. */
  public GeometryOfSlice getRawSliceGeometry() {
    return geometry(getDisplayPixelSize(), 1, 1);
  }

  private GeometryOfSlice geometry(double[] size, double stretchX, double stretchY) {
    double[] axes = TagD.getTagValue(this, Tag.ImageOrientationPatient, double[].class);
    double[] at = TagD.getTagValue(this, Tag.ImagePositionPatient, double[].class);
    if (axes == null || axes.length != 6 || at == null || at.length != 3) {
      return null;
    }
    double thickness = of(Tag.SliceThickness, getPixelSize());
    return new GeometryOfSlice(
        new Vector3d(axes[0], axes[1], axes[2]),
        new Vector3d(axes[3], axes[4], axes[5]),
        new Vector3d(at),
        new Vector3d(size[0], size[1], thickness),
        thickness,
        new Vector3d(of(Tag.Rows, 0) * stretchY, of(Tag.Columns, 0) * stretchX, 1));
  }

  private double of(int tag, double otherwise) {
    return TagD.getTagValue(this, tag) instanceof Number number ? number.doubleValue() : otherwise;
  }
}
