/** Tests of the built bundles in a real OSGi framework, Apache Felix as Weasis has it. */
package org.radcam.weasis.osgi;
