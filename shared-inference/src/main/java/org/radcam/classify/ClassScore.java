package org.radcam.classify;

import org.radcam.task.ClassLabel;

/**
 * What the model says of one class.
 *
 * @param label the class
 * @param probability after calibration
 * @param logit as the network gave it, before calibration
 */
public record ClassScore(ClassLabel label, double probability, double logit) {}
