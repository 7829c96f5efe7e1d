package org.radcam.stats.confusion;

import org.radcam.stats.Interval;

/**
 * One class against the rest, with 95 % intervals. NaN where a figure is not defined.
 *
 * @param name of the class
 * @param support how many cases it truly has
 * @param sensitivity also called recall
 * @param specificity of the rest
 * @param precision also called positive predictive value
 * @param negativePredictiveValue of the rest
 * @param accuracy of "this class or not"
 * @param f1 its interval is always of the bootstrap
 */
public record ClassFigures(
    String name,
    long support,
    Interval sensitivity,
    Interval specificity,
    Interval precision,
    Interval negativePredictiveValue,
    Interval accuracy,
    Interval f1) {}
