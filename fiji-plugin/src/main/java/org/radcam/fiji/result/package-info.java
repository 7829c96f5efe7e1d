/** Results as rows of ImageJ tables. */
package org.radcam.fiji.result;
