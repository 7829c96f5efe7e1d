package org.weasis.core.api.media.data;

import java.net.URI;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/** What a reader has read, in the test host: of a file with several frames, each is one. */
public class MediaElement implements Taggable {
  private final MediaReader<? extends MediaElement> reader;
  private final Object key;
  private final Map<TagW, Object> tags;
  private boolean disposed;

  public <E extends MediaElement> MediaElement(MediaReader<E> reader, Object key) {
    this.reader = Objects.requireNonNull(reader);
    this.key = key == null ? Integer.valueOf(0) : key;
    this.tags = reader.getMediaFragmentTags(this.key);
  }

  public MediaReader<? extends MediaElement> getMediaReader() {
    return reader;
  }

  @Override
  public void setTag(TagW tag, Object value) {
    tags.put(tag, value);
  }

  @Override
  public boolean containTagKey(TagW tag) {
    return tags.containsKey(tag);
  }

  @Override
  public Object getTagValue(TagW tag) {
    return tag == null ? null : tags.get(tag);
  }

  public TagW getTagElement(int id) {
    return tags.keySet().stream().filter(tag -> tag.getId() == id).findFirst().orElse(null);
  }

  @Override
  public void setTagNoNull(TagW tag, Object value) {
    if (value != null) {
      setTag(tag, value);
    }
  }

  @Override
  public Iterator<Map.Entry<TagW, Object>> getTagEntrySetIterator() {
    return tags.entrySet().iterator();
  }

  public void clearAllTags() {
    tags.clear();
  }

  public void dispose() {
    disposed = true;
    reader.close();
  }

  /** Whether its series was closed. */
  protected final boolean isDisposed() {
    return disposed;
  }

  public URI getMediaURI() {
    return reader.getUri();
  }

  public String getName() {
    return getMediaURI().toString();
  }

  public Object getKey() {
    return key;
  }

  public long getLength() {
    return 0;
  }

  public String getMimeType() {
    return "application/dicom";
  }

  public final synchronized boolean isLoading() {
    return false;
  }
}
