/** Signatures of Weasis: DICOM images, series, tags and regions. */
package org.weasis.dicom.codec;
