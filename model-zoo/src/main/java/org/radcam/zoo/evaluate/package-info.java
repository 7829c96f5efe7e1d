/** How good predictions are: tables of predictions in, figures with intervals and a report out. */
package org.radcam.zoo.evaluate;
