/** Weasis in the test host: images, series and their tags. */
package org.weasis.core.api.media.data;
