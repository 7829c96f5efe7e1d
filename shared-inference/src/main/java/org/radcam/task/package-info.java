/** Clinical questions as data: classes, image roles, region-of-interest policy, clinical fields. */
package org.radcam.task;
