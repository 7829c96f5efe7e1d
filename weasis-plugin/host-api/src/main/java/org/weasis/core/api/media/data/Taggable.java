package org.weasis.core.api.media.data;

import org.radcam.weasis.hostapi.SignatureOnly;

public interface Taggable extends TagReadable {
  void setTag(TagW tagW, Object value);

  void setTagNoNull(TagW tagW, Object value);

  default void copyTags(TagW[] tagW, MediaElement mediaElement, boolean flag) {
    throw new SignatureOnly();
  }
}
