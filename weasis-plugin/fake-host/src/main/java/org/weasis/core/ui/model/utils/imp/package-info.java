/** Weasis in the test host: what has an identity. */
package org.weasis.core.ui.model.utils.imp;
