/** Classifying the cases of a manifest into tables, overlays and heat maps. */
package org.radcam.zoo.batch;
