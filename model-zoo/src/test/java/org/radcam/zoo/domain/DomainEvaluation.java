package org.radcam.zoo.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.radcam.TestData;
import org.radcam.UserException;
import org.radcam.domain.DomainModel;
import org.radcam.domain.Thumbnail;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.zoo.phantom.Phantoms;

/**
 * Prints the table of docs/domain.md. Run with {@code mvn -pl model-zoo -am test
 * -Dtest=DomainEvaluation -Dsurefire.failIfNoSpecifiedTests=false
 * -Dsurefire.argLine=-Dradcam.evaluate=true}; {@code -Dradcam.photos=DIR} adds a folder of
 * pictures.
 */
@EnabledIfSystemProperty(named = "radcam.evaluate", matches = "true")
class DomainEvaluation {
  private final Map<String, List<Double>> scores = new TreeMap<>();

  @Test
  void printsHowManyImagesOfEachKindAreCalledUnusual() throws IOException {
    RealChests chests = RealChests.everyNth(1);
    System.out.printf(Locale.ROOT, "%nheld-out chests called unusual: %s%n", heldOut(chests));
    DomainModel model = DomainModelFit.fit(chests.thumbnails(), chests.patients(), 1);
    Path large = TestData.require("cxr_nih");
    int n = 0;
    for (Path file : files(large, ".png")) {
      SourceImage image = ImageFiles.read(file);
      add(model, "a: NIH 1024 x 1024", image.volume());
      if (n++ % 4 == 0) {
        add(model, "b: inverted", mapped(image.volume(), v -> 255 - v));
        add(model, "c: turned by 90 degrees", turned(image.volume(), 1));
        add(model, "c: turned by 180 degrees", turned(image.volume(), 2));
        add(model, "c: turned by 270 degrees", turned(image.volume(), 3));
        add(model, "d: mirrored left to right", mirrored(image.volume()));
        add(model, "d: middle 40 % only", middle(image.volume()));
      }
    }
    dicoms(model, "dicom_ct_series", "e: CT slices");
    dicoms(model, "dicom_mr_series", "e: MR slices");
    String photos = System.getProperty("radcam.photos", "");
    if (!photos.isEmpty()) {
      for (Path file : files(Path.of(photos), "")) {
        read(model, "f: photographs and other pictures", file);
      }
    }
    synthetic(model);
    for (int seed = 0; seed < 40; seed++) {
      String label = seed % 2 == 0 ? "no_finding" : "finding";
      add(
          model,
          "h: phantoms",
          Phantoms.get("chest-xray").generate(seed, label).images().get("CXR").volume());
    }
    scores.forEach(DomainEvaluation::print);
    traps(model);
  }

  private static String heldOut(RealChests chests) {
    List<String> patients = chests.patients().stream().distinct().toList();
    int unusual = 0;
    for (int fold = 0; fold < 5; fold++) {
      int k = fold;
      List<float[]> others = new ArrayList<>();
      List<String> theirs = new ArrayList<>();
      List<float[]> held = new ArrayList<>();
      for (int n = 0; n < chests.patients().size(); n++) {
        boolean out = patients.indexOf(chests.patients().get(n)) % 5 == k;
        (out ? held : others).add(chests.thumbnails().get(n));
        if (!out) {
          theirs.add(chests.patients().get(n));
        }
      }
      DomainModel model = DomainModelFit.fit(others, theirs, 1);
      unusual += (int) held.stream().filter(thumbnail -> model.score(thumbnail) > 1).count();
    }
    return unusual + " of " + chests.patients().size();
  }

  private static void print(String kind, List<Double> scores) {
    double[] sorted = scores.stream().mapToDouble(d -> d).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.2f | %.2f | %.2f |%n",
        kind.substring(3),
        sorted.length,
        Arrays.stream(sorted).filter(score -> score > 1).count(),
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }

  private static void traps(DomainModel model) throws IOException {
    for (Path file : files(TestData.require("dicom_cxr_cr_dx"), ".dcm")) {
      try {
        SourceImage image = ImageFiles.read(file);
        Brightness other =
            image.traits().brightness() == Brightness.LARGE_IS_BRIGHT
                ? Brightness.LARGE_IS_DARK
                : Brightness.LARGE_IS_BRIGHT;
        SourceImage wrong =
            new SourceImage(image.name(), image.volume(), image.traits().withBrightness(other));
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %.2f | %.2f |%n",
            file.getFileName(),
            image.traits().bodyPart().orElse("-"),
            model.score(RealChests.prepared(image)),
            model.score(RealChests.prepared(wrong)));
      } catch (UnreadableImageException e) {
        System.out.println(file.getFileName() + ": " + e.getMessage());
      }
    }
  }

  private void synthetic(DomainModel model) {
    SplittableRandom random = new SplittableRandom(3);
    for (int n = 0; n < 20; n++) {
      add(model, "g: uniform noise", mapped(blank(300, 300), v -> random.nextDouble()));
    }
    add(model, "g: constant", blank(200, 200));
    Volume across = blank(256, 256);
    Volume down = blank(256, 256);
    for (int at = 0; at < across.voxels().length; at++) {
      across.voxels()[at] = at % 256;
      down.voxels()[at] = Math.floorDiv(at, 256);
    }
    add(model, "g: ramp across", across);
    add(model, "g: ramp down", down);
  }

  private void dicoms(DomainModel model, String folder, String kind) throws IOException {
    for (Path file : files(TestData.require(folder), ".dcm")) {
      read(model, kind, file);
    }
  }

  private void read(DomainModel model, String kind, Path file) {
    try {
      Volume volume = ImageFiles.read(file).volume();
      add(model, kind, volume.slice(volume.size().slices() / 2));
      List<Double> all = scores.get(kind);
      System.out.printf(
          Locale.ROOT, "%.2f %s %s%n", all.get(all.size() - 1), kind, file.getFileName());
    } catch (UnreadableImageException | UserException e) {
      System.out.println("left out: " + file.getFileName() + ": " + e.getMessage());
    }
  }

  private void add(DomainModel model, String kind, Volume volume) {
    SourceImage image = new SourceImage(kind, volume, ImageTraits.UNKNOWN);
    scores
        .computeIfAbsent(kind, key -> new ArrayList<>())
        .add(model.score(Thumbnail.of(RealChests.prepared(image))));
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> Files.isRegularFile(path) && path.toString().endsWith(end))
          .sorted()
          .toList();
    }
  }

  private static Volume blank(int columns, int rows) {
    return Volume.filled(Geometry.uncalibrated(Size.of(columns, rows)), 0);
  }

  private static Volume mapped(Volume volume, UnaryOperator<Double> function) {
    float[] values = new float[volume.voxels().length];
    for (int n = 0; n < values.length; n++) {
      values[n] = function.apply((double) volume.voxels()[n]).floatValue();
    }
    return new Volume(volume.geometry(), values);
  }

  private static Volume turned(Volume volume, int quarters) {
    Volume result = volume;
    for (int quarter = 0; quarter < quarters; quarter++) {
      Size size = result.size();
      Volume next = blank(/* columns= */ size.rows(), /* rows= */ size.columns());
      for (int j = 0; j < next.size().rows(); j++) {
        for (int i = 0; i < next.size().columns(); i++) {
          next.voxels()[next.size().index(i, j, 0)] = result.at(j, result.size().rows() - 1 - i, 0);
        }
      }
      result = next;
    }
    return result;
  }

  private static Volume mirrored(Volume volume) {
    Volume result = blank(volume.size().columns(), volume.size().rows());
    for (int j = 0; j < result.size().rows(); j++) {
      for (int i = 0; i < result.size().columns(); i++) {
        result.voxels()[result.size().index(i, j, 0)] =
            volume.at(volume.size().columns() - 1 - i, j, 0);
      }
    }
    return result;
  }

  private static Volume middle(Volume volume) {
    int columns = volume.size().columns() * 2 / 5;
    int rows = volume.size().rows() * 2 / 5;
    Volume result = blank(columns, rows);
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        result.voxels()[result.size().index(i, j, 0)] =
            volume.at(i + columns * 3 / 4, j + rows * 3 / 4, 0);
      }
    }
    return result;
  }
}
