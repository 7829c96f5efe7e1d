/** The model packages that are there: those shipped with RadCAM and the user's own. */
package org.radcam.zoo;
