package org.radcam.weasis.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.classify.Case;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.StageResult;
import org.radcam.classify.TinyModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.model.Standing;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.run.ViewerCase;
import org.radcam.weasis.run.ViewerCase.Layout;
import org.radcam.weasis.viewer.HeatDisplay.HeatPicture;
import org.radcam.weasis.viewer.ViewedImage;

class HeatPicturesTest {
  private static final HeatStyle OPAQUE = new HeatStyle(ColourMap.RED, 1, 0.5);

  /** Non-square pixels, thick slices, not at the origin. */
  private static final Geometry REFERENCE =
      new Geometry(
          new Size(20, 14, 6),
          new Vector3(0.5, 0.8, 3),
          new Vector3(-7, 11, 40),
          Direction.IDENTITY,
          LengthUnit.MILLIMETRE);

  @TempDir Path folder;
  private TinyModel model;
  private final TestSeries first = TestSeries.of(6);
  private final TestSeries second = TestSeries.of(4);

  @BeforeEach
  void makeModel() throws IOException {
    model = TinyModel.in(folder, 1);
  }

  private static Volume marked(Geometry grid, int i, int j, int k) {
    Volume volume = Volume.filled(grid, -1);
    volume.voxels()[grid.size().index(i, j, k)] = 8;
    return volume;
  }

  private static HeatMap map(Geometry grid, int i, int j, int k) {
    Volume raw = marked(grid, i, j, k);
    return new HeatMap("finding", "grad-cam", raw, grid, raw);
  }

  private Answer answer(
      Optional<HeatMap> map, List<StageResult> stages, Map<String, Layout> layouts) {
    Map<String, Geometry> grids = new HashMap<>();
    Map<String, SourceImage> images = new HashMap<>();
    layouts.forEach(
        (role, layout) -> {
          grids.put(role, layout.grid());
          images.put(
              role, new SourceImage(role, Volume.filled(layout.grid(), 0), ImageTraits.UNKNOWN));
        });
    Result result =
        new Result(
            "case",
            "chest-xray",
            "tiny-demo",
            Standing.DEMO,
            List.of(),
            stages,
            map,
            grids,
            Optional.empty(),
            List.of(),
            List.of(),
            null);
    ClassifyRequest request =
        new ClassifyRequest(
            model,
            DeviceChoice.CPU,
            Map.of(),
            new RegionChoice.Nothing(),
            Map.of(),
            ClassifyOptions.DEFAULT);
    Case subject = new Case("case", images, Optional.empty(), Map.of());
    return new Answer(request, new ViewerCase(subject, layouts), result, 1);
  }

  private Answer answer(HeatMap map, Map<String, Layout> layouts) {
    return answer(Optional.of(map), List.of(), layouts);
  }

  /** The slices of the grid are the series' images in the reverse order. */
  private static Layout reversed(TestSeries series, Geometry grid) {
    List<Integer> slices =
        new ArrayList<>(IntStream.range(0, grid.size().slices()).boxed().toList());
    Collections.reverse(slices);
    return new Layout(series, grid, slices);
  }

  /** Source pixels whose centre lies in a pixel of the picture that can be seen. */
  private static List<Point2D> seen(HeatPicture picture, Size size) throws Exception {
    List<Point2D> seen = new ArrayList<>();
    BufferedImage argb = picture.argb();
    for (int j = 0; j < size.rows(); j++) {
      for (int i = 0; i < size.columns(); i++) {
        Point2D at =
            picture.toSource().inverseTransform(new Point2D.Double(i + 0.5, j + 0.5), null);
        int x = (int) Math.floor(at.getX());
        int y = (int) Math.floor(at.getY());
        if (x >= 0
            && y >= 0
            && x < argb.getWidth()
            && y < argb.getHeight()
            && argb.getRGB(x, y) >>> 24 != 0) {
          seen.add(new Point2D.Double(i, j));
        }
      }
    }
    return seen;
  }

  @Test
  void aMarkedVoxelIsOnItsPixelOfItsImageAndOnNoOther() throws Exception {
    Answer answer = answer(map(REFERENCE, 17, 3, 4), Map.of("CXR", reversed(first, REFERENCE)));
    HeatPictures pictures = new HeatPictures(answer, OPAQUE, Optional.empty());
    for (int image = 0; image < 6; image++) {
      Optional<HeatPicture> picture = pictures.over(new ViewedImage(first, image));
      if (image == 1) {
        assertThat(seen(picture.orElseThrow(), REFERENCE.size()))
            .containsExactly(new Point2D.Double(17, 3));
      } else {
        assertThat(picture).isEmpty();
      }
    }
    assertThat(pictures.over(new ViewedImage(second, 1))).isEmpty();
  }

  @Test
  void theSamePlaceIsMarkedOnAnotherSeriesWithAnObliqueAndFlippedGrid() throws Exception {
    // Turned by a quarter about the patient's axis, seen from the other side, twice as fine.
    Direction turned =
        new Direction(new Vector3(0, -1, 0), new Vector3(1, 0, 0), new Vector3(0, 0, 1));
    Vector3 marked = REFERENCE.toPatient(9, 6, 2);
    Geometry other =
        new Geometry(
            new Size(40, 50, 4),
            new Vector3(0.4, 0.25, 3),
            marked
                .minus(turned.i().times(0.4 * 21).plus(turned.j().times(0.25 * 30)))
                .minus(turned.k().times(3)),
            turned,
            LengthUnit.MILLIMETRE);
    Answer answer =
        answer(
            map(REFERENCE, 9, 6, 2),
            Map.of("CXR", reversed(first, REFERENCE), "T2", reversed(second, other)));
    HeatPictures pictures = new HeatPictures(answer, OPAQUE, Optional.empty());
    // The slice of index 1 is the series' image 2.
    List<Point2D> seen =
        seen(pictures.over(new ViewedImage(second, 2)).orElseThrow(), other.size());
    assertThat(seen).contains(new Point2D.Double(21, 30));
    double x = seen.stream().mapToDouble(Point2D::getX).average().orElseThrow();
    double y = seen.stream().mapToDouble(Point2D::getY).average().orElseThrow();
    assertThat(x).isEqualTo(21);
    assertThat(y).isEqualTo(30);
    assertThat(pictures.over(new ViewedImage(second, 0))).isEmpty();
  }

  @Test
  void ofAVeryLargeImageFewerPixelsCoverTheSameEdges() throws Exception {
    Geometry large = Geometry.uncalibrated(Size.of(3001, 1100));
    Geometry coarse = large.withSize(Size.of(30, 11));
    Volume raw = marked(coarse, 29, 0, 0);
    HeatMap map = HeatMap.of("finding", "grad-cam", raw, large, large);
    Answer answer = answer(map, Map.of("CXR", reversed(first, large)));
    HeatPicture picture =
        new HeatPictures(answer, OPAQUE, Optional.empty())
            .over(new ViewedImage(first, 0))
            .orElseThrow();
    List<Point2D> seen = seen(picture, large.size());
    assertThat(seen).contains(new Point2D.Double(3000, 0)).doesNotContain(new Point2D.Double(0, 0));
    Point2D end =
        picture
            .toSource()
            .transform(
                new Point2D.Double(picture.argb().getWidth(), picture.argb().getHeight()), null);
    assertThat(end.getX()).isCloseTo(3001, within(1e-9));
    assertThat(picture.argb().getWidth()).isLessThan(1024);
  }

  @Test
  void whatTheNetworkDidNotSeeIsTransparentAndSlicesBeyondItHaveNoPicture() throws Exception {
    Geometry seen = REFERENCE.crop(5, 5, 2, new Size(4, 3, 2));
    Volume raw = Volume.filled(seen, 1);
    HeatMap map = HeatMap.of("finding", "grad-cam", raw, seen, REFERENCE);
    Answer answer = answer(map, Map.of("CXR", reversed(first, REFERENCE)));
    HeatPictures pictures = new HeatPictures(answer, OPAQUE, Optional.empty());
    assertThat(seen(pictures.over(new ViewedImage(first, 3)).orElseThrow(), REFERENCE.size()))
        .hasSize(12)
        .allMatch(at -> at.getX() >= 5 && at.getX() < 9 && at.getY() >= 5 && at.getY() < 8);
    assertThat(pictures.over(new ViewedImage(first, 2))).isPresent();
    assertThat(pictures.over(new ViewedImage(first, 4))).isEmpty();
    assertThat(pictures.over(new ViewedImage(first, 1))).isEmpty();
  }

  @Test
  void oneHeatHasOneColourOnEveryImage() {
    Volume raw = Volume.filled(REFERENCE, 2);
    raw.voxels()[REFERENCE.size().index(1, 1, 5)] = 4;
    HeatMap map = new HeatMap("finding", "grad-cam", raw, REFERENCE, raw);
    HeatStyle style = new HeatStyle(ColourMap.TURBO, 0.5, 0.2);
    HeatPictures pictures =
        new HeatPictures(
            answer(map, Map.of("CXR", reversed(first, REFERENCE))), style, Optional.empty());
    int half = 0x80000000 | ColourMap.TURBO.rgb(0.5f);
    // The maximum is on another slice.
    assertThat(pictures.over(new ViewedImage(first, 3)).orElseThrow().argb().getRGB(4, 4))
        .isEqualTo(half);
    assertThat(pictures.over(new ViewedImage(first, 0)).orElseThrow().argb().getRGB(4, 4))
        .isEqualTo(half);
  }

  @Test
  void anotherStyleRepaintsTheSameHeat() {
    HeatPictures pictures =
        new HeatPictures(
            answer(map(REFERENCE, 2, 2, 2), Map.of("CXR", reversed(first, REFERENCE))),
            OPAQUE,
            Optional.empty());
    ViewedImage image = new ViewedImage(first, 3);
    assertThat(pictures.over(image).orElseThrow()).isSameAs(pictures.over(image).orElseThrow());
    HeatStyle faint = new HeatStyle(ColourMap.VIRIDIS, 0.25, 0);
    HeatPicture repainted = pictures.withStyle(faint).over(image).orElseThrow();
    assertThat(repainted.argb().getRGB(0, 0)).isEqualTo(0x40000000 | ColourMap.VIRIDIS.rgb(1));
  }

  @Test
  void aStageHasItsOwnMapAndOneWithoutAMapShowsNothing() throws Exception {
    HeatMap whole = map(REFERENCE, 2, 2, 2);
    HeatMap own = map(REFERENCE, 11, 12, 2);
    List<StageResult> stages =
        List.of(
            new StageResult("one", "?", List.of(), Optional.of(own)),
            new StageResult("two", "?", List.of(), Optional.empty()));
    Answer answer = answer(Optional.of(whole), stages, Map.of("CXR", reversed(first, REFERENCE)));
    ViewedImage image = new ViewedImage(first, 3);
    assertThat(
            seen(
                new HeatPictures(answer, OPAQUE, Optional.of("one")).over(image).orElseThrow(),
                REFERENCE.size()))
        .containsExactly(new Point2D.Double(11, 12));
    assertThat(new HeatPictures(answer, OPAQUE, Optional.of("two")).over(image)).isEmpty();
  }

  @Test
  void theHottestImageHasTheLargestSumNotTheLargestValue() {
    Volume raw = Volume.filled(REFERENCE, -3);
    raw.voxels()[REFERENCE.size().index(4, 4, 1)] = 9;
    for (int i = 0; i < 10; i++) {
      raw.voxels()[REFERENCE.size().index(i, 7, 4)] = 2;
    }
    HeatMap map = new HeatMap("finding", "grad-cam", raw, REFERENCE, raw);
    Answer answer = answer(map, Map.of("CXR", reversed(first, REFERENCE)));
    assertThat(HeatPictures.hottest(answer)).contains(new ViewedImage(first, 1));
  }

  @Test
  void withoutHeatThereIsNoHottestImage() {
    Volume raw = Volume.filled(REFERENCE, -1);
    HeatMap map = new HeatMap("finding", "grad-cam", raw, REFERENCE, raw);
    Map<String, Layout> layouts = Map.of("CXR", reversed(first, REFERENCE));
    assertThat(HeatPictures.hottest(answer(map, layouts))).isEmpty();
    assertThat(HeatPictures.hottest(answer(Optional.empty(), List.of(), layouts))).isEmpty();
  }
}
