/** What the readers of all image formats share: limits, grey of colour, the platform's decoders. */
package org.radcam.io.format;
