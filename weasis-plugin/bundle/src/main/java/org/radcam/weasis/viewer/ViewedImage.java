package org.radcam.weasis.viewer;

/**
 * One image of a series, as a view shows it.
 *
 * @param series its series
 * @param image which of the series' images, from 0, in the order of {@link ViewerSeries#images}
 */
public record ViewedImage(ViewerSeries series, int image) {}
