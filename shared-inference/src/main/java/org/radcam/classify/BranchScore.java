package org.radcam.classify;

import org.radcam.task.Branch;

/**
 * What one stage of a cascade says of one of its branches.
 *
 * @param branch the branch
 * @param probability given that the case has come to this stage, calibrated
 * @param logit as the network gave it
 */
public record BranchScore(Branch branch, double probability, double logit) {}
