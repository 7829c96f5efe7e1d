package org.radcam.stats.agreement;

import org.radcam.stats.Interval;

/**
 * One reader of a {@link ReaderStudy}.
 *
 * @param reader name
 * @param first figure of the first readings, with its 95 % interval
 * @param second figure of the second readings
 * @param difference second minus first
 * @param mcNemar of which answers are right, whatever the figure is; it takes cases for independent
 */
public record ReaderFigures(
    String reader, Interval first, Interval second, Interval difference, McNemar mcNemar) {}
