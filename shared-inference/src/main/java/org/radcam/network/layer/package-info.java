/**
 * The small blocks that networks are built from, each with the public names and shapes, for images
 * and volumes alike.
 */
package org.radcam.network.layer;
