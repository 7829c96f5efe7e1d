/** The small blocks that networks are built from, each with torchvision's names and shapes. */
package org.radcam.network.layer;
