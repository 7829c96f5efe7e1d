package org.radcam.weasis.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.model.Standing;
import org.radcam.weasis.panel.parts.ShareBar;
import org.radcam.weasis.panel.state.Activity;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.Notice;
import org.radcam.weasis.run.ClassificationQueue;
import org.radcam.weasis.run.SeriesCases;
import org.radcam.zoo.ModelZoo;

/** The panel as a user meets it: the parts are found by what is written on them. */
class RadcamPanelTest {
  /** None of those that the models were trained with. */
  private static final long SEED = 314_159_265_358L;

  private static final long PATIENCE_MS = 120_000;

  @TempDir Path folder;
  private final ViewerDouble viewer = new ViewerDouble();
  private final ClassificationQueue queue = new ClassificationQueue(new SeriesCases());
  private final List<String> captured = new ArrayList<>();
  private final AtomicReference<UserException> noModels = new AtomicReference<>();
  private StoredSettings settings;
  private RadcamPanel panel;

  @BeforeEach
  void open() throws Exception {
    settings = SettingsInMemory.in(folder.resolve("captures"));
    onEdt(() -> panel = panelOf());
    await(() -> !panel.model().models().isEmpty());
  }

  private RadcamPanel panelOf() {
    settings.setLast("bone-matrix", "bone-matrix-demo");
    return new RadcamPanel(
        viewer,
        queue,
        this::models,
        settings,
        (answer, style, where) -> {
          captured.add(answer.result().predicted().label().key());
          return List.of(where.resolve("capture.dcm"));
        });
  }

  private ModelZoo models() {
    UserException why = noModels.get();
    if (why != null) {
      throw why;
    }
    return ModelZoo.shipped();
  }

  @AfterEach
  void close() throws Exception {
    onEdt(
        () -> {
          panel.close();
          return null;
        });
    queue.close();
  }

  private PhantomPatient tumour() throws Exception {
    PhantomPatient patient = PhantomPatient.of("bone-matrix", "chondroid", SEED);
    SeriesDouble ct = patient.series().get(0);
    onEdt(
        () -> {
          viewer.select(patient.series(), ct, 3);
          return null;
        });
    return patient;
  }

  private void runToTheEnd() throws Exception {
    press("run");
    await(() -> !panel.model().activity().isBusy());
    assertThat(panel.model().activity()).isEqualTo(new Activity.Answered());
  }

  @Test
  void withoutAnImageThePanelSaysWhatIsMissing() throws Exception {
    assertThat(texts()).contains(Messages.text("images.none"));
    assertThat(texts()).contains(Messages.text("run.image", "CT of the tumour", "CT"));
    assertThat(button("run").isEnabled()).isFalse();
    assertThat(texts()).contains("DEMO");
  }

  @Test
  void aPhantomIsClassifiedShownKeptAndItsHeatIsOnTheImages() throws Exception {
    tumour();
    assertThat(texts()).contains("from DICOM");
    runToTheEnd();
    assertThat(bars()).anyMatch(bar -> bar.startsWith("Chondroid matrix: "));
    assertThat(bars()).anyMatch(bar -> bar.startsWith("Image (CT): "));
    String standing = Standing.DEMO.sentence();
    assertThat(texts()).filteredOn(text -> text.equalsIgnoreCase(standing + ".")).hasSize(2);
    assertThat(viewer.heat().shown()).isPresent();
    int changes = viewer.heat().changes();
    onEdt(
        () -> {
          sliders().get(0).setValue(80);
          return null;
        });
    assertThat(viewer.heat().changes()).isGreaterThan(changes);
    assertThat(settings.look().opacity()).isEqualTo(0.8);
    viewer.heat().setAway(true);
    press("heat.hottest");
    await(() -> texts().stream().anyMatch(text -> text.startsWith("The most heat is on")));
    viewer.heat().setAway(false);
    press("heat.hottest");
    await(() -> viewer.heat().wentTo().isPresent());
    press("keep.add");
    await(() -> !viewer.added().isEmpty());
    assertThat(captured).hasSize(1);
    assertThat(texts()).contains("Added to the patient as a new series (1 file).");
    assertThat(texts()).noneMatch(text -> text.startsWith("The most heat is on"));
    onEdt(
        () -> {
          panel.keep().setFolders(() -> Optional.of(folder));
          return null;
        });
    press("keep.save");
    await(() -> texts().stream().anyMatch(text -> text.startsWith("Saved as \"case-001\"")));
    assertThat(Files.exists(folder.resolve("results.csv"))).isTrue();
  }

  @Test
  void theHeatMapGoesOffAndAnotherClassIsExplainedWithoutReadingAgain() throws Exception {
    tumour();
    runToTheEnd();
    press("heat.show");
    assertThat(viewer.heat().shown()).isEmpty();
    press("heat.show");
    assertThat(viewer.heat().shown()).isPresent();
    var before = panel.model().shown().orElseThrow();
    onEdt(
        () -> {
          combo("heat.class").setSelectedIndex(1);
          return null;
        });
    await(() -> !panel.model().activity().isBusy());
    var after = panel.model().shown().orElseThrow();
    assertThat(after.viewerCase()).isSameAs(before.viewerCase());
    assertThat(after.result().heatMap().orElseThrow().classKey()).isEqualTo("osteoid");
    assertThat(texts()).contains(Messages.text("heat.explains", "Osteoid matrix"));
  }

  @Test
  void anotherPatientInViewIsSaidBesideTheResult() throws Exception {
    tumour();
    runToTheEnd();
    PhantomPatient other = PhantomPatient.of("bone-matrix", "osteoid", SEED + 1);
    onEdt(
        () -> {
          viewer.select(other.series(), other.series().get(0), 0);
          return null;
        });
    assertThat(panel.model().notice().map(Notice::kind)).contains(Notice.Kind.OTHER_PATIENT);
    assertThat(texts()).anyMatch(text -> text.startsWith("This result is NOT of the patient"));
  }

  @Test
  void ofAClosedSeriesOnlyWhatWasSaidStays() throws Exception {
    SeriesDouble ct = tumour().series().get(0);
    runToTheEnd();
    List<String> said = bars();
    onEdt(
        () -> {
          ct.close();
          viewer.selectNothing();
          return null;
        });
    var rest = panel.model().shown().orElseThrow();
    assertThat(rest.viewerCase().subject().images()).isEmpty();
    assertThat(rest.result().heatMap()).isEmpty();
    assertThat(viewer.heat().shown()).isEmpty();
    assertThat(bars()).isEqualTo(said);
    assertThat(texts()).contains(Messages.text("result.closed"));
    assertThat(button("keep.save").isEnabled()).isFalse();
    assertThat(button("keep.add").isEnabled()).isFalse();
    assertThat(button("keep.copy").isEnabled()).isTrue();
    press("heat.show");
    press("heat.show");
    assertThat(panel.model().activity().isBusy()).isFalse();
  }

  @Test
  void aFailureIsASentenceInThePanelAndRunWorksAgain() throws Exception {
    PhantomPatient patient = tumour();
    SeriesDouble ct = patient.series().get(0);
    ct.fail(new UserException("Slice 7 is missing: load the whole series."));
    press("run");
    await(() -> !panel.model().activity().isBusy());
    assertThat(texts()).contains("Slice 7 is missing: load the whole series.");
    ct.fail(null);
    runToTheEnd();
    assertThat(texts()).doesNotContain("Slice 7 is missing: load the whole series.");
  }

  @Test
  void whatFailsDuringARunNeitherEndsItNorChangesWhoseItsAnswerIs() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    tumour().series().get(0).holdBack(gate);
    press("run");
    PhantomPatient other = PhantomPatient.of("bone-matrix", "osteoid", SEED + 1);
    onEdt(
        () -> {
          viewer.select(other.series(), other.series().get(0), 0);
          noModels.set(new UserException("The folder of models is gone."));
          settings.setPackageFolder(Optional.of(folder));
          return null;
        });
    await(() -> texts().contains("The folder of models is gone."));
    assertThat(panel.model().activity().isBusy()).isTrue();
    assertThat(button("run").isEnabled()).isFalse();
    gate.countDown();
    await(() -> !panel.model().activity().isBusy());
    assertThat(panel.model().notice().map(Notice::kind)).contains(Notice.Kind.OTHER_PATIENT);
  }

  @Test
  void everyFieldHasANameForScreenReaders() throws Exception {
    tumour();
    List<Component> unnamed =
        onEdt(
            () ->
                all(panel)
                    .filter(
                        part ->
                            part instanceof JComboBox<?>
                                || part instanceof JSlider
                                || (part instanceof AbstractButton button
                                    && button.getParent() instanceof javax.swing.JPanel))
                    .filter(
                        part ->
                            part.getAccessibleContext().getAccessibleName() == null
                                || part.getAccessibleContext().getAccessibleName().isBlank())
                    .toList());
    assertThat(unnamed).isEmpty();
  }

  @Test
  void nothingListensAndNoHeatIsLeftAfterClose() throws Exception {
    tumour();
    runToTheEnd();
    onEdt(
        () -> {
          panel.close();
          return null;
        });
    assertThat(viewer.listeners()).isZero();
    assertThat(viewer.heat().shown()).isEmpty();
    onEdt(
        () -> {
          panel.close();
          return null;
        });
  }

  private void press(String key) throws Exception {
    onEdt(
        () -> {
          button(key).doClick();
          return null;
        });
  }

  private AbstractButton button(String key) {
    String text = Messages.text(key);
    return all(panel)
        .filter(AbstractButton.class::isInstance)
        .map(AbstractButton.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  /** The chooser beside a label. */
  private JComboBox<?> combo(String key) {
    String label = Messages.text(key);
    return all(panel)
        .filter(JComboBox.class::isInstance)
        .map(part -> (JComboBox<?>) part)
        .filter(box -> label.equals(box.getAccessibleContext().getAccessibleName()))
        .findFirst()
        .orElseThrow();
  }

  private List<JSlider> sliders() {
    return all(panel).filter(JSlider.class::isInstance).map(JSlider.class::cast).toList();
  }

  private List<String> bars() throws Exception {
    return onEdt(
        () ->
            visible()
                .filter(ShareBar.class::isInstance)
                .map(bar -> bar.getAccessibleContext().getAccessibleName())
                .toList());
  }

  /** What can be read. */
  private List<String> texts() throws Exception {
    return onEdt(
        () ->
            visible()
                .flatMap(
                    part ->
                        part instanceof JLabel label
                            ? Stream.ofNullable(label.getText())
                            : part instanceof JTextComponent text
                                ? Stream.of(text.getText())
                                : Stream.empty())
                .flatMap(text -> Stream.of(text, text.split(" · ", -1)[0]).distinct())
                .toList());
  }

  private Stream<Component> visible() {
    return all(panel).filter(RadcamPanelTest::canBeSeen);
  }

  private static boolean canBeSeen(Component part) {
    for (Component one = part; one != null; one = one.getParent()) {
      if (!one.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Stream<Component> all(Component part) {
    return part instanceof Container container
        ? Stream.concat(
            Stream.of(part), Stream.of(container.getComponents()).flatMap(RadcamPanelTest::all))
        : Stream.of(part);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MS;
    while (!onEdt(condition)) {
      assertThat(System.currentTimeMillis()).as("patience").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static <T> T onEdt(Callable<T> work) throws Exception {
    if (SwingUtilities.isEventDispatchThread()) {
      return work.call();
    }
    FutureTask<T> task = new FutureTask<>(work);
    SwingUtilities.invokeLater(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }
}
