package org.radcam.zoo.evaluate;

import java.util.Optional;

/**
 * What one model or reader said of one case whose class is known.
 *
 * @param id the case; of several lesions in one case, {@code case/lesion}
 * @param patient whom it belongs to
 * @param label its true class, by number
 * @param probabilities one for each class; empty where only a class was named
 * @param predicted the class that was named; of equal probabilities the first
 * @param row where it stands, as "row 7 of 'file.csv'"
 */
public record PredictedCase(
    String id,
    String patient,
    int label,
    Optional<double[]> probabilities,
    int predicted,
    String row) {}
