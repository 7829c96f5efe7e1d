/** What a decision by a model's probability is worth: net benefit. */
package org.radcam.stats.decision;
