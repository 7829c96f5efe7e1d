package org.weasis.core.api.media.data;

import java.util.Iterator;
import java.util.Map;
import org.radcam.weasis.hostapi.SignatureOnly;

public class MediaSeriesGroupNode implements MediaSeriesGroup {
  public static final MediaSeriesGroup rootNode = null;

  public MediaSeriesGroupNode(TagW tagW, Object value, TagView tagView) {
    throw new SignatureOnly();
  }

  public TagW getTagID() {
    throw new SignatureOnly();
  }

  public boolean containTagKey(TagW tagW) {
    throw new SignatureOnly();
  }

  public boolean matchIdValue(Object value) {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  @Override
  public int hashCode() {
    throw new SignatureOnly();
  }

  @Override
  public boolean equals(Object value) {
    throw new SignatureOnly();
  }

  public void setTag(TagW tagW, Object value) {
    throw new SignatureOnly();
  }

  public void removeTag(TagW tagW) {
    throw new SignatureOnly();
  }

  public void setTagNoNull(TagW tagW, Object value) {
    throw new SignatureOnly();
  }

  public Object getTagValue(TagW tagW) {
    throw new SignatureOnly();
  }

  public TagW getTagElement(int value) {
    throw new SignatureOnly();
  }

  public Iterator<Map.Entry<TagW, Object>> getTagEntrySetIterator() {
    throw new SignatureOnly();
  }

  public void dispose() {
    throw new SignatureOnly();
  }
}
