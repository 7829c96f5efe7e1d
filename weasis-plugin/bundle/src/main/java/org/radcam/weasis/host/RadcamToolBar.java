package org.radcam.weasis.host;

import javax.swing.JButton;
import org.weasis.core.api.gui.util.GuiUtils;
import org.weasis.core.ui.util.WtoolBar;

/** One button that opens the panel. */
final class RadcamToolBar extends WtoolBar {
  private static final long serialVersionUID = 1L;

  /** Between zoom (20) and rotation (30): what stands far right is cut off on a narrow screen. */
  private static final int POSITION = 25;

  /** As the other buttons' icons are. */
  private static final int ICON = 24;

  RadcamToolBar(Runnable open) {
    super("RadCAM", POSITION);
    JButton button = new JButton(new RadcamIcon(GuiUtils.getScaleLength(ICON)));
    button.setName("radcam.open");
    button.setToolTipText("RadCAM: classify the image, and show what speaks for the answer");
    button.getAccessibleContext().setAccessibleName("Open RadCAM");
    button.addActionListener(event -> EventThread.safely(open));
    add(button);
  }
}
