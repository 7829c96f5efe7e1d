/** Signatures of Weasis: the model of the DICOM explorer, and loading files into it. */
package org.weasis.dicom.explorer;
