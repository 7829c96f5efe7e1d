package org.radcam.weasis.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.beans.PropertyChangeListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.fakehost.FakeHost;
import org.radcam.weasis.fakehost.FakePatient;
import org.radcam.weasis.fakehost.FakeSeries;
import org.radcam.weasis.fakehost.FakeView;
import org.radcam.weasis.viewer.HeatDisplay.HeatPicture;
import org.radcam.weasis.viewer.HeatDisplay.HeatSource;
import org.radcam.weasis.viewer.ViewedImage;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;
import org.weasis.dicom.explorer.DicomViewerPlugin;
import org.weasis.dicom.viewer2d.EventManager;
import org.weasis.dicom.viewer2d.View2dContainer;

class WeasisViewerTest {
  private static final int RED = 0xFFFF0000;
  private static final int COLUMNS = 32;
  private static final int ROWS = 24;
  private final BookDouble book = new BookDouble();
  private final FakePatient patient = new FakePatient("P1");
  private WeasisViewer viewer;

  @BeforeEach
  void begin() throws Exception {
    onEventThread(
        () -> {
          FakeHost.reset();
          viewer = new WeasisViewer(book);
          return null;
        });
  }

  @AfterEach
  void end() throws Exception {
    onEventThread(
        () -> {
          viewer.close();
          FakeHost.reset();
          return null;
        });
  }

  private static <T> T onEventThread(Callable<T> work) throws Exception {
    List<T> outcome = new ArrayList<>();
    Exception[] problem = new Exception[1];
    SwingUtilities.invokeAndWait(
        () -> {
          try {
            outcome.add(work.call());
          } catch (Exception e) {
            problem[0] = e;
          }
        });
    if (problem[0] != null) {
      throw problem[0];
    }
    // What was put off until later.
    SwingUtilities.invokeAndWait(() -> {});
    SwingUtilities.invokeAndWait(() -> {});
    return outcome.get(0);
  }

  private DicomSeries series(String modality, int images, double spacingY) {
    return new FakeSeries(patient, modality, "Test")
        .grid(COLUMNS, ROWS, 1, spacingY)
        .volume(images, 2.5, (i, j, k) -> 0)
        .load();
  }

  /** A red pixel on one image. */
  private static HeatSource marker(ViewedImage on, int i, int j) {
    BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, RED);
    HeatPicture heat = new HeatPicture(picture, AffineTransform.getTranslateInstance(i, j));
    return image -> image.equals(on) ? Optional.of(heat) : Optional.empty();
  }

  private static List<Point2D> red(FakeView view) {
    BufferedImage screen =
        new BufferedImage(view.getWidth(), view.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = screen.createGraphics();
    view.paint(graphics);
    graphics.dispose();
    List<Point2D> red = new ArrayList<>();
    for (int y = 0; y < screen.getHeight(); y++) {
      for (int x = 0; x < screen.getWidth(); x++) {
        if (screen.getRGB(x, y) == RED) {
          red.add(new Point2D.Double(x, y));
        }
      }
    }
    return red;
  }

  private static Point2D middle(List<Point2D> points) {
    return new Point2D.Double(
        points.stream().mapToDouble(Point2D::getX).average().orElse(Double.NaN),
        points.stream().mapToDouble(Point2D::getY).average().orElse(Double.NaN));
  }

  /** Where Weasis shows the centre of a pixel of a stretched image, counted in pixels. */
  private static Point2D shownAt(FakeView view, double x, double y) {
    Point2D offset = view.getClipViewCoordinatesOffset();
    Point2D at = view.getAffineTransform().transform(new Point2D.Double(x, y), null);
    return new Point2D.Double(at.getX() + offset.getX(), at.getY() + offset.getY());
  }

  private static void assertMarked(FakeView view, double x, double y) {
    List<Point2D> red = red(view);
    assertThat(red).isNotEmpty();
    assertThat(middle(red).distance(shownAt(view, x, y))).isLessThan(1);
  }

  private ViewedImage viewed(DicomSeries series, int number) {
    return new ViewedImage(book.series(series), number);
  }

  @Test
  void theHeatStaysOnItsPixelUnderZoomRotationAndFlip() throws Exception {
    DicomSeries series = series("CT", 3, 1);
    View2dContainer container = onEventThread(() -> FakeHost.open(series));
    FakeView view = FakeHost.view(container, 0);
    onEventThread(
        () -> {
          viewer.heatDisplay().show(marker(viewer.selected().orElseThrow(), 20, 5));
          return null;
        });
    for (boolean flip : new boolean[] {false, true}) {
      for (int degrees : new int[] {0, 90, 180, 270, 30}) {
        for (double zoom : new double[] {0, 3, 6}) {
          onEventThread(
              () -> {
                view.flip(flip);
                view.rotate(degrees);
                view.zoom(zoom);
                assertMarked(view, 20, 5);
                return null;
              });
        }
      }
    }
  }

  @Test
  void onNonSquarePixelsTheHeatIsStretchedAsTheImageIs() throws Exception {
    DicomSeries series = series("MR", 1, 2);
    View2dContainer container = onEventThread(() -> FakeHost.open(series));
    FakeView view = FakeHost.view(container, 0);
    onEventThread(
        () -> {
          viewer.heatDisplay().show(marker(viewer.selected().orElseThrow(), 20, 5));
          // Rows are shown twice: row 5 as 10 and 11, whose middle is between their centres.
          assertMarked(view, 20, 10.5);
          return null;
        });
  }

  @Test
  void theHeatIsOnItsImageAloneAndComesBackWithIt() throws Exception {
    DicomSeries series = series("CT", 3, 1);
    DicomSeries other = series("CT", 3, 1);
    View2dContainer container = onEventThread(() -> FakeHost.open(series));
    FakeView view = FakeHost.view(container, 0);
    DicomImageElement first = view.getImage();
    onEventThread(
        () -> {
          viewer.heatDisplay().show(marker(viewer.selected().orElseThrow(), 3, 3));
          assertThat(red(view)).isNotEmpty();
          view.showImage(series.getMedia(1, null, null));
          assertThat(red(view)).isEmpty();
          view.setSeries(other);
          assertThat(red(view)).isEmpty();
          view.setSeries(series);
          view.showImage(first);
          assertThat(red(view)).isNotEmpty();
          return null;
        });
  }

  @Test
  void everyViewOfEveryViewerShowsItAlsoThoseThatOpenLater() throws Exception {
    DicomSeries series = series("CT", 3, 1);
    View2dContainer first = onEventThread(() -> FakeHost.open(series, series));
    onEventThread(
        () -> {
          viewer.heatDisplay().show(marker(viewer.selected().orElseThrow(), 3, 3));
          return null;
        });
    View2dContainer second = onEventThread(() -> FakeHost.open(series));
    onEventThread(
        () -> {
          assertThat(red(FakeHost.view(first, 0))).isNotEmpty();
          assertThat(red(FakeHost.view(first, 1))).isNotEmpty();
          assertThat(red(FakeHost.view(second, 0))).isNotEmpty();
          return null;
        });
  }

  @Test
  void theUsersDrawingsNeverHoldTheHeatAndWhatDeletesThemLeavesIt() throws Exception {
    DicomSeries series = series("CT", 3, 1);
    View2dContainer container = onEventThread(() -> FakeHost.open(series));
    FakeView view = FakeHost.view(container, 0);
    onEventThread(
        () -> {
          viewer.heatDisplay().show(marker(viewer.selected().orElseThrow(), 3, 3));
          assertThat(view.getGraphicManager().getModels()).isEmpty();
          assertThat(view.getGraphicManager().getLayers()).isEmpty();
          view.getGraphicManager().deleteNonSerializableGraphics();
          view.getGraphicManager().clear();
          assertThat(red(view)).isNotEmpty();
          return null;
        });
  }

  @Test
  void theHeatTakesNoMouseEventOfTheView() throws Exception {
    DicomSeries series = series("CT", 1, 1);
    View2dContainer container = onEventThread(() -> FakeHost.open(series));
    FakeView view = FakeHost.view(container, 0);
    onEventThread(
        () -> {
          viewer.heatDisplay().show(marker(viewer.selected().orElseThrow(), 3, 3));
          Component at = SwingUtilities.getDeepestComponentAt(view, 50, 50);
          assertThat(at).isSameAs(view);
          return null;
        });
  }

  @Test
  void clearedOrStoppedNothingOfItIsLeftInTheViewer() throws Exception {
    DicomSeries series = series("CT", 3, 1);
    View2dContainer container = onEventThread(() -> FakeHost.open(series));
    FakeView view = FakeHost.view(container, 0);
    onEventThread(
        () -> {
          viewer.heatDisplay().show(marker(viewer.selected().orElseThrow(), 3, 3));
          viewer.heatDisplay().clear();
          assertThat(view.getComponents()).isEmpty();
          viewer.heatDisplay().show(marker(viewer.selected().orElseThrow(), 3, 3));
          viewer.close();
          assertThat(view.getComponents()).isEmpty();
          assertThat(view.getPropertyChangeListeners("graphicManager")).isEmpty();
          assertThat(view.getGraphicManager().getGraphicsListeners())
              .noneMatch(ViewChanges.class::isInstance);
          return null;
        });
  }

  @Test
  void anImageIsFoundWhateverTheOrderOfTheView() throws Exception {
    DicomSeries series = series("CT", 5, 1);
    View2dContainer container = onEventThread(() -> FakeHost.open(series));
    FakeView view = FakeHost.view(container, 0);
    onEventThread(
        () -> {
          for (boolean inverse : new boolean[] {false, true}) {
            view.getActionsInView().put("reverse", inverse);
            for (int number : new int[] {4, 1, 2}) {
              viewer.heatDisplay().goTo(viewed(series, number));
              assertThat(viewer.selected()).contains(viewed(series, number));
            }
          }
          return null;
        });
  }

  @Test
  void thePatientsSeriesOfImagesAreThoseOfAllStudiesButNotSegmentations() throws Exception {
    DicomSeries one = series("CT", 2, 1);
    DicomSeries two = series("MR", 2, 1);
    new FakeSeries(new FakePatient("P2"), "CT", "Another")
        .grid(8, 8, 1, 1)
        .volume(1, 1, (i, j, k) -> 0)
        .load();
    onEventThread(() -> FakeHost.open(one));
    onEventThread(
        () -> {
          assertThat(viewer.seriesOfPatient())
              .containsExactlyInAnyOrder(book.series(one), book.series(two));
          return null;
        });
  }

  @Test
  void reformattedImagesAreNoImagesOfAnotherPatient() throws Exception {
    DicomSeries series = series("CT", 2, 1);
    DicomSeries reformatted = series("MR", 3, 1);
    onEventThread(() -> FakeHost.open(series));
    onEventThread(
        () -> {
          FakeView view = new FakeView();
          view.setSeries(reformatted);
          FakeHost.model().removeSeries(reformatted);
          EventManager.getInstance().setSelectedView2dContainer(new Reformatted(view));
          assertThat(EventManager.getInstance().getSelectedViewPane()).isSameAs(view);
          assertThat(viewer.selected()).isEmpty();
          assertThat(viewer.seriesOfPatient()).isEmpty();
          assertThat(viewer.heatDisplay().goTo(viewed(series, 0))).isFalse();
          return null;
        });
  }

  @Test
  void aViewOfAnotherSeriesIsNotMoved() throws Exception {
    DicomSeries shown = series("CT", 3, 1);
    DicomSeries other = series("MR", 3, 1);
    onEventThread(() -> FakeHost.open(shown));
    onEventThread(
        () -> {
          assertThat(viewer.heatDisplay().goTo(viewed(other, 1))).isFalse();
          assertThat(viewer.heatDisplay().goTo(viewed(shown, 1))).isTrue();
          return null;
        });
  }

  /** Another kind of viewer with the same manager. */
  private static final class Reformatted extends DicomViewerPlugin {
    private static final long serialVersionUID = 1L;

    Reformatted(FakeView view) {
      super(EventManager.getInstance(), "MPR");
      addView(view);
    }
  }

  @Test
  void withoutAViewerThereIsNothingToSeeAndNothingToAddTo() throws Exception {
    onEventThread(
        () -> {
          assertThat(viewer.selected()).isEmpty();
          assertThat(viewer.seriesOfPatient()).isEmpty();
          viewer.heatDisplay().goTo(new ViewedImage(TestSeries.of(1), 0));
          List<Path> files = List.of(Path.of("x.dcm"));
          assertThatThrownBy(() -> viewer.addToPatient(files))
              .isInstanceOf(UserException.class)
              .hasMessageContaining("No image of the patient is open");
          return null;
        });
  }

  @Test
  void whoeverListensHearsOfManyChangesOnce() throws Exception {
    DicomSeries series = series("CT", 5, 1);
    onEventThread(() -> FakeHost.open(series));
    AtomicInteger heard = new AtomicInteger();
    Thread.sleep(300);
    onEventThread(
        () -> {
          viewer.listen(heard::incrementAndGet);
          for (int number = 1; number < 5; number++) {
            viewer.heatDisplay().goTo(viewed(series, number));
          }
          return null;
        });
    long end = System.nanoTime() + 30_000_000_000L;
    while (heard.get() == 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    Thread.sleep(300);
    assertThat(heard.get()).isBetween(1, 2);
  }

  @Test
  void drawingIsHeardOnEveryImageAlsoAfterScrolling() throws Exception {
    DicomSeries series = series("CT", 3, 1);
    View2dContainer container = onEventThread(() -> FakeHost.open(series));
    FakeView view = FakeHost.view(container, 0);
    onEventThread(
        () -> {
          viewer.heatDisplay().goTo(viewed(series, 2));
          return null;
        });
    List<PropertyChangeListener> handlers =
        onEventThread(() -> view.getGraphicManager().getGraphicsListeners());
    assertThat(handlers).anyMatch(ViewChanges.class::isInstance);
    assertThat(EventManager.getInstance().getSelectedViewPane()).isSameAs(view);
  }
}
