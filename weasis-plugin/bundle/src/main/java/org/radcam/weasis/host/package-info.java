/** Weasis itself: the only package that names its classes, those of dcm4che, and OSGi. */
package org.radcam.weasis.host;
