package org.radcam.weasis.panel.parts;

import java.awt.Container;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/**
 * A label and its field beside each other; labels of one column are equally wide. Where that would
 * leave the field too narrow, because the panel is small or the letters are large, it is below.
 */
public final class FormRow extends JPanel implements HeightForWidth {
  private static final long serialVersionUID = 1L;

  /** A field has room for about twice as many letters. */
  private static final int NARROWEST_EMS = 11;

  private final transient LabelColumn column;
  private final JLabel label;
  private final JComponent field;

  public FormRow(LabelColumn column, String text, JComponent field) {
    this(column, text, field, field);
  }

  /**
   * @param field what is shown beside the label
   * @param input what the label is for: the field, or a part of it
   */
  public FormRow(LabelColumn column, String text, JComponent field, JComponent input) {
    this.column = column;
    this.field = field;
    this.label = new JLabel(text);
    label.setLabelFor(input);
    input.getAccessibleContext().setAccessibleName(text);
    setOpaque(false);
    setLayout(new Beside());
    add(label);
    add(field);
    column.add(label);
  }

  /** Says more of the field. */
  public FormRow tip(String text) {
    label.setToolTipText(text);
    return this;
  }

  /** Its label no longer counts. */
  public void leave() {
    column.remove(label);
  }

  @Override
  public int heightFor(int width) {
    int height = label.getPreferredSize().height;
    return isStacked(width)
        ? height + HeightForWidth.of(field, width)
        : Math.max(height, HeightForWidth.of(field, fieldWidth(width)));
  }

  private boolean isStacked(int width) {
    return fieldWidth(width) < NARROWEST_EMS * Metrics.em(this);
  }

  private int gap() {
    return Metrics.em(this) / 2;
  }

  private int fieldWidth(int width) {
    return Math.max(1, width - column.width(width) - gap());
  }

  private final class Beside extends WidthLayout {
    @Override
    public void layoutContainer(Container parent) {
      int width = parent.getWidth();
      int height = label.getPreferredSize().height;
      if (isStacked(width)) {
        label.setBounds(0, 0, width, height);
        field.setBounds(0, height, width, HeightForWidth.of(field, width));
        return;
      }
      int beside = fieldWidth(width);
      label.setBounds(0, 0, column.width(width), Math.max(height, field.getPreferredSize().height));
      field.setBounds(width - beside, 0, beside, HeightForWidth.of(field, beside));
    }
  }
}
