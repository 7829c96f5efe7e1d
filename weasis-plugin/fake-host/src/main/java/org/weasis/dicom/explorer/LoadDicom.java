package org.weasis.dicom.explorer;

import javax.swing.SwingWorker;
import org.weasis.core.api.explorer.model.DataExplorerModel;

/** Loads into the tree, in the test host. */
public abstract class LoadDicom extends SwingWorker<Boolean, String> {
  private final DicomModel model;

  protected LoadDicom(
      DataExplorerModel model, boolean globalProgress, HangingProtocols.OpeningViewer opening) {
    this.model = (DicomModel) model;
  }

  final DicomModel model() {
    return model;
  }

  protected void startLoadingEvent() {
    // The test host shows no progress.
  }

  @Override
  protected void done() {
    // The test host says nothing of files that it could not read.
  }
}
