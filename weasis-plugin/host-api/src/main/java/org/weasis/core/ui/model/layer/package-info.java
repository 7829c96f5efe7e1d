/** Signatures of Weasis: layers of drawings. */
package org.weasis.core.ui.model.layer;
