package org.weasis.core.api.explorer.model;

import java.util.Collection;
import java.util.List;
import org.weasis.core.api.media.data.MediaSeriesGroup;

public interface TreeModel {
  List<TreeModelNode> getModelStructure();

  Collection<MediaSeriesGroup> getChildren(MediaSeriesGroup mediaSeriesGroup);

  MediaSeriesGroup getHierarchyNode(MediaSeriesGroup mediaSeriesGroup, Object value);

  void addHierarchyNode(MediaSeriesGroup mediaSeriesGroup, MediaSeriesGroup mediaSeriesGroup2);

  void removeHierarchyNode(MediaSeriesGroup mediaSeriesGroup, MediaSeriesGroup mediaSeriesGroup2);

  MediaSeriesGroup getParent(MediaSeriesGroup mediaSeriesGroup, TreeModelNode treeModelNode);
}
