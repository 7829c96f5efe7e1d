package org.radcam.weasis.host;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.Timer;
import org.radcam.weasis.viewer.Viewer.Subscription;
import org.weasis.core.ui.editor.SeriesViewerEvent;
import org.weasis.core.ui.editor.SeriesViewerListener;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.model.GraphicModel;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.viewer2d.EventManager;

/**
 * Watches the 2D views: which there are, what they show, what is drawn. On the event dispatch
 * thread.
 *
 * <ul>
 *   <li>A view is seen when a viewer tells that its views, its layout or the selection changed.
 *   <li>A view's image changes together with the model of its drawings, which a view tells.
 *   <li>Each drawing tells of its changes.
 *   <li>Those who listen hear of several changes at once, a moment later: drawing makes hundreds.
 * </ul>
 *
 * <p>Nothing here keeps a view or a series in memory.
 */
final class ViewChanges implements SeriesViewerListener, PropertyChangeListener, AutoCloseable {
  /** The property that a view of Weasis tells when it shows another image. */
  private static final String IMAGE = "graphicManager";

  private static final int MOMENT_MILLISECONDS = 100;

  private final Consumer<List<ViewCanvas<DicomImageElement>>> views;
  private final List<Runnable> listeners = new ArrayList<>();
  private final Set<JComponent> watched = Collections.newSetFromMap(new WeakHashMap<>());
  private final Set<GraphicModel> models = Collections.newSetFromMap(new WeakHashMap<>());
  private final Timer timer = new Timer(MOMENT_MILLISECONDS, event -> tell());
  private boolean closed;

  /**
   * Begins to watch.
   *
   * @param views is told of all views that there are whenever some may be new
   */
  ViewChanges(Consumer<List<ViewCanvas<DicomImageElement>>> views) {
    this.views = views;
    timer.setRepeats(false);
    EventManager.getInstance().addSeriesViewerListener(this);
    look();
  }

  Subscription listen(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  @Override
  public void changingViewContentEvent(SeriesViewerEvent event) {
    // The viewer is about to change; and it may tell from another thread.
    EventThread.later(this::changed);
  }

  @Override
  public void propertyChange(PropertyChangeEvent event) {
    if (IMAGE.equals(event.getPropertyName())) {
      EventThread.later(this::changed);
    } else {
      EventThread.later(this::tellSoon);
    }
  }

  private void changed() {
    look();
    tellSoon();
  }

  private void tellSoon() {
    if (!closed && !timer.isRunning()) {
      timer.start();
    }
  }

  private void tell() {
    List.copyOf(listeners).forEach(EventThread::safely);
  }

  private void look() {
    if (closed) {
      return;
    }
    List<ViewCanvas<DicomImageElement>> open = OpenViews.all();
    List<JComponent> components = open.stream().map(ViewCanvas::getJComponent).toList();
    List<GraphicModel> drawn = open.stream().map(ViewCanvas::getGraphicManager).toList();
    for (JComponent gone : List.copyOf(watched)) {
      if (!components.contains(gone)) {
        gone.removePropertyChangeListener(IMAGE, this);
        watched.remove(gone);
      }
    }
    for (GraphicModel gone : List.copyOf(models)) {
      if (!drawn.contains(gone)) {
        gone.removeGraphicChangeHandler(this);
        models.remove(gone);
      }
    }
    for (JComponent component : components) {
      if (watched.add(component)) {
        component.addPropertyChangeListener(IMAGE, this);
      }
    }
    for (GraphicModel model : drawn) {
      if (models.add(model)) {
        model.addGraphicChangeHandler(this);
      }
    }
    views.accept(open);
  }

  @Override
  public void close() {
    closed = true;
    timer.stop();
    listeners.clear();
    EventManager.getInstance().removeSeriesViewerListener(this);
    List.copyOf(watched).forEach(view -> view.removePropertyChangeListener(IMAGE, this));
    List.copyOf(models).forEach(model -> model.removeGraphicChangeHandler(this));
    watched.clear();
    models.clear();
  }
}
