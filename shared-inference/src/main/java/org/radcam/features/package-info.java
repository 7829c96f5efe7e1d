/** Named features of a case, made in one way for training and for answering. */
package org.radcam.features;
