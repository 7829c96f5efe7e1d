package org.radcam.stats.confusion;

import org.radcam.stats.Interval;

/**
 * Figures averaged over the classes, with 95 % intervals by bootstrap.
 *
 * @param sensitivity also called recall
 * @param specificity of each class's rest
 * @param precision also called positive predictive value
 * @param f1 the average of the classes' F1, not F1 of the averages
 */
public record AveragedFigures(
    Interval sensitivity, Interval specificity, Interval precision, Interval f1) {}
