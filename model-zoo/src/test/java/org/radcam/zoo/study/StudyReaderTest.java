package org.radcam.zoo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.UserException;
import org.radcam.task.Tasks;
import org.radcam.zoo.train.Recipe;

class StudyReaderTest {
  static List<String> tasks() {
    return Tasks.keys();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theStudyOfATaskMakesRecipesInBothForms(String task) {
    Study study = StudyReader.builtIn(Tasks.get(task));

    assertThat(study.task().key()).isEqualTo(task);
    assertThat(study.published()).isNotEmpty();
    List<Candidate> whole = new CandidateMaker(study, false).rehearsal();
    List<Candidate> small = new CandidateMaker(study, true).rehearsal();
    assertThat(whole).allMatch(one -> one.recipe().task().key().equals(task));
    assertThat(small)
        .allMatch(one -> one.recipe().card().limits().toString().contains("Quick form"));
    assertThat(whole)
        .noneMatch(one -> one.recipe().card().limits().toString().contains("Quick form"));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyModelThatIsPublishedOrComparedIsOneThatTheStudyTrainsOrAReader(String task) {
    Study study = StudyReader.builtIn(Tasks.get(task));
    List<String> names =
        Stream.of(false, true)
            .flatMap(quick -> study.steps(quick).stream())
            .flatMap(step -> step.candidates().stream())
            .map(StudyStep.CandidateSpec::name)
            .toList();
    List<String> asked =
        new ArrayList<>(
            study.compared().stream()
                .flatMap(pair -> List.of(pair.first(), pair.second()).stream())
                .toList());
    study.published().forEach(one -> asked.add(one.model()));

    assertThat(asked)
        .allMatch(
            model ->
                model.toLowerCase(Locale.ROOT).contains("radiologist")
                    || names.stream()
                        .anyMatch(name -> model.equals(name) || model.startsWith(name + ", ")));
  }

  @Test
  void aCandidateIsTheChosenOnesRecipeWithWhatDiffers() {
    Study study = TinyStudy.study();
    CandidateMaker maker = new CandidateMaker(study, false);
    List<Candidate> first = maker.of(study.steps().get(0), Map.of());

    Candidate next = maker.of(study.steps().get(1), Map.of("width", List.of(first.get(1)))).get(0);

    assertThat(next.key()).isEqualTo("attention-with-attention");
    assertThat(next.init()).contains("se-wide");
    assertThat(next.recipe().stages().get(0).architecture().width()).isEqualTo(0.125);
    assertThat(next.recipe().stages().get(0).architecture().attention().toString())
        .containsIgnoringCase("squeeze");
    assertThat(next.recipe().card().name()).isEqualTo("With attention (study chest-xray)");
    assertThat(maker.inits()).containsExactly("narrow", "se-narrow", "se-wide", "wide");
  }

  @Test
  void theSmallFormIsSmallInEveryWay() {
    Recipe recipe = new CandidateMaker(TinyStudy.study(), true).rehearsal().get(1).recipe();

    assertThat(recipe.stages().get(0).architecture().width()).isEqualTo(0.0625);
    assertThat(recipe.learning().schedule().epochs()).isEqualTo(1);
    assertThat(recipe.card().name()).endsWith("(quick form)");
    // Never larger than the recipe itself.
    assertThat(recipe.inputSize().columns()).isEqualTo(32);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "validation: 0.25 | validation: 0.8 | together below 0.9",
        "choose: one | choose: two | expected one of none, one, stages",
        "choose: one | choose: stages | has no stages",
        "after: width | after: depth | no step before has the key 'depth'",
        "name: Wide | name: Narrow | there are two candidates 'Narrow'",
        "key: attention | key: width | there are two steps 'width'",
        "figure: f1 | figure: f2 | expected one of auc",
        "split: external | split: train | expected one of test, external, prospective",
        "range: [0.5, 0.7] | note: none | a figure has a 'value'",
        "value: 0.9, interval | value: 0.9, range: [0, 1], interval | [low, high]",
        "phantoms: 12 | phantoms: 0 | between 1 and 10000",
        "second: Wide | second: Wdie | the study has no candidate 'Wdie'",
        "name: Wide | name: '' | a candidate has a name",
        "title: Bright squares | titel: Bright squares | unknown entry 'titel'",
        "init: wide, | init: wide, colour: red, | unknown entry 'colour'"
      })
  void whatIsWrongIsSaidWithItsLine(String right, String wrong, String message) {
    String text = TinyStudy.text();
    assertThat(text).contains(right);

    assertThatThrownBy(() -> TinyStudy.read(text.replace(right, wrong)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("tiny study, line ")
        .hasMessageContaining(message);
  }

  @Test
  void aGridThatMakesMoreCandidatesThanAnyoneTrainsIsRefusedAtOnce() {
    String axis =
        "\n      - axis: ["
            + "{name: a}, {name: b}, {name: c}, {name: d}, {name: e}, {name: f}, {name: g}]";
    String text =
        TinyStudy.text()
            .replaceFirst(
                "(?s)    candidates:\n      - \\{name: Narrow.*?\n  - key: attention",
                "    grid:" + axis.repeat(9) + "\n  - key: attention");

    assertThatThrownBy(() -> TinyStudy.read(text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at most 200 candidates");
  }

  @Test
  void aWrongRecipeNamesItsCandidate() {
    Study study =
        TinyStudy.read(
            TinyStudy.text().replace("attention: squeeze-excitation", "attention: much"));

    assertThatThrownBy(() -> new CandidateMaker(study, false).rehearsal())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("candidate 'With attention'")
        .hasMessageContaining("attention");
  }

  @Test
  void namesThatMakeTheSameFolderAreRefused() {
    Study study =
        TinyStudy.read(
            TinyStudy.text()
                .replace("name: Wide", "name: narrow!")
                .replace("second: Wide", "second: narrow!"));

    assertThatThrownBy(() -> new CandidateMaker(study, false).rehearsal())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'width-narrow'");
  }
}
