/** Weasis in the test host: a drawing that nobody can edit. */
package org.weasis.core.ui.model.graphic.imp;
