/** Classifiers of feature tables that answer by themselves, whatever library trained them. */
package org.radcam.tabular;
