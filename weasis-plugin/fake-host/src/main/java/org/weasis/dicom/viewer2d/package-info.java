/** Weasis in the test host: the 2D viewer. */
package org.weasis.dicom.viewer2d;
