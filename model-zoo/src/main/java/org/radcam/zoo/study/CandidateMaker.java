package org.radcam.zoo.study;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.radcam.UserException;
import org.radcam.config.YamlSection;
import org.radcam.io.Digests;
import org.radcam.task.CascadeStage;
import org.radcam.zoo.train.Recipe;
import org.radcam.zoo.train.RecipeReader;

/**
 * Makes the candidates of a study's steps: their recipes are those that the study writes, laid over
 * those of the candidates that an earlier step chose.
 */
final class CandidateMaker {
  private static final String CHOSEN = "*";
  private static final String NOT_IN_CARD_NAMES = "[^A-Za-z0-9 _+()-]";

  /** Of the 128 letters of a card's name the task and the form take some. */
  private static final int LONGEST_CARD_NAME = 80;

  private static final int LONGEST_CARD_ID = 64;

  private final Study study;
  private final boolean quick;

  /**
   * @param quick whether the small form is made
   */
  CandidateMaker(Study study, boolean quick) {
    this.study = study;
    this.quick = quick;
  }

  /**
   * The candidates of a step.
   *
   * @param chosen what earlier steps chose, by their keys: one candidate, or one for each stage
   * @throws UserException if a recipe is impossible
   */
  List<Candidate> of(StudyStep step, Map<String, List<Candidate>> chosen) {
    List<Candidate> base = step.after().map(chosen::get).orElse(List.of());
    return step.candidates().stream().map(spec -> candidate(step, spec, base)).toList();
  }

  /** All candidates as they are if of every step the first is chosen: to find mistakes early. */
  List<Candidate> rehearsal() {
    Map<String, List<Candidate>> chosen = new HashMap<>();
    List<Candidate> all = new ArrayList<>();
    for (StudyStep step : study.steps(quick)) {
      List<Candidate> own = of(step, chosen);
      all.addAll(own);
      boolean stages = step.choose() == StudyStep.Choose.STAGES;
      int count = stages ? study.task().cascade().size() : 1;
      chosen.put(step.key(), Collections.nCopies(count, own.get(0)));
    }
    Set<String> keys = new TreeSet<>();
    for (Candidate one : all) {
      if (!keys.add(one.key())) {
        throw new UserException(
            "Two candidates of the study would have the folder '"
                + one.key()
                + "': give one of them another name.");
      }
    }
    return all;
  }

  /** Names of the weights that candidates may begin from, however the choices fall. */
  Set<String> inits() {
    Set<String> plain = new TreeSet<>();
    Set<String> patterns = new TreeSet<>();
    for (StudyStep step : study.steps(quick)) {
      for (StudyStep.CandidateSpec spec : step.candidates()) {
        spec.init().ifPresent(name -> (name.contains(CHOSEN) ? patterns : plain).add(name));
      }
    }
    Set<String> all = new TreeSet<>(plain);
    for (String pattern : patterns) {
      plain.forEach(name -> all.add(pattern.replace(CHOSEN, name)));
    }
    return all;
  }

  private Candidate candidate(StudyStep step, StudyStep.CandidateSpec spec, List<Candidate> base) {
    String key = slug(step.key() + " " + spec.name());
    YamlSection entries = text("model", model(key, spec.name())).over(spec.recipe());
    if (base.size() == 1) {
      entries = entries.over(base.get(0).section());
    } else if (base.size() > 1) {
      entries = stages(base).over(entries);
    }
    if (quick && study.quick().form().isPresent()) {
      entries = study.quick().form().get().over(entries);
    }
    Optional<String> init =
        spec.init()
            .flatMap(
                name ->
                    !name.contains(CHOSEN)
                        ? Optional.of(name)
                        : base.isEmpty()
                            ? Optional.empty()
                            : base.get(0).init().map(own -> name.replace(CHOSEN, own)));
    return new Candidate(step, spec.name(), key, init, entries, recipe(spec.name(), entries));
  }

  private Recipe recipe(String name, YamlSection entries) {
    Recipe recipe = RecipeReader.of("candidate '" + name + "'", entries.asYaml());
    if (!recipe.task().key().equals(study.task().key())) {
      throw new UserException(
          "The candidate '"
              + name
              + "' of the study is for the task "
              + recipe.task().key()
              + ", but the study for "
              + study.task().key()
              + ".");
    }
    return recipe;
  }

  /** What cards say; the rest of their text is that of the recipe they come from. */
  private String model(String key, String name) {
    String task = study.task().key();
    return "model:\n"
        + entry("id", cardId(task + "-" + key))
        + entry("name", cardName(name, task))
        + entry(
            "description",
            "Candidate '"
                + name
                + "' of the study '"
                + study.title()
                + "', trained with RadCAM on images of its user.")
        + entry("obtainingWeights", "./radcam study " + task + " --data MANIFEST.csv --out OUT");
  }

  /** Cards' ids are shorter than names of folders may be; no two candidates have the same. */
  private static String cardId(String id) {
    if (id.length() <= LONGEST_CARD_ID) {
      return id;
    }
    String digest = Digests.sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    return id.substring(0, LONGEST_CARD_ID - digest.length() - 1) + "-" + digest;
  }

  /** Cards have plainer and shorter names than tables. */
  private static String cardName(String name, String task) {
    String plain = name.replaceAll(NOT_IN_CARD_NAMES, "").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_CARD_NAME))
        + " (study "
        + task
        + ")";
  }

  private static String entry(String key, String text) {
    return "  " + key + ": '" + text.replace("'", "''") + "'\n";
  }

  /**
   * The stages of a cascade, each as the candidate has it that was chosen for it, and of the images
   * those that one of them takes.
   */
  private YamlSection stages(List<Candidate> chosen) {
    StringBuilder text = new StringBuilder();
    Set<String> roles = new TreeSet<>();
    chosen.forEach(one -> roles.addAll(one.section().section("stage").textOrTexts("roles")));
    if (!roles.isEmpty()) {
      text.append("roles:\n");
      roles.forEach(role -> text.append("  - '").append(role).append("'\n"));
    }
    text.append("stages:\n");
    for (int n = 0; n < chosen.size(); n++) {
      CascadeStage stage = study.task().cascade().get(n);
      text.append("  - key: ").append(stage.key()).append('\n');
      text.append(
          chosen
              .get(n)
              .section()
              .section("stage")
              .asYaml()
              .lines()
              .map(line -> "    " + line + "\n")
              .collect(Collectors.joining()));
    }
    return text("stages", text.toString());
  }

  private YamlSection text(String what, String text) {
    try {
      return YamlSection.read(what + " of the study " + study.task().key(), new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return cardId(slug);
  }
}
