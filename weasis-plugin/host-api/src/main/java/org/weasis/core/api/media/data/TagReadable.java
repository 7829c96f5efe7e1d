package org.weasis.core.api.media.data;

import java.util.Iterator;
import java.util.Map;

public interface TagReadable {
  boolean containTagKey(TagW tagW);

  Object getTagValue(TagW tagW);

  Iterator<Map.Entry<TagW, Object>> getTagEntrySetIterator();
}
