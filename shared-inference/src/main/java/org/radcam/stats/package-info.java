/** Statistics: areas under ROC curves and their confidence intervals, logistic regression. */
package org.radcam.stats;
