/**
 * Reads Python pickles as plain data: nothing in them is ever run, and unknown calls are refused.
 */
package org.radcam.network.weights.pickle;
