/** Whether probabilities come true: reliability, Brier score, Hosmer-Lemeshow test. */
package org.radcam.stats.calibration;
