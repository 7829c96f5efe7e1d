/** Curves over all thresholds of a score: ROC, precision and recall, and what summarises them. */
package org.radcam.stats.roc;
