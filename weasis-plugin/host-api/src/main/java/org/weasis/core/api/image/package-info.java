/** Signatures of Weasis: the operations between a stored image and a shown one. */
package org.weasis.core.api.image;
