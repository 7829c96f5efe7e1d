package org.dcm4che3.img;

import javax.imageio.ImageReadParam;

/** Parameters of reading, in the test host: it has none. */
public class DicomImageReadParam extends ImageReadParam {
  public DicomImageReadParam() {}
}
