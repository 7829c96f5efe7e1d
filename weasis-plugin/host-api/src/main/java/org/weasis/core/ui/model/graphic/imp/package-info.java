/** Signatures of Weasis: a drawing that nobody can edit. */
package org.weasis.core.ui.model.graphic.imp;
