/** Weasis in the test host: actions and pages. */
package org.weasis.core.api.gui.util;
