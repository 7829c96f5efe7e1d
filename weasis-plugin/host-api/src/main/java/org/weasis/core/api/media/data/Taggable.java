package org.weasis.core.api.media.data;

public interface Taggable extends TagReadable {
  void setTag(TagW tagW, Object value);

  void setTagNoNull(TagW tagW, Object value);
}
