package org.radcam.weasis.keep;

import java.awt.image.BufferedImage;
import org.radcam.weasis.viewer.ViewedImage;

/**
 * A slice under its heat, with the answer below it.
 *
 * @param picture opaque, of square pixels
 * @param source the image that it shows
 * @param slice which slice of the volume, from 0
 */
public record CapturePicture(BufferedImage picture, ViewedImage source, int slice) {}
