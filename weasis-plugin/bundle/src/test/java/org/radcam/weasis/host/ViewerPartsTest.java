package org.radcam.weasis.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class ViewerPartsTest {
  /** The lists that Weasis keeps for all its 2D viewers. */
  public static final class Viewers {
    private final List<Component> bars = new ArrayList<>();
    private final List<Component> tools = new ArrayList<>();

    public List<Component> getToolBars() {
      return bars;
    }

    public List<Component> getTools() {
      return tools;
    }
  }

  @Test
  void whatTheViewerKeptIsTakenOffItAndNothingElse() throws Exception {
    Viewers viewers = new Viewers();
    ViewerParts parts = new ViewerParts();
    RadcamToolBar bar = parts.given(new RadcamToolBar(() -> {}));
    JPanel tool = parts.given(new JPanel());
    JLabel own = new JLabel();
    JPanel window = new JPanel();
    window.add(bar);
    window.add(own);
    viewers.bars.addAll(List.of(own, bar));
    viewers.tools.addAll(List.of(tool, own));
    parts.close(viewers);
    assertThat(viewers.bars).containsExactly(own);
    assertThat(viewers.tools).containsExactly(own);
    assertThat(window.getComponents()).containsExactly(own);
    parts.close(viewers);
  }

  @Test
  void aButtonThatFailsDoesNotReachTheViewer() {
    RadcamToolBar bar =
        new RadcamToolBar(
            () -> {
              throw new OutOfMemoryError("as if");
            });
    ((javax.swing.JButton) bar.getComponent(bar.getComponentCount() - 1)).doClick();
  }
}
