package org.radcam.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The second level of a model that answers from named features: the means of its network's last
 * feature maps ({@code deep_0} ...), radiomics features of the region of interest ({@code
 * radiomics:TAG}) and clinical values ({@code clinical:FIELD}, or {@code clinical:FIELD=WORD} for
 * each word but a field's first). Which of them it takes, and what it does with them, is in its
 * file.
 *
 * @param classes keys of the task's classes, in the order of its probabilities
 * @param model the file, as {@link org.radcam.tabular} has it; empty for a definition
 * @param radiomics what is measured; empty where no radiomics feature is taken
 * @param test a test case; empty where there is none
 */
public record FeatureModelSpec(
    List<String> classes,
    Optional<PackageFile> model,
    List<RadiomicsSpec> radiomics,
    Optional<Test> test) {
  /** What the names of deep features begin with. */
  public static final String DEEP = "deep_";

  /** What the names of clinical features begin with. */
  public static final String CLINICAL = "clinical:";

  public FeatureModelSpec {
    classes = List.copyOf(classes);
    radiomics = List.copyOf(radiomics);
    radiomics.forEach(RadiomicsSpec::check);
    if (new HashSet<>(radiomics.stream().map(RadiomicsSpec::key).toList()).size()
        < radiomics.size()) {
      throw new IllegalArgumentException(
          "Several entries of 'radiomics' need a 'key' each, or their features have one name");
    }
    if (test.isPresent() && model.isEmpty()) {
      throw new IllegalArgumentException("There is a test case of features, but nothing to test");
    }
  }

  /**
   * Features and what the second level must answer.
   *
   * @param features NPY file, float32, (N, features) in the order of the model's file. Where the
   *     package has a network, the deep ones are those of the N cases of its test input
   * @param probabilities NPY file, float32, (N, classes)
   */
  public record Test(PackageFile features, PackageFile probabilities) {}

  /** The same with its file. */
  public FeatureModelSpec withModel(PackageFile file) {
    return new FeatureModelSpec(classes, Optional.of(file), radiomics, test);
  }

  /** The same with a test case. */
  public FeatureModelSpec withTest(Test made) {
    return new FeatureModelSpec(classes, model, radiomics, Optional.of(made));
  }

  /** Every file that it names. */
  public List<PackageFile> files() {
    List<PackageFile> files = new ArrayList<>(model.stream().toList());
    test.ifPresent(parts -> files.addAll(List.of(parts.features(), parts.probabilities())));
    return List.copyOf(files);
  }

  /** The name of a network's k-th mean. */
  public static String deep(int k) {
    return DEEP + k;
  }
}
