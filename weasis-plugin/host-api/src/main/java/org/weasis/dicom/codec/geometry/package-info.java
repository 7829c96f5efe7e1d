/** Signatures of Weasis: where a slice lies in the patient. */
package org.weasis.dicom.codec.geometry;
