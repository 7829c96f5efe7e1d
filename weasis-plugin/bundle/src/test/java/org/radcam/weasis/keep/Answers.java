package org.radcam.weasis.keep;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.radcam.classify.AuditRecord;
import org.radcam.classify.Case;
import org.radcam.classify.ClassScore;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.TinyModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Placement;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.Digests;
import org.radcam.model.Activation;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.PackageFile;
import org.radcam.model.Standing;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.run.ViewerCase;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;

/** Answers as a model would give them, of a series whose slices are in reverse order. */
public final class Answers {
  private static final String SHA = "0123456789abcdef".repeat(4);

  private Answers() {}

  private record Card(ModelCard card) implements ModelPackage {
    @Override
    public String location() {
      return "test";
    }

    @Override
    public InputStream open(String fileName) {
      return InputStream.nullInputStream();
    }
  }

  /**
   * An answer for a grey wedge.
   *
   * @param grid of the image
   * @param heat of every slice: a square in its middle has this much; NaN for an answer without a
   *     heat map
   */
  public static Answer of(Geometry grid, double... heat) {
    return of("tiny-demo", grid, heat);
  }

  /** The same of a model of some name. */
  public static Answer of(String model, Geometry grid, double... heat) {
    ModelCard card =
        TinyModel.unweighted()
            .id(model)
            .standing(Standing.DEMO)
            .weights(new PackageFile("weights.safetensors", SHA))
            .build();
    int slices = grid.size().slices();
    ViewerSeries series = TestSeries.of(slices);
    SourceImage image = new SourceImage("T2", wedge(grid), ImageTraits.UNKNOWN, Placement.UNKNOWN);
    List<Integer> order = IntStream.range(0, slices).map(k -> slices - 1 - k).boxed().toList();
    boolean mapped = !Double.isNaN(heat[0]);
    return new Answer(
        new ClassifyRequest(
            new Card(card),
            DeviceChoice.CPU,
            Map.of("CXR", new ViewedImage(series, 0)),
            new RegionChoice.Nothing(),
            Map.of(),
            ClassifyOptions.DEFAULT),
        new ViewerCase(
            Case.of("CXR", image, Optional.empty()),
            Map.of("CXR", new ViewerCase.Layout(series, grid, order))),
        result(card, image, mapped ? Optional.of(map(grid, heat)) : Optional.empty()),
        1.5);
  }

  private static Result result(ModelCard card, SourceImage image, Optional<HeatMap> map) {
    return new Result(
        "T2",
        card.task().key(),
        card.id(),
        card.standing(),
        List.of(
            new ClassScore(card.task().classes().get(0), 0.25, -0.5),
            new ClassScore(card.task().classes().get(1), 0.75, 0.6)),
        List.of(),
        map,
        Map.of("CXR", image.geometry()),
        Optional.empty(),
        List.of(),
        List.of(),
        new AuditRecord(
            "0.1.0",
            "PyTorch 2.7.1",
            "processor",
            SHA,
            card.fingerprint(),
            Activation.SOFTMAX,
            List.of(1.0),
            Map.of("CXR", Digests.sha256(image.volume().voxels())),
            Map.of(),
            new AuditRecord.Timings(0.1, 0.2, 0.1)));
  }

  private static Volume wedge(Geometry grid) {
    float[] values = new float[grid.size().voxels()];
    for (int n = 0; n < values.length; n++) {
      values[n] = n % grid.size().columns();
    }
    return new Volume(grid, values);
  }

  private static HeatMap map(Geometry grid, double... heat) {
    int columns = grid.size().columns();
    int rows = grid.size().rows();
    float[] values = new float[grid.size().voxels()];
    for (int k = 0; k < grid.size().slices(); k++) {
      for (int j = rows / 4; j < 3 * rows / 4; j++) {
        int row = grid.size().index(0, j, k);
        Arrays.fill(values, row + columns / 4, row + 3 * columns / 4, (float) heat[k]);
      }
    }
    Volume volume = new Volume(grid, values);
    return new HeatMap("finding", "grad-cam", volume, grid, volume);
  }
}
