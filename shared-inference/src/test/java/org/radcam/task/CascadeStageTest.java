package org.radcam.task;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CascadeStageTest {
  private static final List<ClassLabel> CLASSES =
      Stream.of("a", "b", "c", "d").map(key -> new ClassLabel(key, key, Optional.empty())).toList();

  private static final CascadeStage FIRST =
      stage("first", branch("ab", "a", "b"), branch("c", "c", "d"));
  private static final CascadeStage AB = stage("ab", branch("a", "a"), branch("b", "b"));
  private static final CascadeStage CD = stage("cd", branch("c", "c"), branch("d", "d"));

  private static Branch branch(String key, String... classes) {
    return new Branch(key, key, Arrays.asList(classes));
  }

  private static CascadeStage stage(String key, Branch... branches) {
    return new CascadeStage(key, "?", Arrays.asList(branches));
  }

  private static void refused(String message, CascadeStage... stages) {
    assertThatThrownBy(() -> CascadeStage.check(Arrays.asList(stages), CLASSES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyClassMayBeReachedInOneOrSeveralSteps() {
    assertThatCode(() -> CascadeStage.check(List.of(FIRST, AB, CD), CLASSES))
        .doesNotThrowAnyException();
    assertThatCode(() -> CascadeStage.check(List.of(FIRST, CD, AB), CLASSES))
        .doesNotThrowAnyException();
    CascadeStage one = stage("a_or", branch("a", "a"), branch("bcd", "b", "c", "d"));
    CascadeStage two = stage("b_or", branch("b", "b"), branch("cd", "c", "d"));
    assertThatCode(() -> CascadeStage.check(List.of(one, two, CD), CLASSES))
        .doesNotThrowAnyException();
  }

  @Test
  void aStageBeforeItsBranchOrWithoutOneIsRefused() {
    refused("'ab' does not split", AB, FIRST, CD);
    refused("'bc' does not split", FIRST, stage("bc", branch("b", "b"), branch("c", "c")), CD);
    refused("'ab' does not split", FIRST, AB, AB, CD);
    refused("'first' does not split", FIRST, FIRST);
  }

  @Test
  void twoStagesOfOneNameAreRefused() {
    refused("'ab' does not split", FIRST, AB, stage("ab", branch("c", "c"), branch("d", "d")));
  }

  @Test
  void classesThatNothingTellsApartAreRefused() {
    refused("No stage tells apart the classes [[c, d]]", FIRST, AB);
  }

  @Test
  void aStageHasTwoBranchesAndNothingTwice() {
    assertThatThrownBy(() -> stage("s", branch("a", "a", "b")))
        .hasMessageContaining("at least two branches");
    assertThatThrownBy(() -> stage("s", branch("a", "a"), branch("a", "b")))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> stage("s", branch("a", "a"), branch("b", "a")))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> branch("a")).hasMessageContaining("no class");
  }
}
