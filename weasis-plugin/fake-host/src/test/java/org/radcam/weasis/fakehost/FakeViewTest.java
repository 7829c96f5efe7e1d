package org.radcam.weasis.fakehost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weasis.core.api.gui.util.ActionW;
import org.weasis.core.ui.model.AbstractGraphicModel;
import org.weasis.core.ui.model.graphic.imp.NonEditableGraphic;
import org.weasis.core.ui.model.graphic.imp.area.RectangleGraphic;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.layer.imp.DefaultLayer;
import org.weasis.core.ui.model.layer.imp.RenderedImageLayer;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;
import org.weasis.dicom.viewer2d.EventManager;
import org.weasis.dicom.viewer2d.View2dContainer;

/** Views do what plugins have to reckon with. */
class FakeViewTest {
  private DicomSeries series;
  private View2dContainer viewer;
  private FakeView view;

  @BeforeEach
  void open() {
    FakeHost.reset();
    series =
        new FakeSeries(new FakePatient("P1"), "CT", "Thorax")
            .grid(32, 16, 1, 2)
            .volume(3, 5, (x, y, z) -> 10 * z + x)
            .load();
    viewer = FakeHost.open(series, series);
    view = FakeHost.view(viewer, 0);
    view.setSize(320, 320);
  }

  @Test
  void rows_that_are_far_apart_are_stretched_to_square_pixels() {
    assertThat(view.getImage().getRescaleY()).isEqualTo(2);
    assertThat(view.getBestFitViewScale()).isEqualTo(10);
    assertThat(view.getImage().getSliceGeometry().getVoxelSpacing().y).isEqualTo(1);
    assertThat(view.getImage().getRawSliceGeometry().getVoxelSpacing().y).isEqualTo(2);
  }

  @Test
  void a_turned_and_flipped_image_stays_in_the_view() {
    view.flip(true);
    view.rotate(90);
    Point2D corner = view.modelToView(0.0, 0.0);
    Point2D back = view.getImageCoordinatesFromMouse((int) corner.getX(), (int) corner.getY());
    assertThat(back.getX()).isCloseTo(0, within(1e-6));
    assertThat(back.getY()).isCloseTo(0, within(1e-6));
    assertThat(view.getImageViewBounds().getBounds()).isEqualTo(new Rectangle(0, 0, 320, 320));
  }

  @Test
  void scrolling_shows_another_image_and_tells() {
    List<Object> told = new ArrayList<>();
    EventManager manager = EventManager.getInstance();
    manager.addSeriesViewerListener(event -> told.add(event.getMediaElement()));
    manager.getAction(ActionW.SCROLL_SERIES).orElseThrow().setSliderValue(3);
    assertThat(view.getFrameIndex()).isEqualTo(2);
    assertThat(told).containsExactly(view.getImage());
    assertThat(FakeHost.view(viewer, 1).getFrameIndex()).isZero();
  }

  @Test
  void another_image_takes_away_drawings_that_are_not_kept_after_it_told_the_listeners() {
    DicomImageElement first = view.getImage();
    overlay(new Rectangle(0, 0, 32, 32));
    List<Integer> seen = new ArrayList<>();
    layer()
        .addLayerChangeListener(changed -> seen.add(view.getGraphicManager().getModels().size()));
    view.showImage(series.getMedia(1, null, null));
    assertThat(seen).as("the old drawings are still there").containsExactly(1);
    assertThat(view.getGraphicManager().getModels()).isEmpty();
    view.showImage(first);
    assertThat(view.getGraphicManager().getModels()).isEmpty();
  }

  @Test
  void drawings_of_users_stay_with_their_image() throws Exception {
    RectangleGraphic drawing = new RectangleGraphic();
    AbstractGraphicModel.addGraphicToModel(view, drawing.buildGraphic(new Rectangle(2, 4, 8, 8)));
    view.showImage(series.getMedia(1, null, null));
    view.showImage(series.getMedia(0, null, null));
    assertThat(view.getGraphicManager().getAllGraphics()).isEqualTo(List.of(drawing));
    drawing.fireRemoveAction();
    assertThat(view.getGraphicManager().getAllGraphics()).isEmpty();
  }

  @Test
  void what_is_drawn_is_in_the_picture_where_the_image_is() {
    NonEditableGraphic square = overlay(new Rectangle(16, 16, 8, 8));
    square.setPaint(Color.RED);
    square.setFilled(true);
    view.rotate(180);
    BufferedImage picture = view.picture();
    assertThat(new Color(picture.getRGB(120, 120))).isEqualTo(Color.RED);
    assertThat(new Color(picture.getRGB(200, 200))).isNotEqualTo(Color.RED);
  }

  @Test
  void a_series_that_is_taken_out_leaves_its_views_and_has_no_images() {
    javax.swing.SwingUtilities.invokeLater(() -> FakeHost.model().removeSeries(series));
    flush();
    assertThat(view.getSeries()).isNull();
    assertThat(view.getImage()).isNull();
    assertThat(series.isOpen()).isFalse();
    assertThat(series.size(null)).isZero();
  }

  private NonEditableGraphic overlay(Rectangle shape) {
    NonEditableGraphic graphic = new NonEditableGraphic(shape);
    AbstractGraphicModel.addGraphicToModel(view, new DefaultLayer(LayerType.TEMP_DRAW), graphic);
    return graphic;
  }

  private RenderedImageLayer<DicomImageElement> layer() {
    return (RenderedImageLayer<DicomImageElement>) view.getImageLayer();
  }

  private static void flush() {
    try {
      javax.swing.SwingUtilities.invokeAndWait(() -> {});
    } catch (InterruptedException | java.lang.reflect.InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }
}
