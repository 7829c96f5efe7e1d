package org.radcam.weasis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.model.Combine;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.Stage;
import org.radcam.model.TestCards;
import org.radcam.network.ArchitectureSpec;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.Resize;
import org.radcam.prepare.ZScore;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.weasis.TestRegion;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;
import org.radcam.zoo.ModelZoo;

class SeriesCasesTest {
  private static final RegionChoice NOTHING = new RegionChoice.Nothing();

  private final SeriesCases cases = new SeriesCases(SeriesCasesTest::mask);

  /** The plain way: pixels whose centres a rectangle holds. */
  private static Optional<Mask> mask(RegionChoice choice, SeriesImage image) {
    Geometry grid = image.source().geometry();
    if (choice instanceof RegionChoice.Stored stored) {
      return Optional.of(stored.region().on(grid, image.source().placement()));
    }
    if (!(choice instanceof RegionChoice.Drawn drawn)) {
      return Optional.empty();
    }
    BitSet voxels = new BitSet();
    Size size = grid.size();
    for (int k = 0; k < size.slices(); k++) {
      for (Drawing drawing : drawn.drawings()) {
        for (int p = 0; p < size.columns() * size.rows(); p++) {
          int i = p % size.columns();
          int j = p / size.columns();
          if (drawing.image() == image.slices().get(k)
              && drawing.outline().contains(i + 0.5, j + 0.5)) {
            voxels.set(k * size.columns() * size.rows() + p);
          }
        }
      }
    }
    return Optional.of(new Mask(grid, voxels));
  }

  private static ModelPackage model(String id) {
    return ModelZoo.shipped().packages().stream()
        .filter(one -> one.card().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ClassifyRequest request(
      String model, Map<String, ViewedImage> images, RegionChoice region) {
    return new ClassifyRequest(
        model(model), DeviceChoice.AUTO, images, region, Map.of(), ClassifyOptions.DEFAULT);
  }

  private static Drawing square(int image, double side) {
    return new Drawing("square", true, image, "" + image, new Rectangle2D.Double(1, 1, side, side));
  }

  private static RegionChoice drawn(Drawing... drawings) {
    return new RegionChoice.Drawn(List.of(drawings));
  }

  private ViewerCase build(ClassifyRequest request) {
    return cases.build(request, Progress.NONE);
  }

  private final TestSeries spine = TestSeries.of("Spine", "DX", 8, 6, 5).in("1.2");

  @Test
  void aModelOfSlicesGetsTheViewedImageAlone() {
    TestSeries xray = TestSeries.of("Chest", "CR", 8, 6, 3);
    ViewerCase made = build(request("chest-xray-demo", Map.of("CXR", xray.image(2)), NOTHING));
    assertThat(made.subject().images().get("CXR").geometry().size()).isEqualTo(new Size(8, 6, 1));
    assertThat(made.subject().images().get("CXR").volume().voxels()[0]).isEqualTo(0);
    assertThat(made.subject().roi()).isEmpty();
    assertThat(made.subject().id()).isEqualTo("Chest:3");
    assertThat(made.layouts().get("CXR").slices()).containsExactly(2);
    assertThat(xray.read()).containsExactly("2");
  }

  @Test
  void aRegionOnTheViewedImageIsTakenThereEvenIfItIsLargerElsewhere() {
    ViewerCase made =
        build(
            request(
                "vertebral-fracture-demo",
                Map.of("XR", spine.image(1)),
                drawn(square(1, 2), square(3, 4))));
    assertThat(made.layouts().get("XR").slices()).containsExactly(1);
    assertThat(made.subject().roi().orElseThrow().count()).isEqualTo(4);
    assertThat(spine.read()).containsExactly("1");
  }

  @Test
  void aRegionOnOtherImagesIsTakenWhereItIsLargest() {
    ViewerCase made =
        build(
            request(
                "vertebral-fracture-demo",
                Map.of("XR", spine.image(1)),
                drawn(square(4, 2), square(0, 3), square(3, 3))));
    assertThat(made.layouts().get("XR").slices()).containsExactly(0);
    assertThat(made.subject().roi().orElseThrow().count()).isEqualTo(9);
    assertThat(made.subject().images().get("XR").geometry())
        .isEqualTo(made.subject().roi().orElseThrow().geometry());
  }

  @Test
  void aStoredRegionThatIsNotInViewIsTakenOnTheSliceWhereItIsLargest() {
    ViewerCase made =
        build(
            request(
                "vertebral-fracture-demo",
                Map.of("XR", spine.image(0)),
                new RegionChoice.Stored(new TestRegion("box", SeriesCasesTest::box))));
    // Slices 1 and 2 of the volume, 2 pixels on the first and 4 on the second.
    assertThat(made.layouts().get("XR").slices()).containsExactly(spine.imageOf(2));
    assertThat(made.subject().roi().orElseThrow().count()).isEqualTo(4);
    assertThat(spine.read()).containsExactly("0", "volume", String.valueOf(spine.imageOf(2)));
  }

  @Test
  void aStoredRegionInViewIsTakenThere() {
    int viewed = spine.imageOf(1);
    ViewerCase made =
        build(
            request(
                "vertebral-fracture-demo",
                Map.of("XR", spine.image(viewed)),
                new RegionChoice.Stored(new TestRegion("box", SeriesCasesTest::box))));
    assertThat(made.layouts().get("XR").slices()).containsExactly(viewed);
    assertThat(made.subject().roi().orElseThrow().count()).isEqualTo(2);
  }

  /** Pixels of slices 1 and 2, found by their height: 2 k pixels on slice k. */
  private static Mask box(Geometry grid, Placement placement) {
    BitSet voxels = new BitSet();
    for (int k = 0; k < grid.size().slices(); k++) {
      int slice = (int) Math.round(grid.toPatient(0, 0, k).z() / 3);
      if (slice == 1 || slice == 2) {
        voxels.set(grid.size().index(0, 0, k), grid.size().index(2 * slice, 0, k));
      }
    }
    return new Mask(grid, voxels);
  }

  private Map<String, ViewedImage> brain(TestSeries t1, TestSeries dwi, TestSeries enhanced) {
    Map<String, ViewedImage> images = new LinkedHashMap<>();
    images.put("CE-T1WI", enhanced.image(0));
    images.put("DWI", dwi.image(1));
    images.put("T1WI", t1.image(2));
    return images;
  }

  private final TestSeries t1 = TestSeries.of("T1", "MR", 8, 6, 5).in("1.2");
  private final TestSeries dwi = TestSeries.of("DWI", "MR", 4, 3, 7).in("1.2");
  private final TestSeries enhanced = TestSeries.of("T1 +C", "MR", 8, 6, 4).in("1.2");

  @Test
  void aModelOfVolumesGetsWholeSeriesAndTheRegionOnTheReferenceImagesGrid() {
    List<Double> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            told.add(fraction);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    ClassifyRequest request =
        request("brain-metastasis-resnet6", brain(t1, dwi, enhanced), drawn(square(0, 2)));
    String reference = request.model().card().roles().get(0).key();
    ViewerCase made = cases.build(request, progress);
    assertThat(made.subject().images()).containsOnlyKeys("T1WI", "DWI", "CE-T1WI");
    assertThat(made.subject().images().keySet().iterator().next()).isEqualTo(reference);
    Mask roi = made.subject().roi().orElseThrow();
    assertThat(roi.geometry()).isEqualTo(made.layouts().get(reference).grid());
    // Image 0 is the last slice.
    assertThat(roi.bounds().k()).isEqualTo(roi.geometry().size().slices() - 1);
    assertThat(made.layouts().get("DWI").slices()).containsExactly(6, 5, 4, 3, 2, 1, 0);
    assertThat(told).isSorted().allMatch(fraction -> fraction <= 1);
  }

  @Test
  void volumesInDifferingFramesOfReferenceAreRefusedUnlessTheUserInsists() {
    ClassifyRequest request =
        request(
            "brain-metastasis-resnet6", brain(t1, dwi.in("9.9"), enhanced), drawn(square(0, 2)));
    assertThatThrownBy(() -> build(request))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("differing frames of reference")
        .hasMessageNotContaining("9.9");
    ViewerCase insisted =
        build(request.withOptions(ClassifyOptions.DEFAULT.withAcceptFrames(true)));
    assertThat(insisted.subject().images()).hasSize(3);
  }

  @Test
  void aSeriesThatIsNoVolumeIsRefusedInItsOwnWords() {
    dwi.refusing("The distances between the series' slices differ.");
    assertThatThrownBy(
            () ->
                build(
                    request(
                        "brain-metastasis-resnet6", brain(t1, dwi, enhanced), drawn(square(0, 2)))))
        .hasMessage("The distances between the series' slices differ.");
  }

  @Test
  void aMissingSequenceIsRefusedUnlessTheModelCanDoWithoutIt() {
    Map<String, ViewedImage> images = brain(t1, dwi, enhanced);
    images.remove("DWI");
    assertThatThrownBy(
            () -> build(request("brain-metastasis-resnet6", images, drawn(square(0, 2)))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("needs one more image: ")
        .hasMessageContaining("Choose a series");
    assertThat(t1.read()).isEmpty();

    TestSeries adc = TestSeries.of("ADC", "MR", 8, 6, 5).in("1.2");
    ViewerCase made =
        build(request("sinonasal-fusion-demo", Map.of("ADC", adc.image(1)), drawn(square(1, 3))));
    assertThat(made.subject().images()).containsOnlyKeys("ADC");
    assertThat(made.subject().roi()).isPresent();
    assertThatThrownBy(() -> build(request("sinonasal-fusion-demo", Map.of(), NOTHING)))
        .hasMessageContaining("needs at least one of these images");
  }

  @Test
  void inAModelOfSlicesOtherSeriesAreWholeWhereTheyKnowTheirPlace() {
    TestSeries t2 = TestSeries.of("T2", "MR", 8, 6, 5).in("1.2");
    TestSeries adc = TestSeries.of("ADC", "MR", 4, 3, 7).in("1.2");
    TestSeries contrast = TestSeries.of("T1 C", "MR", 8, 6, 5).placed(Placement.UNKNOWN);
    Map<String, ViewedImage> images =
        Map.of("T2WI", t2.image(1), "ADC", adc.image(6), "CE-T1WI", contrast.image(4));
    ClassifyRequest request =
        new ClassifyRequest(
            ofSlices(),
            DeviceChoice.AUTO,
            images,
            drawn(square(1, 3)),
            Map.of(),
            ClassifyOptions.DEFAULT);
    ViewerCase made = build(request);
    assertThat(made.layouts().get("T2WI").slices()).containsExactly(1);
    assertThat(made.layouts().get("ADC").slices()).hasSize(7);
    assertThat(made.layouts().get("CE-T1WI").slices()).containsExactly(4);
    // Nothing tells where it lies, and it has as many pixels: it is taken to lie on the reference.
    assertThat(made.layouts().get("CE-T1WI").grid()).isEqualTo(made.layouts().get("T2WI").grid());
    assertThat(contrast.read()).containsExactly("4");
  }

  /** Takes three sequences, of each a slice; the region decides nothing. */
  private static ModelPackage ofSlices() {
    Task task = Tasks.get("sinonasal");
    List<String> roles = task.roles().stream().map(ImageRole::key).toList();
    Preparation preparation =
        new Preparation(
            List.of(new ZScore(0), new Resize(64, 48, 0, Resize.Aspect.FIT), new Normalise(0, 1)));
    ModelCard card =
        TestCards.definition()
            .task(task)
            .inputs(roles.stream().map(role -> new InputSpec(role, preparation)).toList())
            .stages(
                List.of(
                    Stage.only(
                        task,
                        List.of("scc", "acc", "onb"),
                        roles,
                        Combine.CHANNELS,
                        ArchitectureSpec.of("resnet18", 3, 3).withWidth(0.125),
                        1)))
            .build();
    return new ModelPackage() {
      @Override
      public ModelCard card() {
        return card;
      }

      @Override
      public String location() {
        return "memory";
      }

      @Override
      public InputStream open(String fileName) throws IOException {
        throw new IOException("There are no files");
      }
    };
  }

  @Test
  void oneSeriesInTwoRolesIsRefusedBeforeItIsRead() {
    assertThatThrownBy(
            () ->
                build(
                    request(
                        "brain-metastasis-resnet6", brain(t1, t1, enhanced), drawn(square(0, 2)))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'T1' cannot be both");
    assertThat(t1.read()).isEmpty();
  }

  @Test
  void aSeriesThatWasClosedIsRefusedInASentence() {
    spine.close();
    assertThatThrownBy(
            () ->
                build(
                    request(
                        "vertebral-fracture-demo",
                        Map.of("XR", spine.image(0)),
                        drawn(square(0, 2)))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("has been closed. Open it again");
  }

  @Test
  void aRegionThatIsNeededAndNotThereOrEmptyIsRefused() {
    assertThatThrownBy(
            () -> build(request("vertebral-fracture-demo", Map.of("XR", spine.image(0)), NOTHING)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("needs a region of interest. Draw one around the lesion on 'Spine'");
    assertThat(spine.read()).isEmpty();
    assertThatThrownBy(
            () ->
                build(
                    request(
                        "vertebral-fracture-demo",
                        Map.of("XR", spine.image(0)),
                        drawn(square(0, 0.2)))))
        .hasMessageContaining("holds no pixel");
  }

  @Test
  void aModelOfValuesAloneReadsNoImage() {
    Map<String, String> values =
        Map.of("t2_intensity", "hyperintense", "intracranial_invasion", "absent");
    ClassifyRequest plain =
        request("sinonasal-conventional-demo", Map.of("T2WI", t1.image(0)), NOTHING);
    ClassifyRequest request =
        new ClassifyRequest(
            plain.model(), plain.device(), plain.images(), NOTHING, values, plain.options());
    ViewerCase made = build(request);
    assertThat(made.subject().images()).isEmpty();
    assertThat(made.subject().clinical()).isEqualTo(values);
    assertThat(made.layouts()).isEmpty();
    assertThat(t1.read()).isEmpty();
  }

  @Test
  void aClinicalValueThatIsNotAcceptedIsRefusedBeforeAnythingIsRead() {
    ClassifyRequest plain =
        request("bone-matrix-demo", Map.of("CT", spine.image(0)), drawn(square(0, 2)));
    ClassifyRequest request =
        new ClassifyRequest(
            plain.model(),
            plain.device(),
            plain.images(),
            plain.region(),
            Map.of("age", "old"),
            plain.options());
    assertThatThrownBy(() -> build(request))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("expected a number");
    assertThat(spine.read()).isEmpty();
  }

  @Test
  void cancellingEndsIt() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThatThrownBy(
            () ->
                cases.build(
                    request(
                        "vertebral-fracture-demo",
                        Map.of("XR", spine.image(0)),
                        drawn(square(0, 2))),
                    cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
