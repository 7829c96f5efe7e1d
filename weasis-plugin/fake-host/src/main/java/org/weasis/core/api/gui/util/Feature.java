package org.weasis.core.api.gui.util;

/** What names an action, in the test host. */
public abstract class Feature<T> {
  private final String command;

  Feature(String command) {
    this.command = command;
  }

  /** The key of the action's value in a view. */
  public String cmd() {
    return command;
  }

  /** Names a {@link SliderCineListener}. */
  public static final class SliderCineListenerValue extends Feature<SliderCineListener> {
    SliderCineListenerValue(String command) {
      super(command);
    }
  }

  /** Names a {@link SliderChangeListener}. */
  public static final class SliderChangeListenerValue extends Feature<SliderChangeListener> {
    SliderChangeListenerValue(String command) {
      super(command);
    }
  }
}
