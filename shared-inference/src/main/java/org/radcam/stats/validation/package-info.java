/**
 * What is chosen or fitted on validation cases, and then judged on others: thresholds,
 * calibrations, conformal prediction sets.
 */
package org.radcam.stats.validation;
