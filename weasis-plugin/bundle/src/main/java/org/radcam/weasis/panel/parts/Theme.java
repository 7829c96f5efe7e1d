package org.radcam.weasis.panel.parts;

import java.awt.Color;
import javax.swing.UIManager;

/** Colours that are readable on the background of the theme, light or dark. */
public final class Theme {
  private static final Color WHITE = new Color(0xffffff);

  private Theme() {}

  /** Whether the background is dark. */
  public static boolean isDark() {
    return brightness(background()) < 0.5;
  }

  static Color background() {
    return or("Panel.background", new Color(0xf2f2f2));
  }

  static Color text() {
    return or("Label.foreground", isDark() ? new Color(0xdddddd) : new Color(0x202020));
  }

  /** For what explains: between text and background, but nearer the text. */
  static Color quiet() {
    return mix(text(), background(), 0.28);
  }

  /** For what is wrong; 4.5 to 1 or more against the usual backgrounds. */
  static Color wrong() {
    return isDark() ? new Color(0xff8a80) : new Color(0xb00020);
  }

  /** The bar of what counts. */
  static Color strong() {
    return or("Component.accentColor", or("ProgressBar.foreground", new Color(0x2675bf)));
  }

  /** The bar of the others, and of what speaks against. */
  static Color weak() {
    return mix(text(), background(), 0.55);
  }

  /** What a bar lies on. */
  static Color track() {
    return mix(text(), background(), 0.88);
  }

  /** Behind what must be seen. */
  static Color attention() {
    return isDark() ? new Color(0x4d3800) : new Color(0xffe9b3);
  }

  static Color attentionEdge() {
    return isDark() ? new Color(0xd9a400) : new Color(0xc77700);
  }

  /** Behind the badge of demo models, under white letters. */
  static Color demo() {
    return new Color(0xa84300);
  }

  /** Behind the badge of research models, under white letters. */
  static Color research() {
    return new Color(0x1f5fa8);
  }

  static Color onBadge() {
    return WHITE;
  }

  private static Color or(String key, Color otherwise) {
    Color colour = UIManager.getColor(key);
    return colour == null ? otherwise : colour;
  }

  /** Perceived brightness, 0 to 1 (weights of ITU-R BT.601). */
  private static double brightness(Color colour) {
    return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
  }

  private static Color mix(Color one, Color other, double part) {
    return new Color(
        mix(one.getRed(), other.getRed(), part),
        mix(one.getGreen(), other.getGreen(), part),
        mix(one.getBlue(), other.getBlue(), part));
  }

  private static int mix(int one, int other, double part) {
    return (int) Math.round(one + part * (other - one));
  }
}
