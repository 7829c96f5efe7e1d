package org.weasis.dicom.explorer;

import java.beans.PropertyChangeListener;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.explorer.ObservableEvent;
import org.weasis.core.api.explorer.model.DataExplorerModel;
import org.weasis.core.api.explorer.model.TreeModel;
import org.weasis.core.api.explorer.model.TreeModelNode;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.dicom.codec.DicomImageElement;

public class DicomModel implements TreeModel, DataExplorerModel {
  public static final String NAME = null;
  public static final TreeModelNode patient = null;
  public static final TreeModelNode study = null;
  public static final TreeModelNode series = null;
  public static final ExecutorService LOADING_EXECUTOR = null;

  public DicomModel() {
    throw new SignatureOnly();
  }

  public Collection<MediaSeriesGroup> getChildren(MediaSeriesGroup mediaSeriesGroup) {
    throw new SignatureOnly();
  }

  public MediaSeriesGroup getHierarchyNode(MediaSeriesGroup mediaSeriesGroup, Object value) {
    throw new SignatureOnly();
  }

  public MediaSeriesGroup getStudyNode(String text) {
    throw new SignatureOnly();
  }

  public MediaSeriesGroup getSeriesNode(String text) {
    throw new SignatureOnly();
  }

  public void addHierarchyNode(
      MediaSeriesGroup mediaSeriesGroup, MediaSeriesGroup mediaSeriesGroup2) {
    throw new SignatureOnly();
  }

  public void removeHierarchyNode(
      MediaSeriesGroup mediaSeriesGroup, MediaSeriesGroup mediaSeriesGroup2) {
    throw new SignatureOnly();
  }

  public MediaSeriesGroup getParent(
      MediaSeriesGroup mediaSeriesGroup, TreeModelNode treeModelNode) {
    throw new SignatureOnly();
  }

  public void dispose() {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  public List<TreeModelNode> getModelStructure() {
    throw new SignatureOnly();
  }

  public void addPropertyChangeListener(PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void removePropertyChangeListener(PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void firePropertyChange(ObservableEvent observableEvent) {
    throw new SignatureOnly();
  }

  public void removeSeries(MediaSeriesGroup mediaSeriesGroup) {
    throw new SignatureOnly();
  }

  public void removeStudy(MediaSeriesGroup mediaSeriesGroup) {
    throw new SignatureOnly();
  }

  public void removePatient(MediaSeriesGroup mediaSeriesGroup) {
    throw new SignatureOnly();
  }

  public static boolean isHiddenModality(MediaSeries<?> mediaSeries) {
    throw new SignatureOnly();
  }

  public static String getPatientPseudoUID(MediaSeries<DicomImageElement> mediaSeries) {
    throw new SignatureOnly();
  }

  public TreeModelNode getTreeModelNodeForNewPlugin() {
    throw new SignatureOnly();
  }
}
