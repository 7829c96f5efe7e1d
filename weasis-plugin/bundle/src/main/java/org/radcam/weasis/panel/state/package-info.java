/** What the panel shows and decides, without Swing; on the event dispatch thread. */
package org.radcam.weasis.panel.state;
