/** Image files in (PNG, JPEG, TIFF, DICOM), maps and results out, without any host program. */
package org.radcam.io;
