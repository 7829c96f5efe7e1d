package org.radcam.weasis.panel;

import java.awt.BorderLayout;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelPackage;
import org.radcam.render.HeatStyle;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.weasis.heat.HeatPictures;
import org.radcam.weasis.keep.CaptureWriter;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.LabelColumn;
import org.radcam.weasis.panel.parts.Metrics;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.PanelModel;
import org.radcam.weasis.panel.state.Patient;
import org.radcam.weasis.panel.state.ResultView;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ClassificationQueue;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.run.Listener;
import org.radcam.weasis.run.Ticket;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.Viewer;
import org.radcam.weasis.viewer.Viewer.Subscription;
import org.radcam.zoo.ModelZoo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dockable panel: from the question to the answer, the heat map, and what is kept of them. It
 * knows the viewer by its interface alone. On the event dispatch thread; everything slow is done
 * elsewhere, and every failure is a sentence in the panel.
 */
public final class RadcamPanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RadcamPanel.class);

  private final transient Viewer viewer;
  private final transient ClassificationQueue queue;
  private final transient Supplier<ModelZoo> zoo;
  private final transient PluginSettings settings;
  private final transient PanelModel model = new PanelModel();
  private final transient Background background = new Background();
  private final transient HeatOnImages heatOnImages;
  private final transient TaskSection task;
  private final transient ImagesSection images;
  private final transient ClinicalSection clinical;
  private final transient RegionSection region;
  private final transient ResultSection result;
  private final transient HeatSection heat;
  private final transient DetailsSection details = new DetailsSection();
  private final transient KeepSection keep;
  private final transient RunBar runBar;
  private final transient Subscription views;
  private final transient Subscription preferences;
  private final JScrollPane scroll;
  private transient Optional<ModelZoo> models = Optional.empty();
  private transient Optional<Hears> running = Optional.empty();
  private transient Optional<Path> lookedIn;
  private boolean closed;

  /**
   * @param zoo looks the model packages up, as the settings say; slow, so it is called on another
   *     thread, when the panel begins and when the folder of packages changes
   * @param captures makes of an answer the images that are added to the patient
   */
  public RadcamPanel(
      Viewer viewer,
      ClassificationQueue queue,
      Supplier<ModelZoo> zoo,
      PluginSettings settings,
      CaptureWriter captures) {
    super(new BorderLayout());
    this.viewer = viewer;
    this.queue = queue;
    this.zoo = zoo;
    this.settings = settings;
    lookedIn = settings.packageFolder();
    heatOnImages = new HeatOnImages(viewer.heatDisplay());
    LabelColumn labels = new LabelColumn();
    task = new TaskSection(model, labels, this::selectTask, this::chooseModel, this::chooseDevice);
    images = new ImagesSection(model, labels, this::refresh);
    clinical = new ClinicalSection(model, this::refresh);
    region = new RegionSection(model, labels, this::refresh);
    result = new ResultSection(model);
    heat = new HeatSection(model, labels, settings.look(), new HeatWishes());
    keep = new KeepSection(model, labels, viewer, settings, captures, background, heat::look);
    keep.copies(result::result);
    runBar = new RunBar(model, this::run, this::cancel);
    scroll = scroll();
    add(scroll, BorderLayout.CENTER);
    add(runBar.view(), BorderLayout.SOUTH);
    bindEnter();
    model.setDevice(settings.device());
    lookAtViewer();
    views = viewer.listen(this::viewerChanged);
    preferences = settings.listen(this::settingsChanged);
    chooseTask(settings.lastTask().filter(Tasks.keys()::contains).orElse(Tasks.keys().get(0)));
    lookModelsUp();
  }

  private JScrollPane scroll() {
    Column column = new Column(0.5);
    int em = Metrics.em(column);
    column.setBorder(BorderFactory.createEmptyBorder(em / 2, em * 2 / 3, em / 2, em * 2 / 3));
    column.with(
        task.view(),
        images.view(),
        clinical.view(),
        region.view(),
        result.view(),
        heat.view(),
        keep.view(),
        details.view());
    JScrollPane pane =
        new JScrollPane(
            column,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    pane.setBorder(BorderFactory.createEmptyBorder());
    return pane;
  }

  /** Enter runs from every field; the window's default button stays the viewer's. */
  private void bindEnter() {
    getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "radcam.run");
    getActionMap()
        .put(
            "radcam.run",
            new AbstractAction() {
              private static final long serialVersionUID = 1L;

              @Override
              public void actionPerformed(ActionEvent event) {
                runBar.press();
              }
            });
  }

  /**
   * Chooses a task, as the menu does.
   *
   * @throws org.radcam.UserException if there is no such task
   */
  public void selectTask(String key) {
    chooseTask(key);
    remember();
    refresh();
    SwingUtilities.invokeLater(() -> scrollTo(0)); // a field that is filled scrolls to itself
  }

  private void chooseTask(String key) {
    Task chosen = Tasks.get(key);
    List<ModelPackage> answering = models.map(one -> one.packagesFor(key)).orElse(List.of());
    model.choose(chosen, answering, settings.lastModel(key));
  }

  private void chooseModel(ModelPackage chosen) {
    model.choose(chosen);
    remember();
    refresh();
  }

  private void chooseDevice(DeviceChoice chosen) {
    model.setDevice(chosen);
    settings.setDevice(chosen);
    refresh();
  }

  private void remember() {
    model
        .task()
        .ifPresent(
            one ->
                model
                    .model()
                    .ifPresent(answering -> settings.setLast(one.key(), answering.card().id())));
  }

  private void lookModelsUp() {
    background.run(
        zoo::get,
        found -> {
          models = Optional.of(found);
          model.task().ifPresent(one -> chooseTask(one.key()));
          refresh();
        },
        this::troubled);
    refresh();
  }

  private void settingsChanged() {
    model.setDevice(settings.device());
    if (!settings.look().equals(heat.look()) && !heat.isMoving()) {
      heat.setLook(settings.look());
    }
    if (!settings.packageFolder().equals(lookedIn)) {
      lookedIn = settings.packageFolder();
      lookModelsUp();
    }
    refresh();
  }

  private void viewerChanged() {
    lookAtViewer();
    refresh();
  }

  /** A view or series may be gone while it is asked: the viewer must never hear of that. */
  private void lookAtViewer() {
    try {
      model.lookAt(viewer);
    } catch (RuntimeException e) {
      LOG.warn("The viewer could not be asked: {}", e.getClass().getName());
      model.troubled(Messages.text("failed.viewer"));
    }
  }

  private void run() {
    // What is drawn may have changed without being told.
    lookAtViewer();
    if (model.problem().isPresent() || model.activity().isBusy()) {
      refresh();
      return;
    }
    ClassifyRequest request = model.request();
    model.classifying();
    begin(new Hears(true), hears -> queue.submit(request, hears));
    refresh();
  }

  private void explainAnew() {
    if (model.activity().isBusy()) {
      return;
    }
    Optional<Answer> answer = model.shown();
    model
        .missingExplanation()
        .ifPresent(
            options -> {
              model.explaining();
              begin(new Hears(false), hears -> queue.explain(answer.orElseThrow(), options, hears));
            });
  }

  private void begin(Hears hears, Function<Listener, Ticket> asking) {
    running = Optional.of(hears);
    hears.ticket = Optional.of(asking.apply(hears));
  }

  private void cancel() {
    running.flatMap(one -> one.ticket).ifPresent(Ticket::cancel);
  }

  private void goToMostHeat() {
    Optional<Answer> answer = model.shown();
    answer.ifPresent(
        one ->
            background.run(
                () -> HeatPictures.hottest(one),
                image -> image.ifPresent(this::goTo),
                this::troubled));
  }

  private void goTo(ViewedImage image) {
    if (viewer.heatDisplay().goTo(image)) {
      model.untroubled();
    } else {
      model.troubled(Messages.text("heat.elsewhere", image.series().title()));
    }
    refresh();
  }

  /** Something failed that is no run: a run that is under way goes on. */
  private void troubled(String why) {
    model.troubled(why);
    refresh();
  }

  private void refresh() {
    if (closed) {
      return;
    }
    task.refresh();
    images.refresh();
    clinical.refresh();
    region.refresh();
    result.refresh();
    Optional<ResultView> shown = result.result();
    heat.refresh(
        shown.map(ResultView::heatStages).orElse(List.of()), shown.flatMap(ResultView::heat));
    keep.refresh();
    details.refresh(shown);
    runBar.refresh();
    heatOnImages.show(
        model.shown().filter(one -> model.heat().wanted()), heat.stage(), heat.look());
    scroll.getViewport().getView().revalidate();
    revalidate();
    repaint();
  }

  private void scrollToResult() {
    // The layout is done after this event.
    SwingUtilities.invokeLater(() -> scrollTo(result.view().getY()));
  }

  private void scrollTo(int y) {
    scroll.getViewport().setViewPosition(new Point(0, y));
  }

  /** What is chosen and known, for tests. */
  PanelModel model() {
    return model;
  }

  KeepSection keep() {
    return keep;
  }

  /** Ends all that the panel does; the heat map is taken off the images. */
  public void close() {
    if (closed) {
      return;
    }
    cancel();
    closed = true;
    views.close();
    preferences.close();
    background.close();
    heatOnImages.clear();
    model.clearAnswer();
  }

  private final class HeatWishes implements HeatSection.Hearer {
    @Override
    public void wishChanged() {
      explainAnew();
      refresh();
    }

    @Override
    public void lookChanged() {
      if (!heat.isMoving()) {
        HeatStyle look = heat.look();
        settings.setLook(look);
      }
      refresh();
    }

    @Override
    public void hottest() {
      goToMostHeat();
    }
  }

  /** Hears of the one request that is under way; of an earlier one nothing is taken any more. */
  private final class Hears implements Listener {
    private final boolean classifying;
    private final Patient patient = model.runningFor();
    private Optional<Ticket> ticket = Optional.empty();

    Hears(boolean classifying) {
      this.classifying = classifying;
    }

    @Override
    public void waiting(int before) {
      if (isUnderWay()) {
        model.waiting(before);
        refresh();
      }
    }

    @Override
    public void progress(double fraction, String message) {
      if (isUnderWay()) {
        model.progress(fraction, message);
        runBar.refresh();
      }
    }

    @Override
    public void answered(Answer answer) {
      if (!ends()) {
        return;
      }
      model.answered(answer, patient);
      // What was wished for meanwhile.
      explainAnew();
      refresh();
      if (classifying) {
        scrollToResult();
      }
    }

    @Override
    public void failed(String message) {
      if (ends()) {
        model.failed(message);
        refresh();
      }
    }

    @Override
    public void cancelled() {
      if (ends()) {
        model.cancelled();
        refresh();
      }
    }

    private boolean isUnderWay() {
      return !closed && running.filter(this::equals).isPresent();
    }

    /** Whether it was under way until now. */
    private boolean ends() {
      boolean mine = isUnderWay();
      if (mine) {
        running = Optional.empty();
      }
      return mine;
    }
  }
}
