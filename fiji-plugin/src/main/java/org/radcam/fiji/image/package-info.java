/** Images and selections of ImageJ as the library sees them. */
package org.radcam.fiji.image;
