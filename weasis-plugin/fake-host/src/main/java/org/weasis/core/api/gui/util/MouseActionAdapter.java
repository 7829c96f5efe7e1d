package org.weasis.core.api.gui.util;

import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.awt.event.MouseMotionListener;
import java.awt.event.MouseWheelEvent;
import java.awt.event.MouseWheelListener;

/** What can be done with the mouse, in the test host: nothing. */
public abstract class MouseActionAdapter
    implements MouseListener, MouseWheelListener, MouseMotionListener {
  public MouseActionAdapter() {}

  @Override
  public void mouseClicked(MouseEvent event) {}

  @Override
  public void mousePressed(MouseEvent event) {}

  @Override
  public void mouseReleased(MouseEvent event) {}

  @Override
  public void mouseEntered(MouseEvent event) {}

  @Override
  public void mouseExited(MouseEvent event) {}

  @Override
  public void mouseWheelMoved(MouseWheelEvent event) {}

  @Override
  public void mouseDragged(MouseEvent event) {}

  @Override
  public void mouseMoved(MouseEvent event) {}
}
