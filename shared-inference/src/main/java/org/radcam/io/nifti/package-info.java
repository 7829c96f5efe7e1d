/** NIfTI volumes, read and written: header, types of numbers and place in patient space. */
package org.radcam.io.nifti;
