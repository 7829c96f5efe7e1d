/**
 * Whether every reference of the plugin's bytecode to the host is there, in each version of the
 * host: the plugin is compiled against signatures that are kept by hand.
 */
package org.radcam.weasis.link;
