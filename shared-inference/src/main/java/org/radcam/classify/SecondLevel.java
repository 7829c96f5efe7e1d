package org.radcam.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.features.ClinicalFeatures;
import org.radcam.features.DeepFeatures;
import org.radcam.features.RadiomicsFeatures;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.model.FeatureModelSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.PackageFile;
import org.radcam.model.RadiomicsSpec;
import org.radcam.network.Architectures;
import org.radcam.tabular.TabularFile;
import org.radcam.tabular.TabularModel;
import org.radcam.task.ClinicalField;

/**
 * A package's second level, read and checked against its card. Refused is
 *
 * <ul>
 *   <li>a file that is damaged, or is no model of a feature table;
 *   <li>one that answers another number of classes than the card has;
 *   <li>one that takes a feature that the card does not provide: a deep feature beyond the
 *       network's channels, radiomics of settings or a clinical value that the card does not have.
 *       Whether there is a radiomics feature of that tag shows when it is measured.
 * </ul>
 *
 * @param card of the package
 * @param model the classifier
 */
public record SecondLevel(ModelCard card, TabularModel model) {
  /**
   * Reads a package's second level, if it has one.
   *
   * @throws UserException if it is refused
   */
  public static Optional<SecondLevel> of(ModelPackage source) {
    ModelCard card = source.card();
    Optional<PackageFile> file = card.features().flatMap(FeatureModelSpec::model);
    return file.map(
        found -> {
          TabularModel model = source.read(found, in -> TabularFile.read(in, found.name()));
          SecondLevel level = new SecondLevel(card, model);
          level.check(found.name());
          return level;
        });
  }

  private FeatureModelSpec spec() {
    return card.features().orElseThrow();
  }

  private void check(String file) {
    if (model.classes() != spec().classes().size()) {
      throw new UserException(
          file
              + " answers "
              + model.classes()
              + " classes, but the card of '"
              + card.id()
              + "' has "
              + spec().classes());
    }
    int channels =
        card.hasNetwork()
            ? Architectures.create(card.onlyStage().architecture()).featureChannels()
            : 0;
    List<String> clinical =
        card.clinical().stream()
            .map(input -> card.task().clinicalField(input.field()).orElseThrow())
            .flatMap(field -> ClinicalFeatures.names(field).stream())
            .toList();
    for (String name : model.features()) {
      boolean there =
          DeepFeatures.channel(name) >= 0
              ? DeepFeatures.channel(name) < channels
              : clinical.contains(name)
                  || spec().radiomics().stream().anyMatch(one -> measures(one, name));
      if (!there) {
        throw new UserException(
            file + " takes the feature '" + name + "', which the card does not provide");
      }
    }
  }

  private static boolean measures(RadiomicsSpec one, String name) {
    return one.filters().stream().anyMatch(filter -> isOf(one, filter, name));
  }

  /** Whether a feature is measured on the image of a filter. */
  private static boolean isOf(RadiomicsSpec one, String filter, String name) {
    // A tag has no colon, so the names of other filters do not begin alike.
    return name.startsWith(one.prefix(filter))
        && name.indexOf(':', one.prefix(filter).length()) < 0;
  }

  /** The clinical field that a feature is of, if it is of one. */
  static Optional<ClinicalField> field(ModelCard card, String name) {
    return card.clinical().stream()
        .map(input -> card.task().clinicalField(input.field()).orElseThrow())
        .filter(field -> ClinicalFeatures.names(field).contains(name))
        .findFirst();
  }

  /**
   * Answers for a case that {@link CaseCheck} found good.
   *
   * @param network what the network says of it; empty where there is none
   * @throws UserException if a feature cannot be measured
   */
  FeatureAnswer answer(Case subject, Optional<StageAnswer> network) {
    FeatureAnswer.Notes notes = new FeatureAnswer.Notes();
    double[] row = row(subject, network.map(StageAnswer::pooled), notes);
    return new FeatureAnswer(card, model, row, network, notes);
  }

  /**
   * The features that the model takes of a case, in its order.
   *
   * @param pooled the means of the network's last feature maps; empty where there is none
   * @throws UserException if a feature cannot be measured
   */
  public double[] features(Case subject, Optional<double[]> pooled) {
    return row(subject, pooled, new FeatureAnswer.Notes());
  }

  private double[] row(Case subject, Optional<double[]> pooled, FeatureAnswer.Notes notes) {
    Map<String, Double> values =
        new LinkedHashMap<>(ClinicalFeatures.of(card.task(), card.clinical(), subject.clinical()));
    pooled.ifPresent(
        means -> {
          for (int k = 0; k < means.length; k++) {
            values.put(FeatureModelSpec.deep(k), means[k]);
          }
        });
    for (RadiomicsSpec one : spec().radiomics()) {
      if (model.features().stream().noneMatch(name -> measures(one, name))) {
        continue;
      }
      Geometry reference = subject.images().get(card.referenceRole().key()).geometry();
      Mask roi = subject.roi().orElseThrow();
      RadiomicsFeatures measured =
          RadiomicsFeatures.of(
              one,
              filter -> model.features().stream().anyMatch(name -> isOf(one, filter, name)),
              subject.images().get(one.role()),
              roi,
              reference);
      values.putAll(measured.values());
      notes.measured(one, measured);
    }
    double[] row = new double[model.features().size()];
    for (int j = 0; j < row.length; j++) {
      String name = model.features().get(j);
      Double value = values.get(name);
      if (value == null) {
        throw new UserException(
            "The model '"
                + card.id()
                + "' takes the feature '"
                + name
                + "', but there is no radiomics feature of that name.");
      }
      if (!Double.isFinite(value)) {
        notes.undefined(name);
        value = (double) model.standardiser().centres()[j];
      }
      row[j] = value;
    }
    return row;
  }
}
