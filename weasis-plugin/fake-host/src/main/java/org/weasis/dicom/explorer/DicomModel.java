package org.weasis.dicom.explorer;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.SwingUtilities;
import org.dcm4che3.data.Tag;
import org.weasis.core.api.explorer.ObservableEvent;
import org.weasis.core.api.explorer.model.DataExplorerModel;
import org.weasis.core.api.explorer.model.TreeModel;
import org.weasis.core.api.explorer.model.TreeModelNode;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.api.media.data.MediaSeriesGroupNode;
import org.weasis.core.api.media.data.TagView;
import org.weasis.core.api.media.data.TagW;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.TagD;

/** The tree of patients, studies and series of the test host. */
public class DicomModel implements TreeModel, DataExplorerModel {
  public static final String NAME = String.valueOf("DICOM");
  public static final TreeModelNode patient = node(1, TagW.PatientPseudoUID);
  public static final TreeModelNode study = node(2, TagD.get(Tag.StudyInstanceUID));
  public static final TreeModelNode series = node(3, TagW.SubseriesInstanceUID);
  public static final ExecutorService LOADING_EXECUTOR =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "test host loads");
            thread.setDaemon(true);
            return thread;
          });
  private static final Set<String> HIDDEN = Set.of("SEG", "RTSTRUCT", "PR", "KO");

  /** Each node, in the order in which they came, and the node above it. */
  private final Map<MediaSeriesGroup, MediaSeriesGroup> parents = new LinkedHashMap<>();

  private final PropertyChangeSupport listeners = new PropertyChangeSupport(this);

  public DicomModel() {}

  private static TreeModelNode node(int depth, TagW tag) {
    return new TreeModelNode(depth, 0, tag, new TagView(tag));
  }

  @Override
  public synchronized Collection<MediaSeriesGroup> getChildren(MediaSeriesGroup group) {
    List<MediaSeriesGroup> children = new ArrayList<>();
    parents.forEach(
        (node, parent) -> {
          if (parent.equals(group)) {
            children.add(node);
          }
        });
    return children;
  }

  @Override
  public MediaSeriesGroup getHierarchyNode(MediaSeriesGroup parent, Object id) {
    return getChildren(parent).stream()
        .filter(node -> node.matchIdValue(id))
        .findFirst()
        .orElse(null);
  }

  public MediaSeriesGroup getStudyNode(String uid) {
    return find(study, uid);
  }

  public MediaSeriesGroup getSeriesNode(String uid) {
    return find(series, uid);
  }

  private synchronized MediaSeriesGroup find(TreeModelNode level, String uid) {
    return parents.keySet().stream()
        .filter(node -> node.getTagID().equals(level.tagElement()) && node.matchIdValue(uid))
        .findFirst()
        .orElse(null);
  }

  @Override
  public synchronized void addHierarchyNode(MediaSeriesGroup parent, MediaSeriesGroup node) {
    parents.put(node, parent);
  }

  @Override
  public synchronized void removeHierarchyNode(MediaSeriesGroup parent, MediaSeriesGroup node) {
    parents.remove(node, parent);
  }

  @Override
  public synchronized MediaSeriesGroup getParent(MediaSeriesGroup node, TreeModelNode level) {
    MediaSeriesGroup group = node;
    while (group != null && !group.getTagID().equals(level.tagElement())) {
      group = parents.get(group);
    }
    return group;
  }

  @Override
  public List<TreeModelNode> getModelStructure() {
    return List.of(patient, study, series);
  }

  public void dispose() {
    for (MediaSeriesGroup group : List.copyOf(getChildren(MediaSeriesGroupNode.rootNode))) {
      removePatient(group);
    }
  }

  @Override
  public String toString() {
    return NAME;
  }

  @Override
  public void addPropertyChangeListener(PropertyChangeListener listener) {
    listeners.addPropertyChangeListener(listener);
  }

  @Override
  public void removePropertyChangeListener(PropertyChangeListener listener) {
    listeners.removePropertyChangeListener(listener);
  }

  /** Listeners are told on the event dispatch thread. */
  @Override
  public void firePropertyChange(ObservableEvent event) {
    if (SwingUtilities.isEventDispatchThread()) {
      listeners.firePropertyChange(event);
    } else {
      SwingUtilities.invokeLater(() -> listeners.firePropertyChange(event));
    }
  }

  /** Takes a series away: views that show it are told first, then its images are disposed of. */
  public void removeSeries(MediaSeriesGroup group) {
    firePropertyChange(new ObservableEvent(ObservableEvent.BasicAction.REMOVE, this, null, group));
    removeHierarchyNode(getParent(group, study), group);
    group.dispose();
  }

  public void removeStudy(MediaSeriesGroup group) {
    List.copyOf(getChildren(group)).forEach(this::removeSeries);
    removeHierarchyNode(getParent(group, patient), group);
  }

  public void removePatient(MediaSeriesGroup group) {
    List.copyOf(getChildren(group)).forEach(this::removeStudy);
    removeHierarchyNode(MediaSeriesGroupNode.rootNode, group);
  }

  public static boolean isHiddenModality(MediaSeries<?> group) {
    return HIDDEN.contains(TagD.getTagValue(group, Tag.Modality, String.class));
  }

  public static String getPatientPseudoUID(MediaSeries<DicomImageElement> images) {
    MediaElement first = images.getMedia(0, null, null);
    return first == null ? null : (String) first.getTagValue(TagW.PatientPseudoUID);
  }

  @Override
  public TreeModelNode getTreeModelNodeForNewPlugin() {
    return patient;
  }
}
