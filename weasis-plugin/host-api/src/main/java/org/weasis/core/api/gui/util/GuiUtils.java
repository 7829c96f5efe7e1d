package org.weasis.core.api.gui.util;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Window;
import java.net.URI;
import java.net.URL;
import javax.swing.JComponent;
import javax.swing.JPanel;
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

  public static JPanel getFlowLayoutPanel(JComponent... jComponent) {
    throw new SignatureOnly();
  }

  public static JPanel getFlowLayoutPanel(int value, int value2, JComponent... jComponent) {
    throw new SignatureOnly();
  }

  public static JPanel getFlowLayoutPanel(
      int value, int value2, int value3, JComponent... jComponent) {
    throw new SignatureOnly();
  }

  public static JPanel getHorizontalBoxLayoutPanel(JComponent... jComponent) {
    throw new SignatureOnly();
  }

  public static JPanel getVerticalBoxLayoutPanel(JComponent... jComponent) {
    throw new SignatureOnly();
  }

  public static JPanel getHorizontalBoxLayoutPanel(int value, JComponent... jComponent) {
    throw new SignatureOnly();
  }

  public static JPanel getVerticalBoxLayoutPanel(int value, JComponent... jComponent) {
    throw new SignatureOnly();
  }

  public static JComponent boxVerticalStrut(int value) {
    throw new SignatureOnly();
  }

  public static JComponent boxHorizontalStrut(int value) {
    throw new SignatureOnly();
  }

  public static Dimension getDimension(int value, int value2) {
    throw new SignatureOnly();
  }

  public static void showCenterScreen(Window window) {
    throw new SignatureOnly();
  }

  public static void showCenterScreen(Window window, Component component) {
    throw new SignatureOnly();
  }

  public static void openInDefaultBrowser(Component component, URL uRL) {
    throw new SignatureOnly();
  }

  public static void openInDefaultBrowser(Component component, URI uRI) {
    throw new SignatureOnly();
  }

  public static Object[] setRenderingHints(
      Graphics graphics, boolean flag, boolean flag2, boolean flag3) {
    throw new SignatureOnly();
  }

  public static void resetRenderingHints(Graphics graphics, Object[] value) {
    throw new SignatureOnly();
  }
}
