package org.radcam.weasis.panel;

import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.Metrics;
import org.radcam.weasis.panel.parts.Strip;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Activity;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.PanelModel;

/** Run and Cancel, how far it is, and why it cannot run. Always in sight. */
final class RunBar {
  private static final int STEPS = 1000;

  private final PanelModel model;
  private final Column view = new Column();
  private final Strip failure = new Strip();
  private final WrappedText status = new WrappedText("", Ink.QUIET);
  private final JProgressBar progress = new JProgressBar(0, STEPS);
  private final JButton run = new JButton(Messages.text("run"));
  private final JButton cancel = new JButton(Messages.text("cancel"));

  RunBar(PanelModel model, Runnable asked, Runnable calledOff) {
    this.model = model;
    run.addActionListener(event -> asked.run());
    run.setFont(run.getFont().deriveFont(Font.BOLD));
    run.setToolTipText(Messages.text("run.tip"));
    cancel.addActionListener(event -> calledOff.run());
    progress.getAccessibleContext().setAccessibleName(Messages.text("progress"));
    JPanel buttons = new JPanel(new BorderLayout(Metrics.em(view) / 2, 0));
    buttons.setOpaque(false);
    buttons.add(run, BorderLayout.CENTER);
    buttons.add(cancel, BorderLayout.EAST);
    int em = Metrics.em(view);
    view.setBorder(BorderFactory.createEmptyBorder(em / 2, em * 2 / 3, em * 2 / 3, em * 2 / 3));
    view.with(failure, status, progress, buttons);
  }

  void refresh() {
    Activity activity = model.activity();
    boolean busy = activity.isBusy();
    var problem = model.problem();
    run.setEnabled(!busy && problem.isEmpty());
    cancel.setEnabled(busy);
    progress.setVisible(busy);
    failure.show(model.failure().orElse(""));
    if (activity instanceof Activity.Waiting waiting) {
      progress.setIndeterminate(true);
      status.show(forWhom(waitingText(waiting.before())));
    } else if (activity instanceof Activity.Running running) {
      boolean unknown = Double.isNaN(running.fraction());
      progress.setIndeterminate(unknown);
      progress.setValue(unknown ? 0 : (int) Math.round(running.fraction() * STEPS));
      status.show(forWhom(running.message()));
    } else {
      progress.setIndeterminate(false);
      status.show(problem.orElse(""));
    }
  }

  private static String waitingText(int before) {
    return before == 0
        ? Messages.text("waiting")
        : Messages.text(before == 1 ? "waiting.one" : "waiting.several", before);
  }

  private String forWhom(String text) {
    return model.runsForAnother() ? Messages.text("running.other", text) : text;
  }

  /** Presses Run, if that is possible. */
  void press() {
    if (run.isEnabled()) {
      run.doClick();
    }
  }

  JComponent view() {
    return view;
  }
}
