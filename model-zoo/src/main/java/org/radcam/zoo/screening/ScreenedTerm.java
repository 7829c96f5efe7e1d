package org.radcam.zoo.screening;

import java.util.Optional;
import org.radcam.stats.LogisticTerm;

/**
 * What one number of a field does for the odds: one unit more of a number, or a word in place of
 * another.
 *
 * @param word of a choice; empty for a number
 * @param against the word that it is compared with; empty for a number
 * @param univariate with this field alone in the regression
 * @param multivariate with the other fields in it; empty where the field is not tested
 */
public record ScreenedTerm(
    String word,
    String against,
    Optional<LogisticTerm> univariate,
    Optional<LogisticTerm> multivariate) {}
