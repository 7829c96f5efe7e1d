/** The heat map as pictures for the images that a viewer shows. */
package org.radcam.weasis.heat;
