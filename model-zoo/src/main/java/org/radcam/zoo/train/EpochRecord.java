package org.radcam.zoo.train;

/**
 * One line of the training log.
 *
 * @param epoch from 1
 * @param trainingLoss mean over the epoch's steps, with smoothing and weights
 * @param validation on the patients set aside, if there are any
 * @param learningRate at the end of the epoch
 * @param seconds of wall-clock time
 */
record EpochRecord(
    int epoch, double trainingLoss, Validation validation, double learningRate, double seconds) {}
