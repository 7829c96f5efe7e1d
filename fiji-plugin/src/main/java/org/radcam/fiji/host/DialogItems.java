package org.radcam.fiji.host;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemVisibility;
import org.scijava.module.DefaultMutableModuleItem;
import org.scijava.module.MutableModuleInfo;
import org.scijava.widget.FileWidget;
import org.scijava.widget.NumberWidget;

/**
 * Adds inputs to a command whose dialog is not known before it is run, in the order in which they
 * are added. None is required, and none keeps what was chosen the last time: a dialog begins with
 * what fits the images at hand.
 */
public final class DialogItems {
  private final MutableModuleInfo info;

  public DialogItems(MutableModuleInfo info) {
    this.info = info;
  }

  /** Text that is shown and not typed. */
  public void message(String name) {
    DefaultMutableModuleItem<String> item = item(name, "", "", String.class, "");
    item.setVisibility(ItemVisibility.MESSAGE);
    info.addInput(item);
  }

  /** One of some words; the first one unless told otherwise. */
  public void choice(String name, String label, String help, List<String> choices) {
    choice(name, label, help, choices, Optional.empty());
  }

  /**
   * One of some words.
   *
   * @param callback the command's method that is called when another is chosen
   */
  public void choice(
      String name, String label, String help, List<String> choices, Optional<String> callback) {
    String first = choices.isEmpty() ? "" : choices.get(0);
    DefaultMutableModuleItem<String> item = item(name, label, help, String.class, first);
    item.setChoices(choices);
    callback.ifPresent(item::setCallback);
    info.addInput(item);
  }

  /** A line of text. */
  public void text(String name, String label, String help, String start) {
    info.addInput(item(name, label, help, String.class, start));
  }

  /** Yes or no. */
  public void flag(String name, String label, String help, boolean start) {
    info.addInput(item(name, label, help, Boolean.class, start));
  }

  /** A number from 0 to 1. */
  public void share(String name, String label, String help, double start) {
    DefaultMutableModuleItem<Double> item = item(name, label, help, Double.class, start);
    item.setMinimumValue(0.0);
    item.setMaximumValue(1.0);
    item.setStepSize(0.05);
    // No slider: it takes the height of two inputs, and there are many.
    item.setWidgetStyle(NumberWidget.SPINNER_STYLE);
    info.addInput(item);
  }

  /** A file that is there; none at first. */
  public void file(String name, String label, String help) {
    place(name, label, help, FileWidget.OPEN_STYLE);
  }

  /** A folder; none at first. */
  public void folder(String name, String label, String help) {
    place(name, label, help, FileWidget.DIRECTORY_STYLE);
  }

  private void place(String name, String label, String help, String style) {
    DefaultMutableModuleItem<File> item = item(name, label, help, File.class, null);
    item.setWidgetStyle(style);
    info.addInput(item);
  }

  private <T> DefaultMutableModuleItem<T> item(
      String name, String label, String help, Class<T> type, T start) {
    DefaultMutableModuleItem<T> item = new DefaultMutableModuleItem<>(info, name, type);
    item.setLabel(label);
    item.setDescription(help);
    item.setRequired(false);
    item.setPersisted(false);
    item.setDefaultValue(start);
    return item;
  }
}
