/** Signatures of Weasis: an image in memory. */
package org.weasis.opencv.data;
