/** Signatures of Weasis: what drawings and layers have in common. */
package org.weasis.core.ui.model.utils;
