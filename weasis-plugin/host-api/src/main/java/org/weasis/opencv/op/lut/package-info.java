/** Signatures of Weasis: how values are presented. */
package org.weasis.opencv.op.lut;
