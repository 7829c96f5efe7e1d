/** Weasis in the test host: units. */
package org.weasis.core.api.image.util;
