/** Signatures of Weasis: images, series, and their tags. */
package org.weasis.core.api.media.data;
