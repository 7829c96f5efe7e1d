/** Signatures of Weasis: the layers themselves. */
package org.weasis.core.ui.model.layer.imp;
