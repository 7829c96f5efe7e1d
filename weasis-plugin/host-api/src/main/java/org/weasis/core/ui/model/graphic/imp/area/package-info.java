/** Signatures of Weasis: drawings that enclose an area. */
package org.weasis.core.ui.model.graphic.imp.area;
