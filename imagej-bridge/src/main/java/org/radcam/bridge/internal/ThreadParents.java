package org.radcam.bridge.internal;

import java.lang.reflect.Field;
import java.util.WeakHashMap;
import org.scijava.thread.DefaultThreadService;

/**
 * Which thread called which. SciJava (2.100.1) keeps this in a {@link WeakHashMap} that all its
 * threads change at once: now and then an entry is lost, and with it a macro's options and active
 * image, for the command and for those after it. This is the same map, changed by one at a time.
 */
final class ThreadParents extends WeakHashMap<Thread, Thread> {
  private ThreadParents() {}

  /** Takes the place of SciJava's map, once for the JVM. */
  static synchronized void install() {
    try {
      Field parents = DefaultThreadService.class.getDeclaredField("parents");
      parents.setAccessible(true);
      if (!(parents.get(null) instanceof ThreadParents)) {
        parents.set(null, new ThreadParents());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("SciJava keeps the parents of threads elsewhere now", e);
    }
  }

  @Override
  public synchronized Thread get(Object thread) {
    return super.get(thread);
  }

  @Override
  public synchronized Thread put(Thread thread, Thread parent) {
    return super.put(thread, parent);
  }

  @Override
  public synchronized Thread remove(Object thread) {
    return super.remove(thread);
  }
}
