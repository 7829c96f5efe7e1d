/** Plots of statistics, as pictures for the screen and for print. */
package org.radcam.zoo.evaluate.plot;
