package org.radcam.fiji.host;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.concurrent.Future;
import org.scijava.Context;
import org.scijava.platform.PlatformService;
import org.scijava.thread.ThreadService;

/** The web browser of the person at the screen. */
public final class Browser {
  private Browser() {}

  /**
   * Opens a page, unless nobody is there. Does not wait for the browser: some end only when they
   * are closed.
   */
  public static void open(Context context, Path page) throws IOException {
    if (!Host.attended()) {
      return;
    }
    URL url = page.toUri().toURL();
    PlatformService platform = context.service(PlatformService.class);
    Future<?> unused = context.service(ThreadService.class).run(() -> open(platform, url, page));
  }

  private static void open(PlatformService platform, URL url, Path page) {
    try {
      platform.open(url);
    } catch (IOException e) {
      Host.note("No browser could be opened. Open " + page + " yourself.");
    }
  }
}
