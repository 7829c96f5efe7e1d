/** Weasis in the test host: where a slice lies. */
package org.weasis.dicom.codec.geometry;
