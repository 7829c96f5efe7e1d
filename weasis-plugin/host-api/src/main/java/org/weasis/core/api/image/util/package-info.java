/** Signatures of Weasis: the layer that a view shows its image on. */
package org.weasis.core.api.image.util;
