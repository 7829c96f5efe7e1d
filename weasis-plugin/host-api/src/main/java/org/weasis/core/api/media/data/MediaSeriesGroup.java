package org.weasis.core.api.media.data;

public interface MediaSeriesGroup extends Taggable {
  TagW getTagID();

  boolean matchIdValue(Object value);

  TagW getTagElement(int value);

  void dispose();
}
