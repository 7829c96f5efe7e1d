package org.radcam.model;

import org.radcam.prepare.Preparation;

/**
 * One image that goes into the network, as its own channel.
 *
 * @param role the task's image role
 * @param preparation its way from the source image to the network
 */
public record InputSpec(String role, Preparation preparation) {}
