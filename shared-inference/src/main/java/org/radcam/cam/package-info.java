/** Class activation maps, made from the last block's activations and the gradient at the head. */
package org.radcam.cam;
