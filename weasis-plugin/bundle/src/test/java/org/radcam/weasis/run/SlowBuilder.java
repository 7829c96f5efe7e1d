package org.radcam.weasis.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.radcam.Progress;
import org.radcam.classify.Case;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.weasis.viewer.ViewedImage;

/** Makes a small chest X-ray, but only when it is let; counts how many are made at once. */
final class SlowBuilder implements CaseBuilder {
  /** What it reports before it waits. */
  static final String HALF = "Half of it";

  final AtomicInteger built = new AtomicInteger();
  final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  private final Semaphore let = new Semaphore(0);
  volatile Progress progress;
  volatile ClassLoader contextClassLoader;
  volatile Thread thread;

  /** Lets that many be made. */
  void let(int count) {
    let.release(count);
  }

  @Override
  public ViewerCase build(ClassifyRequest request, Progress watched) {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      progress = watched;
      thread = Thread.currentThread();
      contextClassLoader = thread.getContextClassLoader();
      watched.report(0.5, HALF);
      let.acquireUninterruptibly();
      built.incrementAndGet();
      return xray(request);
    } finally {
      now.decrementAndGet();
    }
  }

  static ViewerCase xray(ClassifyRequest request) {
    Geometry grid = Geometry.uncalibrated(Size.of(40, 30));
    float[] values = new float[grid.size().voxels()];
    for (int n = 0; n < values.length; n++) {
      values[n] = n % 97;
    }
    SourceImage image = new SourceImage("x", new Volume(grid, values), ImageTraits.UNKNOWN);
    ViewedImage viewed = request.images().get("CXR");
    return new ViewerCase(
        Case.of("CXR", image, Optional.empty()),
        Map.of("CXR", new ViewerCase.Layout(viewed.series(), grid, List.of(viewed.image()))));
  }
}
