/** NRRD volumes, read: header, encodings and place in patient space. */
package org.radcam.io.nrrd;
