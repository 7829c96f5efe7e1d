package org.weasis.core.api.media.data;

import java.net.URI;
import java.util.Iterator;
import java.util.Map;
import org.radcam.weasis.hostapi.SignatureOnly;

public class MediaElement implements Taggable {
  public <E extends MediaElement> MediaElement(MediaReader<E> mediaReader, Object value) {
    throw new SignatureOnly();
  }

  public MediaReader<? extends MediaElement> getMediaReader() {
    throw new SignatureOnly();
  }

  public void setTag(TagW tagW, Object value) {
    throw new SignatureOnly();
  }

  public boolean containTagKey(TagW tagW) {
    throw new SignatureOnly();
  }

  public Object getTagValue(TagW tagW) {
    throw new SignatureOnly();
  }

  public TagW getTagElement(int value) {
    throw new SignatureOnly();
  }

  public void setTagNoNull(TagW tagW, Object value) {
    throw new SignatureOnly();
  }

  public Iterator<Map.Entry<TagW, Object>> getTagEntrySetIterator() {
    throw new SignatureOnly();
  }

  public void clearAllTags() {
    throw new SignatureOnly();
  }

  public void dispose() {
    throw new SignatureOnly();
  }

  public URI getMediaURI() {
    throw new SignatureOnly();
  }

  public String getName() {
    throw new SignatureOnly();
  }

  public Object getKey() {
    throw new SignatureOnly();
  }

  public long getLength() {
    throw new SignatureOnly();
  }

  public String getMimeType() {
    throw new SignatureOnly();
  }

  public final synchronized boolean isLoading() {
    throw new SignatureOnly();
  }
}
