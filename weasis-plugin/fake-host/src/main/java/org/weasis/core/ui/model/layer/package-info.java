/** Weasis in the test host: layers. */
package org.weasis.core.ui.model.layer;
