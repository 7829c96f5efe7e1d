/** Readers and models beside each other: McNemar's test, reader studies, kappa. */
package org.radcam.stats.agreement;
