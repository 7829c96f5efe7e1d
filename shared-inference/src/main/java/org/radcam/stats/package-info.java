/** Statistics of diagnostic accuracy: areas under ROC curves and their confidence intervals. */
package org.radcam.stats;
