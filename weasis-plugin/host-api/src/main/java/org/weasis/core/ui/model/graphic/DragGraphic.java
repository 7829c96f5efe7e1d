package org.weasis.core.ui.model.graphic;

public interface DragGraphic extends Graphic {
  Boolean getResizingOrMoving();

  void setResizeOrMoving(Boolean flag);

  void forceToAddPoints(Integer value);

  DragGraphic copy();
}
