package org.radcam.weasis.panel.parts;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.UIManager;

/**
 * One of several things. What the program shows is never told as the user's choice.
 *
 * @param <T> what is chosen from; equal ones are the same
 */
public final class Choice<T> {
  private static final int ROWS = 14;

  private final JComboBox<T> box = new JComboBox<>();
  private final Function<T, String> title;
  private final Predicate<T> usable;
  private Function<T, Optional<String>> help = item -> Optional.empty();
  private boolean showing;

  /**
   * @param title how the user knows a thing
   * @param chosen is told what the user chose
   */
  public Choice(Function<T, String> title, Consumer<T> chosen) {
    this(title, item -> true, chosen);
  }

  /**
   * @param usable whether a thing is of use now; what is not is greyed, and says why when chosen
   */
  public Choice(Function<T, String> title, Predicate<T> usable, Consumer<T> chosen) {
    this.title = title;
    this.usable = usable;
    box.setRenderer(new Titles());
    box.setMaximumRowCount(ROWS);
    box.addActionListener(
        event -> {
          if (!showing && box.getSelectedIndex() >= 0) {
            T item = box.getItemAt(box.getSelectedIndex());
            explain(item);
            chosen.accept(item);
          }
        });
  }

  /** Says more of each thing, while the mouse rests on it. */
  public Choice<T> helped(Function<T, Optional<String>> text) {
    help = text;
    return this;
  }

  /** Shows what there is, and nothing chosen. */
  public void show(List<T> items) {
    show(items, -1);
  }

  /** Shows what there is, and what of it is chosen. */
  public void show(List<T> items, T selected) {
    show(items, items.indexOf(selected));
  }

  private void show(List<T> items, int index) {
    showing = true;
    try {
      if (!items().equals(items)) {
        DefaultComboBoxModel<T> model = new DefaultComboBoxModel<>();
        items.forEach(model::addElement);
        box.setModel(model);
      }
      if (box.getSelectedIndex() != index) {
        box.setSelectedIndex(index);
      }
      if (index >= 0) {
        explain(items.get(index));
      }
    } finally {
      showing = false;
    }
  }

  private List<T> items() {
    return java.util.stream.IntStream.range(0, box.getItemCount())
        .mapToObj(box::getItemAt)
        .toList();
  }

  /** A narrow box cuts long titles. */
  private void explain(T item) {
    box.setToolTipText(help.apply(item).orElse(title.apply(item)));
  }

  public JComboBox<T> box() {
    return box;
  }

  private final class Titles extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      super.getListCellRendererComponent(list, "", index, selected, focused);
      if (index >= 0 && index < box.getItemCount()) {
        name(box.getItemAt(index), selected);
      } else if (box.getSelectedIndex() >= 0) {
        name(box.getItemAt(box.getSelectedIndex()), selected);
      }
      return this;
    }

    private void name(T item, boolean selected) {
      setText(title.apply(item));
      setToolTipText(help.apply(item).orElse(null));
      if (!usable.test(item) && !selected) {
        setForeground(UIManager.getColor("Label.disabledForeground"));
      }
    }
  }
}
