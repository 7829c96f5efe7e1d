/** Finding out what the training images have in common. */
package org.radcam.zoo.domain;
