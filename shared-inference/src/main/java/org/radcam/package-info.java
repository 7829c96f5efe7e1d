/** RadCAM: radiology image classification that explains itself. */
package org.radcam;
