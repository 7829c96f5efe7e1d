package org.weasis.dicom.explorer;

import java.io.File;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.explorer.model.DataExplorerModel;

public class LoadLocalDicom extends LoadDicom {
  public LoadLocalDicom(
      File[] file,
      boolean flag,
      DataExplorerModel dataExplorerModel,
      HangingProtocols.OpeningViewer openingViewer) {
    super((DataExplorerModel) null, false, (HangingProtocols.OpeningViewer) null);
    throw new SignatureOnly();
  }

  protected Boolean doInBackground() throws Exception {
    throw new SignatureOnly();
  }
}
