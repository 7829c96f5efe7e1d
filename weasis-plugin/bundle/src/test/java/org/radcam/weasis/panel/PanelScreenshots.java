package org.radcam.weasis.panel;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.LookAndFeel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.state.Activity;
import org.radcam.weasis.run.ClassificationQueue;
import org.radcam.weasis.run.SeriesCases;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.zoo.ModelZoo;

/**
 * Makes the pictures of the panel in the documentation: phantoms classified by the demo models, in
 * the light and the dark theme. Needs a screen; see {@code docs/make-weasis-screenshots}.
 */
public final class PanelScreenshots {
  private static final long PATIENCE_MS = 180_000;
  private static final int PANEL = 340;
  private static final int HIGH = 940;

  private final Path out;
  private final String suffix;

  private PanelScreenshots(Path out, String suffix) {
    this.out = out;
    this.suffix = suffix;
  }

  /** What a picture is of. */
  private enum Part {
    /** The panel before the run. */
    READY,
    /** The panel after it. */
    RESULT,
    /** All of the panel after it, without a scroll bar. */
    WHOLE,
    /** The panel after it, and the image with its heat. */
    VIEW
  }

  /** Pictures to be made of a phantom. */
  private record Scene(String task, String label, long seed, boolean dark, Set<Part> parts) {}

  private static final List<Scene> SCENES =
      List.of(
          new Scene("chest-xray", "finding", 11, true, Set.of(Part.VIEW)),
          new Scene("bone-matrix", "osteoid", 3, false, Set.of(Part.READY, Part.RESULT)),
          new Scene("brain-metastasis", "sclc", 5, true, Set.of(Part.WHOLE)),
          new Scene("sinonasal", "acc", 9, false, Set.of(Part.VIEW)));

  /**
   * @param arguments folder for the pictures, what their names end in, and the tasks that are
   *     wanted (none for all; preferences for the preferences page)
   */
  public static void main(String[] arguments) throws Exception {
    PanelScreenshots shots =
        new PanelScreenshots(Files.createDirectories(Path.of(arguments[0])), arguments[1]);
    List<String> wanted = List.of(arguments).subList(2, arguments.length);
    int status = 0;
    try {
      for (Scene scene : SCENES) {
        if (wanted.isEmpty() || wanted.contains(scene.task())) {
          shots.take(scene);
        }
      }
      if (wanted.contains("oddities")) {
        shots.oddities();
      }
      if (wanted.isEmpty() || wanted.contains("preferences")) {
        shots.preferences();
      }
    } catch (Exception | Error e) {
      e.printStackTrace();
      status = 1;
    }
    System.exit(status);
  }

  private void take(Scene scene) throws Exception {
    theme(scene.dark());
    PhantomPatient patient = PhantomPatient.of(scene.task(), scene.label(), scene.seed());
    ViewerDouble viewer = new ViewerDouble();
    SeriesDouble first = patient.series().get(0);
    ClassificationQueue queue = new ClassificationQueue(new SeriesCases());
    JFrame frame = onEdt(() -> new JFrame("RadCAM"));
    onEdt(() -> select(viewer, patient, first));
    RadcamPanel panel =
        onEdt(
            () ->
                new RadcamPanel(
                    viewer,
                    queue,
                    ModelZoo::shipped,
                    settings(scene.task()),
                    (answer, style, folder) -> List.of()));
    onEdt(
        () -> {
          panel.selectTask(scene.task());
          frame.add(panel, BorderLayout.EAST);
          panel.setPreferredSize(new java.awt.Dimension(PANEL, HIGH));
          frame.pack();
          frame.setVisible(true);
          return null;
        });
    await(() -> !panel.model().models().isEmpty());
    onEdt(
        () -> {
          // What a phantom's patient is known to have beside the header.
          panel.model().clinical().type("mineralisation_location", "diffuse");
          viewer.tell();
          return null;
        });
    settle();
    if (scene.parts().contains(Part.READY)) {
      picture(panel, scene.task() + "-ready", false);
    }
    onEdt(
        () -> {
          panel.getActionMap().get("radcam.run").actionPerformed(null);
          return null;
        });
    await(() -> !panel.model().activity().isBusy());
    if (panel.model().activity() instanceof Activity.Failed failed) {
      throw new IllegalStateException(failed.message());
    }
    settle();
    if (scene.parts().contains(Part.RESULT)) {
      picture(panel, scene.task() + "-result", false);
    }
    if (scene.parts().contains(Part.WHOLE)) {
      picture(panel, scene.task(), true);
    }
    if (scene.parts().contains(Part.VIEW)) {
      onEdt(() -> beside(viewer, panel, frame, first));
      settle();
      picture((Component) frame.getContentPane(), scene.task() + "-view", false);
    }
    onEdt(
        () -> {
          panel.close();
          frame.dispose();
          return null;
        });
    queue.close();
  }

  /** What must be understood at once: a model without weights, and another patient's result. */
  private void oddities() throws Exception {
    theme(false);
    PhantomPatient patient = PhantomPatient.of("bone-matrix", "chondroid", 4);
    SeriesDouble other = SeriesDouble.named("t2_tse_sag", "MR", 20);
    ViewerDouble viewer = new ViewerDouble();
    ClassificationQueue queue = new ClassificationQueue(new SeriesCases());
    onEdt(() -> select(viewer, patient, patient.series().get(0)));
    RadcamPanel panel =
        onEdt(
            () ->
                new RadcamPanel(
                    viewer,
                    queue,
                    ModelZoo::shipped,
                    settings("bone-matrix"),
                    (answer, style, folder) -> List.of()));
    JFrame frame = onEdt(() -> new JFrame("RadCAM"));
    onEdt(
        () -> {
          frame.add(panel, BorderLayout.EAST);
          panel.setPreferredSize(new java.awt.Dimension(PANEL, HIGH));
          frame.pack();
          frame.setVisible(true);
          return null;
        });
    await(() -> !panel.model().models().isEmpty());
    onEdt(
        () -> {
          panel.getActionMap().get("radcam.run").actionPerformed(null);
          return null;
        });
    await(() -> !panel.model().activity().isBusy());
    onEdt(
        () -> {
          viewer.select(List.of(other), other, 0);
          panel.model().choose("CT", Optional.of(other));
          panel.model().clinical().type("age", "130");
          viewer.tell();
          return null;
        });
    settle();
    picture(panel, "another-patient", true);
    onEdt(
        () -> {
          panel.model().models().stream()
              .filter(one -> one.card().id().equals("bone-matrix-sc-net"))
              .findFirst()
              .ifPresent(panel.model()::choose);
          viewer.tell();
          return null;
        });
    settle();
    picture(panel, "needs-weights", true);
    onEdt(
        () -> {
          panel.close();
          frame.dispose();
          return null;
        });
    queue.close();
  }

  private static Object select(ViewerDouble viewer, PhantomPatient patient, SeriesDouble first) {
    viewer.select(patient.series(), first, first.images() / 2);
    return null;
  }

  private static Object beside(
      ViewerDouble viewer, RadcamPanel panel, JFrame frame, SeriesDouble first) {
    ImageView view = new ImageView(viewer);
    view.show(
        org.radcam.weasis.heat.HeatPictures.hottest(panel.model().shown().orElseThrow())
            .orElse(new ViewedImage(first, 0)));
    frame.add(view, BorderLayout.CENTER);
    frame.pack();
    return null;
  }

  private void preferences() throws Exception {
    theme(false);
    JFrame frame = onEdt(() -> new JFrame("Preferences"));
    PreferencesPanel page =
        onEdt(() -> new PreferencesPanel(settings("chest-xray"), folder -> ModelZoo.shipped()));
    onEdt(
        () -> {
          page.setPreferredSize(new java.awt.Dimension(560, 560));
          frame.add(page);
          frame.pack();
          frame.setVisible(true);
          return null;
        });
    Thread.sleep(3000);
    picture(page, "preferences", false);
    onEdt(
        () -> {
          page.close();
          frame.dispose();
          return null;
        });
  }

  private static void theme(boolean dark) throws Exception {
    LookAndFeel theme = dark ? new FlatDarkLaf() : new FlatLightLaf();
    onEdt(
        () -> {
          UIManager.setLookAndFeel(theme);
          return null;
        });
  }

  private PluginSettings settings(String task) {
    PluginSettings settings = SettingsInMemory.in(out);
    settings.setLast(task, task + "-demo");
    return settings;
  }

  /** A picture of a component, or of all that its scroll pane holds. */
  private void picture(Component component, String name, boolean whole) throws Exception {
    BufferedImage image = onEdt(() -> paint(component, whole));
    Path file = out.resolve("weasis-panel-" + name + suffix + ".png");
    ImageIO.write(image, "png", file.toFile());
    System.out.println(file);
  }

  private static BufferedImage paint(Component component, boolean whole) {
    int width = component.getWidth();
    int height = component.getHeight();
    if (whole) {
      // As high as all of it: the scroll bar goes.
      JScrollPane scroll = find(component, JScrollPane.class);
      int more = ((Column) scroll.getViewport().getView()).heightFor(width) - scroll.getHeight();
      height += more;
      scroll.getViewport().setViewPosition(new java.awt.Point());
      component.setSize(width, height);
      validate(component);
    }
    double scale = component.getGraphicsConfiguration().getDefaultTransform().getScaleX();
    BufferedImage image =
        new BufferedImage(
            (int) (width * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    component.paint(g);
    g.dispose();
    return image;
  }

  private static void validate(Component component) {
    component.doLayout();
    if (component instanceof Container container) {
      for (Component part : container.getComponents()) {
        validate(part);
      }
    }
  }

  private static <T extends Component> T find(Component component, Class<T> type) {
    if (type.isInstance(component)) {
      return type.cast(component);
    }
    if (component instanceof Container container) {
      for (Component part : container.getComponents()) {
        T found = find(part, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static void settle() throws Exception {
    Thread.sleep(600);
    onEdt(() -> null);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MS;
    while (!onEdt(condition)) {
      if (System.currentTimeMillis() > end) {
        throw new IllegalStateException("This takes too long.");
      }
      Thread.sleep(100);
    }
  }

  private static <T> T onEdt(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    SwingUtilities.invokeLater(task);
    return task.get();
  }
}
