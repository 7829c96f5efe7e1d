/** Weasis in the test host: DICOM images, series and tags. */
package org.weasis.dicom.codec;
