/** Synthetic cases, made from a seed, for demonstrations, tests and demo models. */
package org.radcam.zoo.phantom;
