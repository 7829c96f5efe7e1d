/** Plots of an evaluation, as pictures for the screen and for print. */
package org.radcam.zoo.evaluate.plot;
