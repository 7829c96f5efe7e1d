package org.radcam.weasis.run;

import java.util.Map;
import java.util.Optional;
import org.radcam.classify.Case;
import org.radcam.classify.Result;
import org.radcam.classify.StageResult;

/**
 * What came of a request.
 *
 * @param request what was asked
 * @param viewerCase what was classified
 * @param result the answer
 * @param seconds how long it took, reading the images included
 */
public record Answer(
    ClassifyRequest request, ViewerCase viewerCase, Result result, double seconds) {

  /** Whether a series that it was made of has been closed. */
  public boolean isClosed() {
    return request.images().values().stream().anyMatch(image -> !image.series().isOpen());
  }

  /**
   * What it says, without the images and heat maps, which fill the memory. It can be read, but not
   * explained anew nor kept.
   */
  public Answer withoutImages() {
    Case whole = viewerCase.subject();
    Case rest = new Case(whole.id(), Map.of(), Optional.empty(), whole.clinical());
    Result said =
        new Result(
            result.caseId(),
            result.taskKey(),
            result.modelId(),
            result.standing(),
            result.scores(),
            result.stages().stream().map(Answer::withoutHeat).toList(),
            Optional.empty(),
            result.grids(),
            result.roiScores(),
            result.contributions(),
            result.warnings(),
            result.audit());
    return new Answer(request, new ViewerCase(rest, viewerCase.layouts()), said, seconds);
  }

  private static StageResult withoutHeat(StageResult stage) {
    return new StageResult(stage.key(), stage.question(), stage.branches(), Optional.empty());
  }

  /** Whether it is {@link #withoutImages} of another. */
  public boolean isRestOf(Answer whole) {
    return request.equals(whole.request) && result.audit().equals(whole.result.audit());
  }
}
