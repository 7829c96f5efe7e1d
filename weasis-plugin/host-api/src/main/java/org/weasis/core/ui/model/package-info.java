/** Signatures of Weasis: the drawings of a view. */
package org.weasis.core.ui.model;
