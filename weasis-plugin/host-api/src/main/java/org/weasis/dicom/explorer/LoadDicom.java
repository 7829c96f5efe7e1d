package org.weasis.dicom.explorer;

import javax.swing.SwingWorker;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.explorer.model.DataExplorerModel;

public abstract class LoadDicom extends SwingWorker<Boolean, String> {
  protected LoadDicom(
      DataExplorerModel dataExplorerModel,
      boolean flag,
      HangingProtocols.OpeningViewer openingViewer) {
    throw new SignatureOnly();
  }

  protected void startLoadingEvent() {
    throw new SignatureOnly();
  }

  protected void done() {
    throw new SignatureOnly();
  }
}
