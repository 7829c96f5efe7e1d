/** The panel in Swing; it knows the viewer by its interfaces alone. */
package org.radcam.weasis.panel;
