package org.radcam.zoo.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.zoo.evaluate.EvaluationSettings;

/**
 * What is asked for.
 *
 * @param study which
 * @param data manifest of the cases; empty for phantoms, in the small form only
 * @param out folder of the study
 * @param quick whether the small form is made
 * @param resume whether a study in that folder goes on
 * @param inits what candidates begin from, by the study's names of weights: a model's id, a
 *     package's folder, or a safetensors file; in the small form those of the study for what is not
 *     given
 * @param readers tables of readers' answers, as {@code radcam evaluate} reads them
 * @param device where to compute
 * @param settings of the figures
 */
public record StudyRequest(
    Study study,
    Optional<Path> data,
    Path out,
    boolean quick,
    boolean resume,
    Map<String, String> inits,
    List<Path> readers,
    DeviceChoice device,
    EvaluationSettings settings) {
  public StudyRequest {
    Map<String, String> all = new HashMap<>(quick ? study.quick().weights() : Map.of());
    all.putAll(inits);
    inits = Map.copyOf(all);
    readers = List.copyOf(readers);
    if (data.isEmpty() && !quick) {
      throw new UserException(
          "Give the cases with --data MANIFEST.csv. Only with --quick a study makes synthetic ones"
              + " of its own.");
    }
  }
}
