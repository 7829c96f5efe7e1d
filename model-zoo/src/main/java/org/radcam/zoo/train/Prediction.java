package org.radcam.zoo.train;

/**
 * What a network that never saw a case's patient answers for it.
 *
 * @param one the case, labelled with the network's classes
 * @param network which network, for example {@code fold-1}
 * @param logits one for each class
 */
record Prediction(TrainingCase one, String network, double[] logits) {}
