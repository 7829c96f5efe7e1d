package org.weasis.core.api.media.data;

/** How a node of the tree is named, in the test host: by a tag's value. */
public class TagView {
  private final TagW tag;

  public TagView(TagW tag) {
    this.tag = tag;
  }

  String text(TagReadable node) {
    return String.valueOf(node.getTagValue(tag));
  }
}
