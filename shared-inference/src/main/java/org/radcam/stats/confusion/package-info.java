/** Counts of true against predicted classes, and the shares that are made of them. */
package org.radcam.stats.confusion;
