package org.radcam.weasis.fakehost;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.api.media.data.MediaSeriesGroupNode;
import org.weasis.core.api.media.data.TagW;
import org.weasis.core.api.service.UICore;
import org.weasis.core.ui.editor.image.ViewerPlugin;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;
import org.weasis.dicom.codec.HiddenSeriesManager;
import org.weasis.dicom.codec.TagD;
import org.weasis.dicom.explorer.DicomModel;
import org.weasis.dicom.viewer2d.EventManager;
import org.weasis.dicom.viewer2d.View2dContainer;

/**
 * A small viewer for tests, with the classes of Weasis. Its parts are singletons, as they are
 * there: a test begins with {@link #reset}.
 *
 * <pre>{@code
 * FakeHost.reset();
 * DicomSeries series = new FakeSeries(new FakePatient("P1"), "CT", "Thorax")
 *     .grid(64, 64, 0.8, 0.8).rescale(1, -1024).volume(20, 2.5, pixels).load();
 * View2dContainer viewer = FakeHost.open(series);
 * FakeView view = FakeHost.view(viewer, 0);
 * }</pre>
 */
public final class FakeHost {
  private static final List<Path> UNREADABLE = new CopyOnWriteArrayList<>();
  private static final List<URI> LOADED = new CopyOnWriteArrayList<>();
  private static DicomModel model = new DicomModel();

  private FakeHost() {}

  /** Everything as it is when the viewer has just been started. */
  public static void reset() {
    UICore.getInstance().getViewerPlugins().forEach(ViewerPlugin::close);
    UICore.getInstance().clear();
    EventManager.getInstance().clear();
    HiddenSeriesManager.getInstance().clear();
    UNREADABLE.clear();
    LOADED.clear();
    model = new DicomModel();
  }

  /** The tree of patients. */
  public static DicomModel model() {
    return model;
  }

  /** Opens a viewer with a view for each series, and selects the first. */
  public static View2dContainer open(DicomSeries... series) {
    View2dContainer viewer = new View2dContainer(series.length);
    model.addPropertyChangeListener(viewer);
    for (int i = 0; i < series.length; i++) {
      viewer.getView2ds().get(i).setSeries(series[i]);
    }
    EventManager.getInstance().setSelectedView2dContainer(viewer);
    return viewer;
  }

  /** A view of a viewer. */
  public static FakeView view(View2dContainer viewer, int index) {
    return (FakeView) viewer.getView2ds().get(index);
  }

  /** Files that were loaded from outside, in their order. */
  public static List<URI> loaded() {
    return List.copyOf(LOADED);
  }

  /** Files that could not be read. */
  public static List<Path> unreadable() {
    return List.copyOf(UNREADABLE);
  }

  /** Notes a file that could not be read. */
  public static void unreadable(Path file) {
    UNREADABLE.add(file);
  }

  /** Puts a data set into a tree, under its patient, study and series. */
  public static DicomSeries load(Attributes header, URI uri, DicomModel into) {
    LOADED.add(uri);
    DicomSeries series = series(header, into);
    FakeReader reader = new FakeReader(header, uri);
    if (DicomModel.isHiddenModality(series)) {
      HiddenSeriesManager.getInstance()
          .add(new FakeRegion(reader), TagValues.patientPseudoUid(header));
    } else {
      for (DicomImageElement image : reader.getMediaElement()) {
        series.addMedia(image);
      }
    }
    return series;
  }

  private static DicomSeries series(Attributes header, DicomModel into) {
    MediaSeriesGroup patient =
        node(
            into,
            MediaSeriesGroupNode.rootNode,
            TagW.PatientPseudoUID,
            TagValues.patientPseudoUid(header),
            TagValues.ofPatient(header));
    MediaSeriesGroup study =
        node(
            into,
            patient,
            TagD.get(Tag.StudyInstanceUID),
            header.getString(Tag.StudyInstanceUID),
            TagValues.ofStudy(header));
    String uid = header.getString(Tag.SeriesInstanceUID);
    if (into.getHierarchyNode(study, uid) instanceof DicomSeries known) {
      return known;
    }
    DicomSeries series = new DicomSeries(uid);
    series.setTag(TagW.ExplorerModel, into);
    TagValues.ofSeries(header).forEach(series::setTag);
    series.setTagNoNull(TagD.get(Tag.PatientName), header.getString(Tag.PatientName));
    series.setTagNoNull(TagD.get(Tag.StudyDescription), header.getString(Tag.StudyDescription));
    into.addHierarchyNode(study, series);
    return series;
  }

  private static MediaSeriesGroup node(
      DicomModel into, MediaSeriesGroup parent, TagW id, String value, Map<TagW, Object> tags) {
    MediaSeriesGroup known = into.getHierarchyNode(parent, value);
    if (known != null) {
      return known;
    }
    MediaSeriesGroupNode made = new MediaSeriesGroupNode(id, value, null);
    tags.forEach(made::setTag);
    into.addHierarchyNode(parent, made);
    return made;
  }
}
