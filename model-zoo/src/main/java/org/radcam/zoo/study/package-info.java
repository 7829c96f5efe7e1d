/**
 * Whole studies: candidates trained, one chosen on validation patients, measured once, reported.
 */
package org.radcam.zoo.study;
