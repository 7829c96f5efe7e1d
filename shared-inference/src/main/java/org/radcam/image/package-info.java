/** Images as numbers in patient space: grids, volumes, masks, and moving values between grids. */
package org.radcam.image;
