/**
 * Images, volumes and masks in (DICOM, NIfTI, NRRD, TIFF, pictures); volumes, masks, maps and
 * results out; without any host program.
 */
package org.radcam.io;
