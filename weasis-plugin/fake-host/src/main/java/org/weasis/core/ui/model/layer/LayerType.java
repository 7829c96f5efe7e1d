package org.weasis.core.ui.model.layer;

/** Kinds of layers, in the test host, with the defaults that Weasis has for them. */
public enum LayerType {
  IMAGE(10, false, false, false),
  CROSSLINES(20, true, false, false),
  IMAGE_ANNOTATION(10_000, false, false, false),
  ANNOTATION(31, false, true, true),
  DRAW(40, false, true, true),
  MEASURE(50, false, true, true),
  TEMP_DRAW(60, false, false, true),
  ACQUIRE(70, false, false, true),
  BLOB(80, true, true, true),
  POINTS(90, true, true, true),
  DICOM_SEG(95, true, false, false),
  DICOM_SR(100, true, false, true),
  DICOM_RT(110, true, false, false),
  DICOM_PR(120, true, false, true);

  private final int level;
  private final boolean locked;
  private final boolean serializable;
  private final boolean selectable;

  LayerType(int level, boolean locked, boolean serializable, boolean selectable) {
    this.level = level;
    this.locked = locked;
    this.serializable = serializable;
    this.selectable = selectable;
  }

  public Integer getLevel() {
    return level;
  }

  @Override
  public String toString() {
    return getDefaultName();
  }

  public String getDefaultName() {
    return name();
  }

  public Boolean getVisible() {
    return true;
  }

  public Boolean getLocked() {
    return locked;
  }

  public Boolean getSerializable() {
    return serializable;
  }

  public Boolean getSelectable() {
    return selectable;
  }
}
