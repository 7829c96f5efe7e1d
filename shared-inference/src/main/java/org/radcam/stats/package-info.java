/**
 * Statistics of predictions: cases, areas under ROC curves, their intervals and tests, the
 * bootstrap of patients, proportions, logistic regression.
 */
package org.radcam.stats;
