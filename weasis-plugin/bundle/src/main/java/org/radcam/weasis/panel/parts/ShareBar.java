package org.radcam.weasis.panel.parts;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.UIManager;

/**
 * A named number as a bar: a title and the number as text, and below them a bar from the left
 * (shares) or from the middle (signed numbers).
 */
public final class ShareBar extends JComponent implements HeightForWidth {
  private static final long serialVersionUID = 1L;

  private final String title;
  private final String number;
  private final double from;
  private final double to;
  private final boolean strong;
  private final boolean bold;

  private ShareBar(
      String title, String number, double from, double to, boolean strong, boolean bold) {
    this.title = title;
    this.number = number;
    this.from = from;
    this.to = to;
    this.strong = strong;
    this.bold = bold;
    setFont(UIManager.getFont("Label.font"));
    setToolTipText(title + ": " + number);
    getAccessibleContext().setAccessibleName(title + ": " + number);
  }

  /**
   * A share from 0 to 1.
   *
   * @param strong whether it is the one that counts
   */
  public static ShareBar share(String title, String number, double share, boolean strong) {
    return new ShareBar(title, number, 0, Math.max(0, Math.min(1, share)), strong, strong);
  }

  /**
   * A number beside others of both signs.
   *
   * @param value between -1 and 1, as a part of the largest; NaN for no bar
   */
  public static ShareBar signed(String title, String number, double value) {
    double part = Double.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value));
    return new ShareBar(
        title,
        number,
        Math.min(0.5, 0.5 + part / 2),
        Math.max(0.5, 0.5 + part / 2),
        part > 0,
        false);
  }

  @Override
  public void updateUI() {
    setFont(UIManager.getFont("Label.font"));
    repaint();
  }

  private int barHeight() {
    return Math.max(4, Metrics.em(this) / 2);
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getWidth() > 0 ? getWidth() : Metrics.panelWidth(this);
    return new Dimension(width, heightFor(width));
  }

  @Override
  public int heightFor(int width) {
    FontMetrics metrics = getFontMetrics(letters());
    return lines(metrics, width).size() * metrics.getHeight() + barHeight() + 2;
  }

  private Font letters() {
    return bold ? getFont().deriveFont(Font.BOLD) : getFont();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      if (getToolkit().getDesktopProperty("awt.font.desktophints") instanceof Map<?, ?> hints) {
        g.addRenderingHints(hints);
      }
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setFont(letters());
      FontMetrics metrics = g.getFontMetrics();
      g.setColor(Theme.text());
      int y = metrics.getAscent();
      List<String> lines = lines(metrics, getWidth());
      for (String line : lines) {
        g.drawString(line, 0, y);
        y += metrics.getHeight();
      }
      g.drawString(number, getWidth() - metrics.stringWidth(number), y - metrics.getHeight());
      paintBar(g, lines.size() * metrics.getHeight());
    } finally {
      g.dispose();
    }
  }

  /** The title, wrapped so that the number fits beside every line. */
  private List<String> lines(FontMetrics metrics, int width) {
    int room = width - metrics.stringWidth(number) - Metrics.em(this) / 2;
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : title.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > room) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  private void paintBar(Graphics2D g, int top) {
    int height = barHeight();
    g.setColor(Theme.track());
    g.fillRoundRect(0, top, getWidth(), height, height, height);
    int x = (int) Math.round(from * getWidth());
    int width = (int) Math.round(to * getWidth()) - x;
    g.setColor(strong ? Theme.strong() : Theme.weak());
    if (width > 0) {
      g.fillRoundRect(x, top, Math.max(2, width), height, Math.min(width, height), height);
    }
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext =
          new AccessibleJComponent() {
            private static final long serialVersionUID = 1L;

            @Override
            public AccessibleRole getAccessibleRole() {
              return AccessibleRole.LABEL;
            }
          };
    }
    return accessibleContext;
  }
}
