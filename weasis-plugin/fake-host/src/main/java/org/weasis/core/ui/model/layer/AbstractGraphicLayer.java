package org.weasis.core.ui.model.layer;

import org.weasis.core.ui.model.utils.imp.DefaultUUID;

/** A layer of drawings, in the test host. */
public abstract class AbstractGraphicLayer extends DefaultUUID implements GraphicLayer {
  private LayerType type;
  private String name;
  private Boolean visible;
  private Boolean locked;
  private Integer level;
  private Boolean serializable;
  private Boolean selectable;

  protected AbstractGraphicLayer(LayerType type) {
    this.type = type;
    visible = type.getVisible();
    locked = type.getLocked();
    level = type.getLevel();
    serializable = type.getSerializable();
    selectable = type.getSelectable();
  }

  @Override
  public Boolean getLocked() {
    return locked;
  }

  @Override
  public void setLocked(Boolean locked) {
    this.locked = locked == null ? type.getLocked() : locked;
  }

  @Override
  public void setVisible(Boolean visible) {
    this.visible = visible == null ? type.getVisible() : visible;
  }

  @Override
  public Boolean getVisible() {
    return visible;
  }

  @Override
  public void setLevel(Integer level) {
    this.level = level == null ? type.getLevel() : level;
  }

  @Override
  public Integer getLevel() {
    return level;
  }

  @Override
  public void setName(String name) {
    this.name = name;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public LayerType getType() {
    return type;
  }

  @Override
  public void setType(LayerType type) {
    this.type = type;
  }

  @Override
  public Boolean getSelectable() {
    return selectable;
  }

  @Override
  public void setSelectable(Boolean selectable) {
    this.selectable = selectable == null ? type.getSelectable() : selectable;
  }

  @Override
  public Boolean getSerializable() {
    return serializable;
  }

  @Override
  public void setSerializable(Boolean serializable) {
    this.serializable = serializable == null ? type.getSerializable() : serializable;
  }

  @Override
  public String toString() {
    return name == null ? type.getDefaultName() : name;
  }
}
