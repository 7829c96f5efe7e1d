package org.radcam.weasis.host;

import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Window;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import org.weasis.core.api.gui.util.GuiUtils;

/** A dialog of the plugin's own that is confirmed or given up. */
final class PluginDialog {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 560;

  private PluginDialog() {}

  /** Shows it until the user is done. */
  static boolean confirmed(Window owner, String title, JComponent content) {
    JDialog dialog = new JDialog(owner, title, Dialog.ModalityType.APPLICATION_MODAL);
    boolean[] confirmed = new boolean[1];
    JButton ok = new JButton("OK");
    ok.addActionListener(
        event -> {
          confirmed[0] = true;
          dialog.dispose();
        });
    JButton cancel = new JButton("Cancel");
    cancel.addActionListener(event -> dialog.dispose());
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
    buttons.add(ok);
    buttons.add(cancel);
    dialog.add(content, BorderLayout.CENTER);
    dialog.add(buttons, BorderLayout.SOUTH);
    dialog.getRootPane().setDefaultButton(ok);
    dialog.setSize(new Dimension(GuiUtils.getScaleLength(WIDTH), GuiUtils.getScaleLength(HEIGHT)));
    dialog.setLocationRelativeTo(owner);
    dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    dialog.setVisible(true);
    return confirmed[0];
  }
}
