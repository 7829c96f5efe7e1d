/** Weasis in the test host: what its tree tells. */
package org.weasis.core.api.explorer;
