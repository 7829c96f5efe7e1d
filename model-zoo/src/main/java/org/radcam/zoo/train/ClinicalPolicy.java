package org.radcam.zoo.train;

import org.radcam.task.ClinicalField;

/**
 * A clinical value that a recipe gives to networks.
 *
 * @param field the task's field
 * @param unknownAllowed whether it may be unknown: the typical patient's value stands for it then
 */
public record ClinicalPolicy(ClinicalField field, boolean unknownAllowed) {}
