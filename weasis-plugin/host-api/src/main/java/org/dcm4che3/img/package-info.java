/** Signatures of dcm4che: parameters of reading an image. */
package org.dcm4che3.img;
