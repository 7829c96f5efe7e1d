/** Signatures of Weasis: what has an identity. */
package org.weasis.core.ui.model.utils.imp;
