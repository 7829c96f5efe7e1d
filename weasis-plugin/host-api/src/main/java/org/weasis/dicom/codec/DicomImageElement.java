package org.weasis.dicom.codec;

import org.dcm4che3.img.DicomImageReadParam;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.image.OpManager;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaReader;
import org.weasis.dicom.codec.geometry.GeometryOfSlice;
import org.weasis.opencv.data.PlanarImage;
import org.weasis.opencv.op.lut.WlPresentation;

public class DicomImageElement extends ImageElement implements DicomElement {
  public DicomImageElement(DcmMediaReader dcmMediaReader, Object value) {
    super((MediaReader<? extends MediaElement>) null, (Object) null);
    throw new SignatureOnly();
  }

  public double getMinValue(WlPresentation wlPresentation) {
    throw new SignatureOnly();
  }

  public double getMaxValue(WlPresentation wlPresentation) {
    throw new SignatureOnly();
  }

  public boolean isPixelRepresentationSigned() {
    throw new SignatureOnly();
  }

  public int getBitsStored() {
    throw new SignatureOnly();
  }

  public int getBitsAllocated() {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  public DcmMediaReader getMediaReader() {
    throw new SignatureOnly();
  }

  public Number pixelToRealValue(Number number, WlPresentation wlPresentation) {
    throw new SignatureOnly();
  }

  public PlanarImage getModalityLutImage(
      OpManager opManager, DicomImageReadParam dicomImageReadParam) {
    throw new SignatureOnly();
  }

  public double[] getDisplayPixelSize() {
    throw new SignatureOnly();
  }

  public GeometryOfSlice getSliceGeometry() {
    throw new SignatureOnly();
  }

  public GeometryOfSlice getRawSliceGeometry() {
    throw new SignatureOnly();
  }
}
