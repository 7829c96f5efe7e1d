package org.radcam.fiji.host;

import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.scijava.command.DynamicCommand;
import org.scijava.module.ModuleItem;
import org.scijava.module.MutableModuleItem;

/** The inputs of a command before its dialog. */
public final class Inputs {
  private final DynamicCommand command;

  public Inputs(DynamicCommand command) {
    this.command = command;
  }

  /** Sets what an input of text can be chosen from. */
  public void choices(String name, List<String> choices) {
    if (!(command.getInfo().getInput(name) instanceof MutableModuleItem<?> item)) {
      throw new UserException("There is no input '" + name + "'.");
    }
    setChoices(item, choices);
  }

  private static void setChoices(MutableModuleItem<?> item, List<String> choices) {
    @SuppressWarnings("unchecked")
    MutableModuleItem<String> text = (MutableModuleItem<String>) item;
    text.setChoices(choices);
  }

  /** Fills an input of text in, unless the caller has given it a value. */
  public void begin(String name, String value) {
    if (!command.isInputResolved(name)) {
      command.setInput(name, value);
    }
  }

  /** An input's value as a macro would say it; empty where it has none. */
  public Optional<String> text(String name) {
    Object value = command.getInput(name);
    return value == null ? Optional.empty() : Optional.of(value.toString());
  }

  /** Takes every input as it is, so that no dialog asks for any. */
  public void resolveAll() {
    for (ModuleItem<?> input : command.getInfo().inputs()) {
      command.resolveInput(input.getName());
    }
  }
}
