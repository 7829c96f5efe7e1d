/** Signatures of dcm4che: writing a DICOM file. */
package org.dcm4che3.io;
