package org.radcam.zoo;

/**
 * A folder among the user's packages that cannot be used.
 *
 * @param location where it is
 * @param reason what is wrong with it, for the user
 */
public record BrokenPackage(String location, String reason) {}
