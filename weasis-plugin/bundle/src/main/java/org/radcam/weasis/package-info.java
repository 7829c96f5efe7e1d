/** RadCAM as a plugin of the DICOM viewer Weasis. */
package org.radcam.weasis;
