/** Classifying the images of a folder into tables, overlays and heat maps. */
package org.radcam.batch;
