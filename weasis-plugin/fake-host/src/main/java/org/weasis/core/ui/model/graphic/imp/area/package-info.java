/** Weasis in the test host: drawings that enclose an area. */
package org.weasis.core.ui.model.graphic.imp.area;
