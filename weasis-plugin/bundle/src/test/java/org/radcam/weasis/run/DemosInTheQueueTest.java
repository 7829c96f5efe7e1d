package org.radcam.weasis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.classify.Case;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.task.ClassLabel;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.heat.HeatPictures;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.zoo.ModelZoo;
import org.radcam.zoo.phantom.Phantom;
import org.radcam.zoo.phantom.Phantoms;

/** The shipped models answer synthetic cases in the queue. */
class DemosInTheQueueTest {
  /** None of those that the models were trained with. */
  private static final long SEED = 314_159_265_358L;

  static Stream<String> tasks() {
    return Tasks.keys().stream();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aPhantomOfEveryClassIsAnsweredAndTheHottestImageIsOneOfTheReferenceSeries(String key)
      throws Exception {
    Task task = Tasks.get(key);
    int right = 0;
    Map<String, Phantom> phantoms = new HashMap<>();
    CaseBuilder builder = (request, progress) -> viewerCase(task, phantoms, request);
    try (ClassificationQueue queue = new ClassificationQueue(builder)) {
      for (ClassLabel label : task.classes()) {
        phantoms.put(key, Phantoms.get(key).generate(SEED, label.key()));
        Heard heard = new Heard();
        queue.submit(request(key, phantoms.get(key)), heard);
        Answer answer = heard.answer();
        right += answer.result().predicted().label().equals(label) ? 1 : 0;
        assertThat(answer.result().heatMap()).isPresent();
        assertThat(HeatPictures.hottest(answer))
            .hasValueSatisfying(
                image ->
                    assertThat(image.series())
                        .isEqualTo(
                            answer.request().images().get(task.roles().get(0).key()).series()));
      }
    }
    assertThat(right).as("rightly answered").isGreaterThanOrEqualTo(task.classes().size() - 1);
  }

  private static ClassifyRequest request(String key, Phantom phantom) {
    Map<String, ViewedImage> images = new LinkedHashMap<>();
    phantom
        .images()
        .forEach(
            (role, image) ->
                images.put(
                    role, new ViewedImage(TestSeries.of(image.geometry().size().slices()), 0)));
    return new ClassifyRequest(
        ModelZoo.shipped().find(key + "-demo"),
        DeviceChoice.CPU,
        images,
        new RegionChoice.Nothing(),
        phantom.clinical(),
        ClassifyOptions.DEFAULT);
  }

  private static ViewerCase viewerCase(
      Task task, Map<String, Phantom> phantoms, ClassifyRequest request) {
    Phantom phantom = phantoms.get(task.key());
    Optional<Mask> roi =
        task.roi() == RoiPolicy.REQUIRED ? Optional.of(phantom.lesion()) : Optional.empty();
    Map<String, ViewerCase.Layout> layouts = new HashMap<>();
    phantom
        .images()
        .forEach(
            (role, image) -> {
              Geometry grid = image.geometry();
              List<Integer> slices = IntStream.range(0, grid.size().slices()).boxed().toList();
              layouts.put(
                  role, new ViewerCase.Layout(request.images().get(role).series(), grid, slices));
            });
    return new ViewerCase(new Case("phantom", phantom.images(), roi, request.clinical()), layouts);
  }
}
