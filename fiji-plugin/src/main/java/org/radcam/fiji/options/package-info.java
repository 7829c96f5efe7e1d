/** The words of a macro line, checked. */
package org.radcam.fiji.options;
