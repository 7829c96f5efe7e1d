/** Signatures of Weasis: a drawing. */
package org.weasis.core.ui.model.graphic;
