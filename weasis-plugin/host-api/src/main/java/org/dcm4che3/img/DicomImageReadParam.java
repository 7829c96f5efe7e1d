package org.dcm4che3.img;

import javax.imageio.ImageReadParam;
import org.radcam.weasis.hostapi.SignatureOnly;

public class DicomImageReadParam extends ImageReadParam {
  public DicomImageReadParam() {
    throw new SignatureOnly();
  }
}
