/** Heat maps as pictures: colour maps, opacity, threshold; shared by every host. */
package org.radcam.render;
