/** Heat maps on ImageJ images: kept, shown, changed and exported. */
package org.radcam.fiji.heat;
