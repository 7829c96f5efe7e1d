/** The deep-learning engine: its start, its devices, and who may take gradients when. */
package org.radcam.engine;
