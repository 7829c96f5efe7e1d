/** DICOM files without a toolkit: uncompressed, RLE and 8-bit JPEG images, bounded and in words. */
package org.radcam.io.dicom;
