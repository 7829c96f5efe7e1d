package org.weasis.core.api.gui.util;

import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.awt.event.MouseMotionListener;
import java.awt.event.MouseWheelEvent;
import java.awt.event.MouseWheelListener;
import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class MouseActionAdapter
    implements MouseListener, MouseWheelListener, MouseMotionListener {
  public MouseActionAdapter() {
    throw new SignatureOnly();
  }

  public void mouseClicked(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mousePressed(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mouseReleased(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mouseEntered(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mouseExited(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mouseWheelMoved(MouseWheelEvent mouseWheelEvent) {
    throw new SignatureOnly();
  }

  public void mouseDragged(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mouseMoved(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }
}
