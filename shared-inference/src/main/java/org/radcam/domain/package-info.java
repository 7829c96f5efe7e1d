/** Whether an image is of the kind that a model was trained on. */
package org.radcam.domain;
