package org.radcam.weasis.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcam.weasis.fakehost.FakeHost;
import org.radcam.weasis.fakehost.FakePatient;
import org.radcam.weasis.fakehost.FakeSeries;
import org.radcam.weasis.fakehost.FakeView;
import org.weasis.dicom.codec.DicomSeries;

class HeatOverlayTest {
  private static final int SIDE = 600;

  @BeforeEach
  @AfterEach
  void reset() {
    FakeHost.reset();
  }

  private static boolean paintsWhite(HeatOverlay overlay) {
    BufferedImage screen = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = screen.createGraphics();
    overlay.paint(graphics);
    graphics.dispose();
    for (int pixel : screen.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE)) {
      if (pixel == Color.WHITE.getRGB()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void heatThatCannotBePaintedIsTriedOnceAnImageAndSaysSo() {
    DicomSeries series =
        new FakeSeries(new FakePatient("P1"), "CT", "Test")
            .grid(8, 8, 1, 1)
            .volume(2, 1, (i, j, k) -> 0)
            .load();
    FakeView view = FakeHost.view(FakeHost.open(series), 0);
    AtomicInteger asked = new AtomicInteger();
    boolean[] memoryIsShort = {true};
    HeatOverlay overlay =
        new HeatOverlay(
            view,
            shown -> {
              asked.incrementAndGet();
              if (memoryIsShort[0]) {
                throw new OutOfMemoryError("as if");
              }
              return Optional.empty();
            });
    overlay.setSize(SIDE, SIDE);
    assertThat(paintsWhite(overlay)).isTrue();
    assertThat(paintsWhite(overlay)).isTrue();
    assertThat(asked).hasValue(1);
    view.showImage(series.getMedia(1, null, null));
    assertThat(paintsWhite(overlay)).isTrue();
    assertThat(asked).hasValue(2);
    memoryIsShort[0] = false;
    overlay.refresh();
    assertThat(paintsWhite(overlay)).isFalse();
    assertThat(asked).hasValue(3);
  }
}
