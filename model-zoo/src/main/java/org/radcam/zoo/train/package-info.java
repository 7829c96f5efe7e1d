/** Training: manifest, recipe, patient-level cross-validation, and the package that comes of it. */
package org.radcam.zoo.train;
