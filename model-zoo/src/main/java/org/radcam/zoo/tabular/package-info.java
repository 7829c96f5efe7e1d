/**
 * Trains classifiers of feature tables: selection by LASSO, eight classifiers, their comparison.
 */
package org.radcam.zoo.tabular;
