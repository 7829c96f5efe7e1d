package org.radcam.stats.decision;

import org.radcam.stats.Interval;

/**
 * Net benefit at one threshold probability.
 *
 * @param threshold probability from which on a patient is treated; its odds are how many needless
 *     treatments one needed treatment is worth
 * @param model of treating those whose probability reaches the threshold
 * @param treatAll of treating everyone; treating no one has 0
 */
public record NetBenefit(double threshold, Interval model, Interval treatAll) {}
