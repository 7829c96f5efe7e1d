package org.weasis.core.api.media.data;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/** A patient, study or series of the test host; equal to one with the same identifier. */
public class MediaSeriesGroupNode implements MediaSeriesGroup {
  public static final MediaSeriesGroup rootNode =
      new MediaSeriesGroupNode(new TagW(0, "Root", null), "root", null);

  private final TagW idTag;
  private final TagView view;
  private final Map<TagW, Object> tags = new HashMap<>();

  public MediaSeriesGroupNode(TagW idTag, Object id, TagView view) {
    this.idTag = Objects.requireNonNull(idTag);
    this.view = view == null ? new TagView(idTag) : view;
    tags.put(idTag, Objects.requireNonNull(id));
  }

  @Override
  public TagW getTagID() {
    return idTag;
  }

  @Override
  public boolean containTagKey(TagW tag) {
    return tags.containsKey(tag);
  }

  @Override
  public boolean matchIdValue(Object id) {
    return Objects.equals(tags.get(idTag), id);
  }

  @Override
  public String toString() {
    return view.text(this);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tags.get(idTag));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MediaSeriesGroupNode node
        && node.getClass() == getClass()
        && matchIdValue(node.getTagValue(idTag));
  }

  @Override
  public void setTag(TagW tag, Object value) {
    if (tag != null && !tag.equals(idTag)) {
      tags.put(tag, value);
    }
  }

  public void removeTag(TagW tag) {
    if (!idTag.equals(tag)) {
      tags.remove(tag);
    }
  }

  @Override
  public void setTagNoNull(TagW tag, Object value) {
    if (value != null) {
      setTag(tag, value);
    }
  }

  @Override
  public Object getTagValue(TagW tag) {
    return tag == null ? null : tags.get(tag);
  }

  @Override
  public TagW getTagElement(int id) {
    return tags.keySet().stream().filter(tag -> tag.getId() == id).findFirst().orElse(null);
  }

  @Override
  public Iterator<Map.Entry<TagW, Object>> getTagEntrySetIterator() {
    return tags.entrySet().iterator();
  }

  @Override
  public void dispose() {
    // A node holds nothing.
  }
}
