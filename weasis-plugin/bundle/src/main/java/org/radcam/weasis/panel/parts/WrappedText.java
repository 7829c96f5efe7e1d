package org.radcam.weasis.panel.parts;

import java.awt.Color;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Text that wraps; looks as a label does. */
public final class WrappedText extends JTextArea {
  private static final long serialVersionUID = 1L;

  private transient Ink ink = Ink.NORMAL;
  private int style = Font.PLAIN;
  private float scale = 1;

  /** Which of the theme's colours the text has. */
  public enum Ink {
    /** As labels have. */
    NORMAL,
    /** For what explains. */
    QUIET,
    /** For what is wrong. */
    WRONG
  }

  public WrappedText(String text) {
    this(text, Ink.NORMAL);
  }

  public WrappedText(String text, Ink ink) {
    super(text);
    this.ink = ink;
    setEditable(false);
    setLineWrap(true);
    setWrapStyleWord(true);
    setOpaque(false);
    // Reading needs no stop of the Tab key; a screen reader finds it all the same.
    setFocusable(false);
    setBorder(BorderFactory.createEmptyBorder());
    getAccessibleContext().setAccessibleName(text);
    dress();
  }

  /** Sets the text; invisible where there is none. */
  public void show(String text) {
    if (!text.equals(getText())) {
      setText(text);
      getAccessibleContext().setAccessibleName(text);
    }
    setVisible(!text.isEmpty());
  }

  public void setInk(Ink other) {
    ink = other;
    dress();
  }

  public WrappedText bold() {
    style = Font.BOLD;
    dress();
    return this;
  }

  /** Larger letters, in parts of the usual size. */
  public WrappedText scaled(double factor) {
    scale = (float) factor;
    dress();
    return this;
  }

  @Override
  public void updateUI() {
    super.updateUI();
    dress();
  }

  private void dress() {
    Font font = UIManager.getFont("Label.font");
    if (font != null) {
      // The scale is 0 while the superclass is being made.
      setFont(font.deriveFont(style, font.getSize2D() * (scale > 0 ? scale : 1)));
    }
    setBorder(BorderFactory.createEmptyBorder());
    setForeground(colour());
    setDisabledTextColor(getForeground());
  }

  private Color colour() {
    // Fields are not set yet while the superclass is being made.
    if (ink == Ink.WRONG) {
      return Theme.wrong();
    }
    return ink == Ink.QUIET ? Theme.quiet() : UIManager.getColor("Label.foreground");
  }
}
