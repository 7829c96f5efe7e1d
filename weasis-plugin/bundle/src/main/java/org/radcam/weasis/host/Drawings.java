package org.radcam.weasis.host;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.dcm4che3.data.Tag;
import org.radcam.weasis.region.Rectification;
import org.radcam.weasis.viewer.Drawing;
import org.weasis.core.api.media.data.TagW;
import org.weasis.core.ui.model.GraphicModel;
import org.weasis.core.ui.model.graphic.Graphic;
import org.weasis.core.ui.model.graphic.GraphicArea;
import org.weasis.core.ui.model.layer.GraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.TagD;

/**
 * What the user drew on the images of a series, in Weasis.
 *
 * <ul>
 *   <li>Every image carries its drawings in its presentation model, which is also that of the view
 *       that shows it.
 *   <li>Closed shapes count ({@code GraphicArea}: rectangles, ellipses, circles, polygons), of the
 *       layers that a user draws on; lines, angles and texts, segmentations and contours that
 *       Weasis shows, and shapes that are not finished do not.
 *   <li>Coordinates are those of the image that is shown, whatever zoom, rotation or flip. A whole
 *       number is the centre of a pixel: Weasis warps images centre to centre, and paints drawings
 *       half a pixel of the screen beside their coordinates, where that centre is. Half a pixel is
 *       added, therefore, and then the rectification of non-square pixels undone.
 * </ul>
 *
 * On the event dispatch thread.
 */
final class Drawings {
  private static final Set<LayerType> DRAWN_ON =
      EnumSet.of(LayerType.DRAW, LayerType.MEASURE, LayerType.ANNOTATION, LayerType.DICOM_PR);

  /** Where the centre of pixel 0 is, in pixels that cover [0, 1). */
  private static final double CENTRE = 0.5;

  private Drawings() {}

  /**
   * The drawings of a series.
   *
   * @param images in the order by which they are numbered
   * @param names how the user knows an image, by its number
   */
  static List<Drawing> on(List<DicomImageElement> images, IntFunction<String> names) {
    List<Drawing> drawings = new ArrayList<>();
    for (int n = 0; n < images.size(); n++) {
      Object model = images.get(n).getTagValue(TagW.PresentationModel);
      if (model instanceof GraphicModel graphics) {
        add(graphics, images.get(n), n, names, drawings);
      }
    }
    return drawings;
  }

  private static void add(
      GraphicModel graphics,
      DicomImageElement image,
      int number,
      IntFunction<String> names,
      List<Drawing> drawings) {
    Map<String, Integer> kinds = new HashMap<>();
    for (Graphic graphic : graphics.getAllGraphics()) {
      if (isDrawing(graphic)) {
        String kind = graphic.getUIName();
        int which = kinds.merge(kind, 1, Integer::sum);
        Path2D outline = new Path2D.Double(graphic.getShape());
        outline.transform(toSource(image));
        drawings.add(
            new Drawing(
                which == 1 ? kind : kind + " " + which,
                Boolean.TRUE.equals(graphic.getSelected()),
                number,
                names.apply(number),
                outline));
      }
    }
  }

  private static AffineTransform toSource(DicomImageElement image) {
    AffineTransform toSource = rectification(image).toSource();
    toSource.translate(CENTRE, CENTRE);
    return toSource;
  }

  private static boolean isDrawing(Graphic graphic) {
    GraphicLayer layer = graphic.getLayer();
    return graphic instanceof GraphicArea
        && layer != null
        && DRAWN_ON.contains(layer.getType())
        && Boolean.TRUE.equals(graphic.isGraphicComplete())
        && graphic.isShapeValid()
        && graphic.getShape() != null;
  }

  /** How Weasis shows an image; as it is where it says nothing of its size. */
  static Rectification rectification(DicomImageElement image) {
    Integer columns = TagD.getTagValue(image, Tag.Columns, Integer.class);
    Integer rows = TagD.getTagValue(image, Tag.Rows, Integer.class);
    return columns == null || rows == null || columns < 1 || rows < 1
        ? new Rectification(1, 1, 1, 1)
        : Rectification.of(columns, rows, image.getRescaleX(), image.getRescaleY());
  }
}
