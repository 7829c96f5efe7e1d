package org.radcam.tabular;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.Names;
import org.radcam.network.weights.Safetensors;
import org.radcam.network.weights.Tensor;
import org.radcam.network.weights.TensorFile;
import org.radcam.network.weights.TensorType;

/**
 * Models of feature tables as safetensors files; docs/radiomics-models.md has the layout. What is
 * read is refused, naming the tensor, where
 *
 * <ul>
 *   <li>the file is no sound safetensors file;
 *   <li>format, version or kind are not known;
 *   <li>a tensor is missing, superfluous, of another shape than the features and classes require,
 *       or holds a number that is not finite;
 *   <li>a scale or variance is not above 0, or a tree's links do not lead down to leaves.
 * </ul>
 */
public final class TabularFile {
  private static final String FORMAT = "radcam-tabular";
  private static final String VERSION = "1";
  private static final String CENTRES = "standardiser.centres";
  private static final String SCALES = "standardiser.scales";

  private TabularFile() {}

  /** Writes a model whole or not at all. The same model makes the same bytes. */
  public static void write(Path file, TabularModel model) throws IOException {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("format", FORMAT);
    notes.put("version", VERSION);
    notes.put("kind", model.classifier().kind());
    notes.put("features", new Gson().toJson(model.features()));
    Map<String, Tensor> tensors = new LinkedHashMap<>(model.classifier().tensors());
    tensors.put(CENTRES, Tensors.vector(model.standardiser().centres()));
    tensors.put(SCALES, Tensors.vector(model.standardiser().scales()));
    Safetensors.write(file, new TensorFile(notes, tensors), TensorType.F32);
  }

  /**
   * Reads a model.
   *
   * @throws BadWeightsException if the file is refused
   */
  public static TabularModel read(Path file) throws IOException {
    return read(file.getFileName().toString(), Safetensors.read(file));
  }

  /**
   * Reads a model from a stream, and closes it.
   *
   * @param name how to call it in messages
   * @throws BadWeightsException if the content is refused
   */
  public static TabularModel read(InputStream in, String name) throws IOException {
    return read(name, Safetensors.read(in, name));
  }

  private static TabularModel read(String file, TensorFile content) {
    Map<String, String> notes = content.metadata();
    if (!FORMAT.equals(notes.get("format"))) {
      throw new BadWeightsException(
          file, "it is no model of a feature table (its format is not " + FORMAT + ")");
    }
    if (!VERSION.equals(notes.get("version"))) {
      throw new BadWeightsException(
          file,
          "its version is "
              + Names.shown(notes.getOrDefault("version", "missing"))
              + "; this RadCAM reads version "
              + VERSION);
    }
    List<String> features = features(file, notes.getOrDefault("features", ""));
    TensorShelf shelf = new TensorShelf(file, content, features.size());
    Standardiser standardiser = standardiser(shelf);
    TabularClassifier classifier = classifier(file, notes.getOrDefault("kind", "missing"), shelf);
    shelf.checkNothingIsLeft();
    return new TabularModel(features, standardiser, classifier);
  }

  private static Standardiser standardiser(TensorShelf shelf) {
    float[] centres = shelf.vector(CENTRES, shelf.features());
    float[] scales = shelf.vector(SCALES, shelf.features());
    for (float scale : scales) {
      if (!(scale > 0)) {
        throw shelf.refuse(SCALES, "holds " + scale + ", but scales are above 0");
      }
    }
    return new Standardiser(centres, scales);
  }

  private static TabularClassifier classifier(String file, String kind, TensorShelf shelf) {
    return switch (kind) {
      case LinearClassifier.KIND -> LinearClassifier.read(shelf);
      case GaussianNaiveBayes.KIND -> GaussianNaiveBayes.read(shelf);
      case SupportVectorMachine.KIND -> SupportVectorMachine.read(shelf);
      case NearestNeighbours.KIND -> NearestNeighbours.read(shelf);
      case RandomForest.KIND -> RandomForest.read(shelf);
      case BoostedTrees.KIND -> BoostedTrees.read(shelf);
      case MultilayerPerceptron.KIND -> MultilayerPerceptron.read(shelf);
      default ->
          throw new BadWeightsException(
              file, "its kind is " + Names.shown(kind) + ", which this RadCAM does not know");
    };
  }

  private static List<String> features(String file, String json) {
    String[] names;
    try {
      names = new Gson().fromJson(json, String[].class);
    } catch (JsonParseException e) {
      throw new BadWeightsException(file, "its list of features is no list of names", e);
    }
    if (names == null || names.length == 0) {
      throw new BadWeightsException(file, "it names no features");
    }
    if (Arrays.stream(names).anyMatch(name -> name == null || name.isBlank())) {
      throw new BadWeightsException(file, "one of its features has no name");
    }
    if (Arrays.stream(names).distinct().count() != names.length) {
      throw new BadWeightsException(file, "two of its features have the same name");
    }
    return List.of(names);
  }
}
