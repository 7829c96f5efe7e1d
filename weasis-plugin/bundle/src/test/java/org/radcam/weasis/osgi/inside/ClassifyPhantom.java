package org.radcam.weasis.osgi.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.radcam.classify.Case;
import org.radcam.classify.ClassScore;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.zoo.ModelZoo;

/**
 * Classifies the first case of a folder of phantoms with its task's demo: task and folder to the
 * probability of each class, and what sums up the heat map. Runs inside the bundle and outside of
 * it alike; only classes of the JDK cross the border.
 */
public final class ClassifyPhantom implements BiFunction<String, Path, Map<String, Double>> {
  @Override
  public Map<String, Double> apply(String taskKey, Path folder) {
    Task task = Tasks.get(taskKey);
    try (Classifier classifier =
        Classifier.open(ModelZoo.shipped().find(taskKey + "-demo"), DeviceChoice.CPU)) {
      return numbers(classifier.classify(firstCase(task, folder), ClassifyOptions.DEFAULT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Double> numbers(Result result) {
    Map<String, Double> numbers = new TreeMap<>();
    for (ClassScore score : result.scores()) {
      numbers.put("probability of " + score.label().key(), score.probability());
    }
    HeatMap map = result.heatMap().orElseThrow();
    double sum = 0;
    for (float voxel : map.displayed().voxels()) {
      sum += Float.isNaN(voxel) ? 0 : voxel;
    }
    numbers.put("heat of " + map.classKey(), sum);
    return numbers;
  }

  private static Case firstCase(Task task, Path folder) throws IOException {
    CSVRecord row = firstRow(folder.resolve("labels.csv"));
    Map<String, SourceImage> images = new LinkedHashMap<>();
    for (ImageRole role : task.roles()) {
      String column = task.roles().size() == 1 ? "image" : "image:" + role.key();
      images.put(role.key(), ImageFiles.read(folder.resolve(row.get(column))));
    }
    Map<String, String> clinical = new LinkedHashMap<>();
    for (ClinicalField field : task.clinical()) {
      clinical.put(field.key(), row.get(field.key()));
    }
    Optional<Mask> roi = Optional.empty();
    if (task.roi() == RoiPolicy.REQUIRED) {
      SourceImage reference = images.get(task.referenceRole().key());
      roi = Optional.of(MaskFiles.read(folder.resolve(row.get("roi")), reference));
    }
    return new Case("phantom", images, roi, clinical);
  }

  private static CSVRecord firstRow(Path table) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
    try (CSVParser parser = CSVParser.parse(table, StandardCharsets.UTF_8, format)) {
      return parser.iterator().next();
    }
  }
}
