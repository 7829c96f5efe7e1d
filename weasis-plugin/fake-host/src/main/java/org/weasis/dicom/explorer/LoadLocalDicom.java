package org.weasis.dicom.explorer;

import java.io.File;
import java.io.IOException;
import org.radcam.weasis.fakehost.DicomFile;
import org.radcam.weasis.fakehost.FakeHost;
import org.weasis.core.api.explorer.model.DataExplorerModel;

/**
 * Loads files into the tree, in the test host; as in Weasis, files that it cannot read are left.
 */
public class LoadLocalDicom extends LoadDicom {
  private final File[] files;

  public LoadLocalDicom(
      File[] files,
      boolean recursive,
      DataExplorerModel model,
      HangingProtocols.OpeningViewer opening) {
    super(model, recursive, opening);
    this.files = files.clone();
  }

  @Override
  protected Boolean doInBackground() throws Exception {
    for (File file : files) {
      try {
        FakeHost.load(DicomFile.read(file.toPath()), file.toURI(), model());
      } catch (IOException e) {
        FakeHost.unreadable(file.toPath());
      }
    }
    return true;
  }
}
