/** Results that stay: files in a folder, and what is given back to the viewer. */
package org.radcam.weasis.keep;
