package org.weasis.core.api.gui.util;

import java.awt.Component;
import java.awt.Window;
import javax.swing.border.Border;
import javax.swing.border.TitledBorder;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.service.UICore;

public class GuiUtils {
  GuiUtils() {}

  public static UICore getUICore() {
    throw new SignatureOnly();
  }

  public static int getScaleLength(int value) {
    throw new SignatureOnly();
  }

  public static float getScaleLength(float value) {
    throw new SignatureOnly();
  }

  public static double getScaleLength(double value) {
    throw new SignatureOnly();
  }

  public static TitledBorder getTitledBorder(String text) {
    throw new SignatureOnly();
  }

  public static Border getEmptyBorder(int value) {
    throw new SignatureOnly();
  }

  public static Border getEmptyBorder(int value, int value2) {
    throw new SignatureOnly();
  }

  public static Border getEmptyBorder(int value, int value2, int value3, int value4) {
    throw new SignatureOnly();
  }

  public static void showCenterScreen(Window window) {
    throw new SignatureOnly();
  }

  public static void showCenterScreen(Window window, Component component) {
    throw new SignatureOnly();
  }
}
