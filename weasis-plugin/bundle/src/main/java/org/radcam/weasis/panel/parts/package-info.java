/** Swing parts that the panel is built of. */
package org.radcam.weasis.panel.parts;
