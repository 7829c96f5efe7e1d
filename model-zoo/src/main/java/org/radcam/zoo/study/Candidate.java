package org.radcam.zoo.study;

import java.util.Optional;
import org.radcam.config.YamlSection;
import org.radcam.zoo.train.Recipe;

/**
 * A model that a study trains.
 *
 * @param step that it belongs to
 * @param name what it is called in tables and figures
 * @param key name of its folder
 * @param init the name of the weights that it begins from, if they are given
 * @param section its recipe's entries
 * @param recipe its recipe
 */
record Candidate(
    StudyStep step,
    String name,
    String key,
    Optional<String> init,
    YamlSection section,
    Recipe recipe) {}
