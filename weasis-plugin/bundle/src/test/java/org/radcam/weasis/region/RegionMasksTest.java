package org.radcam.weasis.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.weasis.TestRegion;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.StoredRegion;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;

/** A series whose volume has its images in reverse order, and pixels that are not square. */
class RegionMasksTest {
  private static final Geometry GRID = Geometry.millimetres(new Size(20, 14, 3), 0.5, 0.9, 3);
  private static final SeriesImage SERIES = series(GRID, List.of(7, 6, 5));

  private static SeriesImage series(Geometry grid, List<Integer> slices) {
    return new SeriesImage(
        new SourceImage(
            "T2",
            new Volume(grid, new float[grid.size().voxels()]),
            ImageTraits.UNKNOWN,
            Placement.KNOWN),
        slices);
  }

  private static Drawing on(int image, Shape outline) {
    return new Drawing("Ellipse", false, image, String.valueOf(image + 1), outline);
  }

  private static Mask mask(Drawing... drawings) {
    return RegionMasks.mask(new RegionChoice.Drawn(List.of(drawings)), SERIES).orElseThrow();
  }

  @Test
  void aPixelIsInsideIfItsCentreIs() {
    // From the centre of column 3 on, which contains() counts, up to that of column 6, not counted.
    Mask mask = mask(on(5, new Rectangle2D.Double(3.5, 2.4, 3, 1.9)));
    assertThat(mask.count()).isEqualTo(6);
    assertThat(mask.bounds()).isEqualTo(new Mask.Box(3, 2, 2, new Size(3, 2, 1)));
  }

  @Property(tries = 60)
  void shapesAreFilledAsTheirContainsTells(
      @ForAll @DoubleRange(min = -4, max = 18) double x,
      @ForAll @DoubleRange(min = -4, max = 12) double y,
      @ForAll @DoubleRange(min = 6, max = 30) double width,
      @ForAll @DoubleRange(min = 6, max = 30) double height,
      @ForAll @DoubleRange(min = -3, max = 3) double angle) {
    Shape turned =
        AffineTransform.getRotateInstance(angle, 10, 7)
            .createTransformedShape(new Ellipse2D.Double(x, y, width, height));
    BitSet expected = new BitSet();
    for (int j = 0; j < 14; j++) {
      for (int i = 0; i < 20; i++) {
        if (turned.contains(i + 0.5, j + 0.5)) {
          expected.set((20 * 14) + j * 20 + i);
        }
      }
    }
    if (expected.isEmpty()) {
      assertThatThrownBy(() -> mask(on(6, turned))).isInstanceOf(UserException.class);
    } else {
      assertThat(mask(on(6, turned)).voxels()).isEqualTo(expected);
    }
  }

  @Property(tries = 60)
  void aShapeMovedByWholePixelsCoversPixelsMovedAsFar(
      @ForAll @IntRange(min = -3, max = 3) int right,
      @ForAll @IntRange(min = -2, max = 2) int down,
      @ForAll long seed) {
    Path2D polygon = polygon(seed, 4, 3, 11, 8);
    Mask there =
        mask(
            on(
                7,
                AffineTransform.getTranslateInstance(right, down).createTransformedShape(polygon)));
    Mask here = mask(on(7, polygon));
    assertThat(there.count()).isEqualTo(here.count());
    here.voxels().stream()
        .forEach(n -> assertThat(there.contains(n % 20 + right, n / 20 + down, 0)).isTrue());
  }

  @Property(tries = 60)
  void aShapeDrawnOnTheRectifiedImageComesBackToTheSamePixels(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 1, max = 4) double factor,
      @ForAll boolean alongRows) {
    Rectification shown = Rectification.of(20, 14, alongRows ? factor : 1, alongRows ? 1 : factor);
    Path2D drawn = polygon(seed, 0.1, 0.1, shown.shownColumns() - 0.2, shown.shownRows() - 0.2);
    Mask back = mask(on(7, shown.toSource().createTransformedShape(drawn)));
    for (int j = 0; j < 14; j++) {
      for (int i = 0; i < 20; i++) {
        // Of edge to edge, where the source's pixel centre lies in what is shown.
        double x = (i + 0.5) * shown.shownColumns() / 20;
        double y = (j + 0.5) * shown.shownRows() / 14;
        // A centre on the outline itself is on the side that rounding puts it.
        if (!onOutline(drawn, x, y)) {
          assertThat(back.contains(i, j, 0))
              .as("pixel %d, %d", i, j)
              .isEqualTo(drawn.contains(x, y));
        }
      }
    }
  }

  private static boolean onOutline(Shape shape, double x, double y) {
    double near = 1e-9;
    return shape.intersects(x - near, y - near, 2 * near, 2 * near)
        && !shape.contains(x - near, y - near, 2 * near, 2 * near);
  }

  @Test
  void severalDrawingsAreOneRegionEachOnTheSliceOfItsImage() {
    Mask mask =
        mask(
            on(5, new Rectangle2D.Double(1, 1, 4, 4)),
            on(5, new Rectangle2D.Double(3, 3, 4, 4)),
            on(7, new Rectangle2D.Double(0, 0, 2, 1)),
            on(2, new Rectangle2D.Double(0, 0, 9, 9)));
    assertThat(mask.count()).isEqualTo(16 + 16 - 4 + 2);
    assertThat(mask.contains(3, 3, 2)).isTrue();
    assertThat(mask.contains(1, 0, 0)).isTrue();
    assertThat(mask.contains(4, 4, 1)).isFalse();
  }

  @Test
  void aDrawingAcrossTheEdgeIsCut() {
    assertThat(mask(on(6, new Rectangle2D.Double(-5, -5, 7, 6))).count()).isEqualTo(2);
    assertThat(mask(on(6, new Rectangle2D.Double(-1e300, -1e9, 2e300, 2e9))).count())
        .isEqualTo(20 * 14);
  }

  @Test
  void whatHoldsNoPixelIsRefusedByName() {
    assertThatThrownBy(() -> mask(on(6, new Rectangle2D.Double(25, 2, 4, 4))))
        .hasMessage(
            "'Ellipse' on image 7 lies outside the image. Draw it on the image, or delete it.");
    Drawing fine = on(6, new Rectangle2D.Double(2, 2, 4, 4));
    assertThatThrownBy(() -> mask(fine, on(7, new Rectangle2D.Double(2.6, 2, 0.8, 9))))
        .hasMessageContaining("'Ellipse' on image 8 is too small or too thin");
    assertThatThrownBy(() -> mask(on(7, new Path2D.Double())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("image 8");
    assertThatThrownBy(() -> mask(on(4, new Rectangle2D.Double(2, 2, 4, 4))))
        .hasMessageContaining("'Ellipse' on image 5 is drawn on an image that is not classified");
    assertThatThrownBy(RegionMasksTest::mask).hasMessageContaining("draw a closed shape");
  }

  @Test
  void aStoredRegionIsLaidOnTheGridOfTheReferenceImage() {
    Mask own = mask(on(6, new Rectangle2D.Double(2, 2, 4, 4)));
    List<Object> asked = new ArrayList<>();
    StoredRegion region =
        new TestRegion(
            "tumour",
            (grid, placement) -> {
              asked.addAll(List.of(grid, placement));
              return own;
            });
    assertThat(RegionMasks.mask(new RegionChoice.Stored(region), SERIES)).contains(own);
    assertThat(asked).containsExactly(GRID, Placement.KNOWN);
    assertThat(RegionMasks.mask(new RegionChoice.Nothing(), SERIES)).isEmpty();
  }

  @Test
  void whatIsShownHasAWholeNumberOfPixelsCutOff() {
    // 0.5 x 0.9 mm: 20 columns, 14 * 1.8 = 25.2 rows.
    Rectification shown = Rectification.of(20, 14, 1, 1.8);
    assertThat(shown).isEqualTo(new Rectification(20, 14, 20, 25));
    assertThat(shown.toSource().getScaleY()).isEqualTo(14.0 / 25);
    AffineTransform both = shown.toShown();
    both.concatenate(shown.toSource());
    assertThat(both.isIdentity() || Math.abs(both.getScaleY() - 1) < 1e-15).isTrue();
  }

  /** A star-shaped polygon whose corners are multiples of 1/8, so that moving it is exact. */
  private static Path2D polygon(long seed, double x, double y, double width, double height) {
    Random random = new Random(seed);
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int corners = 12;
    for (int n = 0; n < corners; n++) {
      double angle = 2 * Math.PI * n / corners;
      double radius = 0.6 + 0.4 * random.nextDouble();
      double px = x + width / 2 * (1 + radius * Math.cos(angle));
      double py = y + height / 2 * (1 + radius * Math.sin(angle));
      double[] at = {Math.rint(8 * px) / 8 + 1.0 / 16, Math.rint(8 * py) / 8 + 1.0 / 16};
      if (n == 0) {
        path.moveTo(at[0], at[1]);
      } else {
        path.lineTo(at[0], at[1]);
      }
    }
    path.closePath();
    return path;
  }
}
