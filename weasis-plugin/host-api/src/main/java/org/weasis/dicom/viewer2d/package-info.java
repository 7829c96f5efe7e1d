/** Signatures of Weasis: the 2D viewer and its manager. */
package org.weasis.dicom.viewer2d;
