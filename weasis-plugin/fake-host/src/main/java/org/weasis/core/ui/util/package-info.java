/** Weasis in the test host: a toolbar. */
package org.weasis.core.ui.util;
