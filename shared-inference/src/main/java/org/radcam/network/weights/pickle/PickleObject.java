package org.radcam.network.weights.pickle;

/**
 * Stands where an object of some class stood. Neither its class nor its content is made.
 *
 * @param type its class
 */
public record PickleObject(PickleGlobal type) {}
