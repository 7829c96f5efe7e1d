package org.radcam.weasis.host;

import java.awt.Window;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import javax.swing.JOptionPane;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.radcam.Version;
import org.radcam.weasis.panel.PluginSettings;
import org.radcam.weasis.panel.PreferencesPanel;
import org.radcam.weasis.panel.RadcamPanel;
import org.radcam.weasis.panel.StoredSettings;
import org.radcam.weasis.run.ClassificationQueue;
import org.radcam.zoo.ModelZoo;
import org.weasis.core.api.gui.Insertable;
import org.weasis.core.api.gui.InsertableFactory;
import org.weasis.core.api.gui.PreferencesPageFactory;
import org.weasis.core.api.gui.util.GuiUtils;
import org.weasis.dicom.viewer2d.EventManager;
import org.weasis.dicom.viewer2d.View2dContainer;

/**
 * All that the plugin adds to Weasis: menu, toolbar, tool, preferences page, heat maps over views.
 * On the event dispatch thread.
 *
 * <p>The services for Weasis are registered and taken back here, on that thread, and not as
 * components of their own: Weasis takes a tool or toolbar off its viewers while its factory is
 * being unregistered, but puts that off if it is told on another thread, and then finds the factory
 * gone and keeps the tool for good; what it still has then, {@link ViewerParts} takes off it.
 */
final class Contributions implements AutoCloseable, PluginMenu.Actions {
  private final PluginSettings settings;
  private final RadcamPanel panel;
  private final RadcamTool tool;

  /** What has been done is undone in the reverse order. */
  private final Deque<Runnable> undo = new ArrayDeque<>();

  Contributions(BundleContext context, ClassificationQueue queue) {
    try {
      OpenSeries book = new OpenSeries();
      WeasisViewer viewer = new WeasisViewer(book);
      undo.push(viewer::close);
      undo.push(viewer.listen(book::forgetClosed)::close);
      settings = new StoredSettings(new PersistedTexts(), PluginFolders.captures());
      queue.keepModel(settings.keepModel());
      settings.listen(() -> queue.keepModel(settings.keepModel()));
      panel =
          new RadcamPanel(
              viewer,
              queue,
              () -> zoo(settings.packageFolder()),
              settings,
              new SecondaryCapture(book::source, Clock.system(ZoneId.systemDefault())));
      undo.push(panel::close);
      ViewerParts parts = new ViewerParts();
      undo.push(parts::close);
      tool = parts.given(new RadcamTool(panel));
      undo.push(tool::closeDockable);
      insert(context, new InsertableOf<>(Insertable.Type.TOOL, RadcamTool.class, () -> tool));
      insert(
          context,
          new InsertableOf<>(
              Insertable.Type.TOOLBAR,
              RadcamToolBar.class,
              () -> parts.given(new RadcamToolBar(this::openPanel))));
      PreferencesPageFactory pages = new PreferencesPages(this::preferences);
      take(context.registerService(PreferencesPageFactory.class, pages, null));
      PluginMenu menu = new PluginMenu(this);
      undo.push(menu::close);
      if (EventManager.getInstance().getSelectedView2dContainer() instanceof View2dContainer) {
        // Weasis shows a new tool at the next change of the viewer only.
        tool.showDockable();
      }
    } catch (RuntimeException | LinkageError e) {
      close();
      throw e;
    }
  }

  @SuppressWarnings("JdkObsolete") // OSGi's own signature
  private void insert(BundleContext context, InsertableFactory factory) {
    Dictionary<String, Object> properties = new Hashtable<>();
    // Weasis reads this as a text.
    properties.put(View2dContainer.class.getName(), "true");
    take(context.registerService(InsertableFactory.class, factory, properties));
  }

  private void take(ServiceRegistration<?> registration) {
    undo.push(
        () -> {
          try {
            registration.unregister();
          } catch (IllegalStateException e) {
            // The framework was quicker.
          }
        });
  }

  private static ModelZoo zoo(Optional<Path> folder) {
    return folder.map(ModelZoo::withUserFolder).orElseGet(ModelZoo::standard);
  }

  private PreferencesPanel preferences() {
    return new PreferencesPanel(settings, Contributions::zoo);
  }

  @Override
  public void openTask(String key) {
    panel.selectTask(key);
    openPanel();
  }

  @Override
  public void openPanel() {
    tool.open();
  }

  @Override
  public void openResults() {
    PluginFolders.show(window(), settings.resultsFolder());
  }

  @Override
  public void openPreferences() {
    PreferencesPanel content = preferences();
    try {
      if (PluginDialog.confirmed(window(), "RadCAM Preferences", content)) {
        content.apply();
      }
    } finally {
      content.close();
    }
  }

  @Override
  public void about() {
    JOptionPane.showMessageDialog(
        window(),
        "RadCAM "
            + Version.current()
            + "\nRadiology image classification that explains itself.\n \n"
            + "For research and teaching. Not a medical device, not for clinical use.\n"
            + "It computes on this computer; nothing is sent anywhere.\n \n"
            + "How to use it: docs/weasis.md in RadCAM's folder. Licence: Apache-2.0.",
        "About RadCAM",
        JOptionPane.PLAIN_MESSAGE,
        new RadcamIcon(GuiUtils.getScaleLength(48)));
  }

  private static Window window() {
    return GuiUtils.getUICore().getApplicationWindow();
  }

  @Override
  public void close() {
    while (!undo.isEmpty()) {
      EventThread.safely(undo.pop());
    }
  }
}
