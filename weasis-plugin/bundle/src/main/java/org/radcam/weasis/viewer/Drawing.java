package org.radcam.weasis.viewer;

import java.awt.Shape;

/**
 * A closed shape that the user drew on an image.
 *
 * @param name how the user knows it: its label or kind
 * @param selected whether it is selected
 * @param image which of the series' images it is drawn on, from 0
 * @param imageName how the user knows that image: see {@link ViewerSeries#imageName}
 * @param outline in source pixels, where pixel (i, j) covers [i, i + 1) x [j, j + 1): what the
 *     viewer rectified for display is already undone
 */
public record Drawing(String name, boolean selected, int image, String imageName, Shape outline) {}
