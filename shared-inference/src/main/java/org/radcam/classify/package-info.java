/** One case's way: checks, preparation, network, explanation, result. */
package org.radcam.classify;
