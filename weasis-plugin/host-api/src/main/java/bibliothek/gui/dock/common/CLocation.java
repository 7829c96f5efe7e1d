package bibliothek.gui.dock.common;

public abstract class CLocation {
  CLocation() {}

  public abstract CLocation getParent();

  public abstract String findRoot();

  public abstract CLocation aside();
}
