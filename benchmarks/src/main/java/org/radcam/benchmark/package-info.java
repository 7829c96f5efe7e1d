/** Benchmarks of the library, and the soak test. */
package org.radcam.benchmark;
