/** What the plugin wants of a viewer, without naming any: series, drawings, the overlay. */
package org.radcam.weasis.viewer;
