/** Weights as safetensors files: read with bounds, written whole, loaded strictly. */
package org.radcam.network.weights;
