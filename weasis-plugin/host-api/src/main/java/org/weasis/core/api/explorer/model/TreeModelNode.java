package org.weasis.core.api.explorer.model;

import org.weasis.core.api.media.data.TagView;
import org.weasis.core.api.media.data.TagW;

public record TreeModelNode(int depth, int nodePosition, TagW tagElement, TagView tagView) {}
