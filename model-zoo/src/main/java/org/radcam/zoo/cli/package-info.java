/** The command line, {@code ./radcam}. */
package org.radcam.zoo.cli;
