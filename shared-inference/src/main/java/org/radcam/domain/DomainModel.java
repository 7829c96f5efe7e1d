package org.radcam.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Volume;
import org.radcam.network.weights.Safetensors;
import org.radcam.network.weights.Tensor;
import org.radcam.network.weights.TensorFile;
import org.radcam.network.weights.TensorType;

/**
 * Tells whether an image looks like those that a model was trained on: principal components of
 * thumbnails (Turk and Pentland, J Cogn Neurosci 1991;3:71, "distance from face space"), with
 * limits set on training images that were held out.
 *
 * <p>It sees the whole picture's layout, not its details: it notices another body part, a turned or
 * inverted chest, a photograph; it does not notice a mirrored chest or a part of one.
 *
 * @param grey the grey values
 * @param edges the edges
 */
public record DomainModel(Subspace grey, Subspace edges) {
  private static final String FORMAT = "format";
  private static final String FORMAT_NAME = "radcam-domain-1";

  /** More components than images of a small training set make no sense. */
  private static final int MAX_COMPONENTS = 512;

  /**
   * How unusual a prepared image is: 1 is the limit of what is typical, smaller is more typical.
   * Infinite for an image without any variation.
   *
   * @param prepared one slice, as it goes into the network
   */
  public double score(Volume prepared) {
    return score(Thumbnail.of(prepared));
  }

  /** The same for a thumbnail of {@link Thumbnail#of}. */
  public double score(float[] thumbnail) {
    if (isFlat(thumbnail)) {
      return Double.POSITIVE_INFINITY;
    }
    double score = 0;
    for (ThumbnailView view : ThumbnailView.values()) {
      score = Math.max(score, of(view).score(thumbnail, view.offset()));
    }
    return score;
  }

  /** Whether a prepared image looks like the training images. */
  public boolean typical(Volume prepared) {
    return score(prepared) <= 1;
  }

  private Subspace of(ThumbnailView view) {
    return view == ThumbnailView.GREY ? grey : edges;
  }

  private static boolean isFlat(float[] thumbnail) {
    for (int n = 0; n < Thumbnail.VALUES; n++) {
      if (thumbnail[n] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Writes safetensors. */
  public void write(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (ThumbnailView view : ThumbnailView.values()) {
      Subspace subspace = of(view);
      int count = subspace.deviations().length;
      String prefix = prefix(view);
      tensors.put(prefix + "mean", tensor(subspace.mean(), Thumbnail.VALUES));
      tensors.put(prefix + "components", tensor(subspace.components(), count, Thumbnail.VALUES));
      tensors.put(prefix + "deviations", tensor(subspace.deviations(), count));
      tensors.put(
          prefix + "limits",
          tensor(
              new float[] {(float) subspace.residualLimit(), (float) subspace.distanceLimit()}, 2));
    }
    Safetensors.write(file, new TensorFile(Map.of(FORMAT, FORMAT_NAME), tensors), TensorType.F32);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param name how to call the file in messages
   * @throws UserException if it is something else
   */
  public static DomainModel read(InputStream in, String name) throws IOException {
    TensorFile file = Safetensors.read(in, name);
    if (!FORMAT_NAME.equals(file.metadata().get(FORMAT))) {
      throw new UserException(name + " is no " + FORMAT_NAME + " file.");
    }
    try {
      return new DomainModel(
          subspace(file, ThumbnailView.GREY), subspace(file, ThumbnailView.EDGES));
    } catch (IllegalArgumentException e) {
      throw new UserException(name + " is damaged: " + e.getMessage() + ".", e);
    }
  }

  private static Subspace subspace(TensorFile file, ThumbnailView view) {
    String prefix = prefix(view);
    float[] limits = values(file, prefix + "limits");
    float[] deviations = values(file, prefix + "deviations");
    if (limits.length != 2 || deviations.length > MAX_COMPONENTS) {
      throw new IllegalArgumentException("it has " + deviations.length + " components");
    }
    return new Subspace(
        values(file, prefix + "mean"),
        values(file, prefix + "components"),
        deviations,
        limits[0],
        limits[1]);
  }

  private static float[] values(TensorFile file, String key) {
    Tensor tensor = file.tensors().get(key);
    if (tensor == null) {
      throw new IllegalArgumentException("it lacks the tensor '" + key + "'");
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("'" + key + "' holds a value that is no number");
      }
    }
    return tensor.values();
  }

  private static String prefix(ThumbnailView view) {
    return view == ThumbnailView.GREY ? "grey." : "edges.";
  }

  private static Tensor tensor(float[] values, long... shape) {
    return new Tensor(shape, values);
  }
}
