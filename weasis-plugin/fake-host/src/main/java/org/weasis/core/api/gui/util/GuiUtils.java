package org.weasis.core.api.gui.util;

import java.awt.Component;
import java.awt.Window;
import javax.swing.BorderFactory;
import javax.swing.border.Border;
import javax.swing.border.TitledBorder;
import org.weasis.core.api.service.UICore;

/** Helps with Swing, in the test host. */
public class GuiUtils {
  GuiUtils() {}

  public static UICore getUICore() {
    return UICore.getInstance();
  }

  public static int getScaleLength(int length) {
    return length;
  }

  public static float getScaleLength(float length) {
    return length;
  }

  public static double getScaleLength(double length) {
    return length;
  }

  public static TitledBorder getTitledBorder(String title) {
    return BorderFactory.createTitledBorder(title);
  }

  public static Border getEmptyBorder(int width) {
    return getEmptyBorder(width, width, width, width);
  }

  public static Border getEmptyBorder(int vertical, int horizontal) {
    return getEmptyBorder(vertical, horizontal, vertical, horizontal);
  }

  public static Border getEmptyBorder(int top, int left, int bottom, int right) {
    return BorderFactory.createEmptyBorder(top, left, bottom, right);
  }

  public static void showCenterScreen(Window window) {
    showCenterScreen(window, null);
  }

  public static void showCenterScreen(Window window, Component parent) {
    window.setLocationRelativeTo(parent);
    window.setVisible(true);
  }
}
