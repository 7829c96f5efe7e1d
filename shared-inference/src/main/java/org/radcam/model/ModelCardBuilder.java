package org.radcam.model;

import java.util.List;
import java.util.Optional;
import org.radcam.task.Task;

/**
 * Makes a model card, from nothing or from another one: a trainer takes a definition's card and
 * adds weights, figures and a test case.
 *
 * <pre>{@code
 * ModelCard trained =
 *     definition.toBuilder().weights(weights).performance(figures).standing(Standing.DEMO).build();
 * }</pre>
 */
public final class ModelCardBuilder {
  private String id = "";
  private String name = "";
  private String version = "0.1.0";
  private String description = "";
  private Credits credits;
  private Task task;
  private List<InputSpec> inputs = List.of();
  private List<ClinicalInput> clinical = List.of();
  private List<Stage> stages = List.of();
  private FeatureModelSpec features;
  private Activation activation = Activation.SOFTMAX;
  private MissingImages missing = MissingImages.REFUSE;
  private PackageFile weights;
  private PackageFile domain;
  private ModelCard.TestCase test;
  private List<PackageFile> attachments = List.of();
  private Standing standing = Standing.RESEARCH;
  private String intendedUse = "";
  private List<String> limits = List.of();
  private List<Performance> performance = List.of();
  private String trainingData = "";
  private String obtainingWeights = "";

  public ModelCardBuilder() {}

  ModelCardBuilder(ModelCard card) {
    id = card.id();
    name = card.name();
    version = card.version();
    description = card.description();
    credits = card.credits();
    task = card.task();
    inputs = card.inputs();
    clinical = card.clinical();
    stages = card.stages();
    features = card.features().orElse(null);
    activation = card.activation();
    missing = card.missing();
    weights = card.weights().orElse(null);
    domain = card.domain().orElse(null);
    test = card.test().orElse(null);
    attachments = card.attachments();
    standing = card.standing();
    intendedUse = card.intendedUse();
    limits = card.limits();
    performance = card.performance();
    trainingData = card.trainingData();
    obtainingWeights = card.obtainingWeights();
  }

  public ModelCardBuilder id(String value) {
    id = value;
    return this;
  }

  public ModelCardBuilder name(String value) {
    name = value;
    return this;
  }

  public ModelCardBuilder version(String value) {
    version = value;
    return this;
  }

  public ModelCardBuilder description(String value) {
    description = value;
    return this;
  }

  public ModelCardBuilder credits(Credits value) {
    credits = value;
    return this;
  }

  public ModelCardBuilder task(Task value) {
    task = value;
    return this;
  }

  public ModelCardBuilder inputs(List<InputSpec> value) {
    inputs = value;
    return this;
  }

  public ModelCardBuilder clinical(List<ClinicalInput> value) {
    clinical = value;
    return this;
  }

  public ModelCardBuilder stages(List<Stage> value) {
    stages = value;
    return this;
  }

  public ModelCardBuilder features(FeatureModelSpec value) {
    features = value;
    return this;
  }

  public ModelCardBuilder activation(Activation value) {
    activation = value;
    return this;
  }

  public ModelCardBuilder missing(MissingImages value) {
    missing = value;
    return this;
  }

  public ModelCardBuilder weights(PackageFile value) {
    weights = value;
    return this;
  }

  public ModelCardBuilder domain(PackageFile value) {
    domain = value;
    return this;
  }

  public ModelCardBuilder test(ModelCard.TestCase value) {
    test = value;
    return this;
  }

  public ModelCardBuilder attachments(List<PackageFile> value) {
    attachments = value;
    return this;
  }

  public ModelCardBuilder standing(Standing value) {
    standing = value;
    return this;
  }

  public ModelCardBuilder intendedUse(String value) {
    intendedUse = value;
    return this;
  }

  public ModelCardBuilder limits(List<String> value) {
    limits = value;
    return this;
  }

  public ModelCardBuilder performance(List<Performance> value) {
    performance = value;
    return this;
  }

  public ModelCardBuilder trainingData(String value) {
    trainingData = value;
    return this;
  }

  public ModelCardBuilder obtainingWeights(String value) {
    obtainingWeights = value;
    return this;
  }

  /** The card, or an {@link IllegalArgumentException} that says what is wrong with it. */
  public ModelCard build() {
    return new ModelCard(
        id,
        name,
        version,
        description,
        credits,
        task,
        inputs,
        clinical,
        stages,
        Optional.ofNullable(features),
        activation,
        missing,
        Optional.ofNullable(weights),
        Optional.ofNullable(domain),
        Optional.ofNullable(test),
        attachments,
        standing,
        intendedUse,
        limits,
        performance,
        trainingData,
        obtainingWeights);
  }
}
