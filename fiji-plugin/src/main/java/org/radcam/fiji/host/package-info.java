/** What a command needs of the program it runs in: messages, progress, loaded models. */
package org.radcam.fiji.host;
