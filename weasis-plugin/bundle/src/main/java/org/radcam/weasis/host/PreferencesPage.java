package org.radcam.weasis.host;

import java.awt.BorderLayout;
import org.radcam.weasis.panel.PreferencesPanel;
import org.weasis.core.api.gui.util.AbstractItemDialogPage;

/** RadCAM's page among those of DICOM in Weasis's preferences. */
final class PreferencesPage extends AbstractItemDialogPage {
  private static final long serialVersionUID = 1L;

  /** From 601 to 699 are the pages about DICOM. */
  private static final int POSITION = 690;

  /** Asks Weasis for its button that restores what is set at first. */
  private static final String SHOW_RESTORE = "show.restore";

  private final PreferencesPanel content;

  PreferencesPage(PreferencesPanel content) {
    super("RadCAM", POSITION);
    this.content = content;
    getProperties().setProperty(SHOW_RESTORE, "true");
    setLayout(new BorderLayout());
    add(content, BorderLayout.CENTER);
  }

  /** Weasis calls this to make count what the user changed. */
  @Override
  public void closeAdditionalWindow() {
    EventThread.safely(content::apply);
  }

  @Override
  public void resetToDefaultValues() {
    EventThread.safely(content::defaults);
  }
}
