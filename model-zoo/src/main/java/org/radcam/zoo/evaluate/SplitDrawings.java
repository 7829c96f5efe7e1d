package org.radcam.zoo.evaluate;

import java.util.List;

/**
 * The drawings of a split.
 *
 * @param <T> a plot, or its SVG
 * @param ofAll of all models together: curves
 * @param ofEach of each model: reliability, confusion matrix
 */
record SplitDrawings<T>(List<T> ofAll, List<T> ofEach) {}
