package org.radcam.weasis.fakehost;

import org.weasis.core.api.media.data.MediaElement;
import org.weasis.dicom.codec.DcmMediaReader;
import org.weasis.dicom.codec.DicomElement;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.SpecialElementRegion;

/** A segmentation or structure set that the test host has loaded. */
public final class FakeRegion extends MediaElement implements SpecialElementRegion, DicomElement {
  private boolean visible = true;
  private float opacity = 1;

  public FakeRegion(FakeReader reader) {
    super(reader, 0);
  }

  @Override
  public DcmMediaReader getMediaReader() {
    return (DcmMediaReader) super.getMediaReader();
  }

  @Override
  public boolean isVisible() {
    return visible;
  }

  @Override
  public void setVisible(boolean visible) {
    this.visible = visible;
  }

  @Override
  public float getOpacity() {
    return opacity;
  }

  @Override
  public void setOpacity(float opacity) {
    this.opacity = opacity;
  }

  @Override
  public boolean containsSopInstanceUIDReference(DicomImageElement image) {
    return References.of(getMediaReader().getDicomObject()).contains(image.toString());
  }
}
