package org.radcam.weasis.osgi;

import java.awt.Component;
import java.awt.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.radcam.weasis.panel.state.Messages;
import org.weasis.core.api.gui.Insertable;
import org.weasis.core.api.gui.InsertableFactory;
import org.weasis.core.ui.docking.PluginTool;

/** The plugin as the viewer has it: by its services. Its panel is found as a user finds it. */
final class PluginInViewer {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final BundleContext context;

  PluginInViewer(BundleContext context) {
    this.context = context;
  }

  /** What makes tools and toolbars. */
  List<InsertableFactory> factories() throws Exception {
    Collection<ServiceReference<InsertableFactory>> found =
        context.getServiceReferences(InsertableFactory.class, null);
    return found.stream().map(context::getService).toList();
  }

  /** The panel, once the plugin offers it. */
  Component panel() throws Exception {
    await(() -> factories().size() == 2);
    InsertableFactory factory =
        factories().stream()
            .filter(each -> each.getType() == Insertable.Type.TOOL)
            .findFirst()
            .orElseThrow();
    // As Weasis does for tools.
    return onEventThread(() -> ((PluginTool) factory.createInstance(null)).getToolComponent());
  }

  /** Presses Run as soon as it can be. */
  static void run(Component panel) throws Exception {
    String text = Messages.text("run");
    await(
        () ->
            all(panel)
                .filter(AbstractButton.class::isInstance)
                .map(AbstractButton.class::cast)
                .filter(button -> text.equals(button.getText()) && button.isEnabled())
                .findFirst()
                .map(
                    button -> {
                      button.doClick();
                      return true;
                    })
                .orElse(false));
  }

  /** What a screen reader would say of the parts. On the event thread. */
  static List<String> names(Component panel) {
    return all(panel)
        .map(Component::getAccessibleContext)
        .filter(Objects::nonNull)
        .map(AccessibleContext::getAccessibleName)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Stream<Component> all(Component root) {
    return root instanceof Container container
        ? Stream.concat(
            Stream.of(root), Arrays.stream(container.getComponents()).flatMap(PluginInViewer::all))
        : Stream.of(root);
  }

  /** Waits, not on the event thread, until something is so there. */
  static void await(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!onEventThread(condition)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("That did not come within " + PATIENCE + ".");
      }
      Thread.sleep(20);
    }
  }

  static <T> T onEventThread(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    SwingUtilities.invokeLater(task);
    return task.get();
  }
}
