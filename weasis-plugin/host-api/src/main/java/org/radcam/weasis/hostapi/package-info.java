/**
 * What the signatures in this module have in common. They are hand-kept, hold no code of Weasis or
 * dcm4che, and exist to compile against: names, supertypes and descriptors are facts of the host's
 * API, the same in Weasis 4.6.6 and 4.7.3. Members that differ between the two, or that the plugin
 * has no use for, are left out. Nothing of this module is ever shipped.
 */
package org.radcam.weasis.hostapi;
