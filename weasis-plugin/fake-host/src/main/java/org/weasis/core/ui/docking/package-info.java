/** Weasis in the test host: a panel. */
package org.weasis.core.ui.docking;
