/** Weasis in the test host: a drawing. */
package org.weasis.core.ui.model.graphic;
