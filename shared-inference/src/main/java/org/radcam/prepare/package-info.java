/** The recorded way from a source image to the network input. */
package org.radcam.prepare;
