/** A small viewer for tests: what its tests make, load, show and look at. */
package org.radcam.weasis.fakehost;
