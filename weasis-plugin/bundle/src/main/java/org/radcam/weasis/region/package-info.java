/** Where the user's region comes from, and how it becomes a mask on the grid of the image. */
package org.radcam.weasis.region;
