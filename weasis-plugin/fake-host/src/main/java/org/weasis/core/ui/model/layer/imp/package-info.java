/** Weasis in the test host: the layers themselves. */
package org.weasis.core.ui.model.layer.imp;
