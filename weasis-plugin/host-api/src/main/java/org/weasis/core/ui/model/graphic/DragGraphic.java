package org.weasis.core.ui.model.graphic;

public interface DragGraphic extends Graphic {
  DragGraphic copy();
}
