package org.radcam.weasis.fakehost;

import java.net.URI;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.IntFunction;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.TagW;
import org.weasis.dicom.codec.DcmMediaReader;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;
import org.weasis.opencv.data.PlanarImage;

/** Reads one data set, of a file or made by a test, for the test host. */
public final class FakeReader implements DcmMediaReader {
  private final Attributes header;
  private final URI uri;
  private final IntFunction<PlanarImage> frames;
  private final Map<TagW, Object> tags;
  private int reads;
  private boolean closed;

  public FakeReader(Attributes header, URI uri) {
    this(header, uri, frame -> Pixels.frame(header, frame));
  }

  /**
   * One that decodes to what a test says.
   *
   * @param frames the image of each frame, from 0; null where it cannot be decoded
   */
  public FakeReader(Attributes header, URI uri, IntFunction<PlanarImage> frames) {
    this.header = header;
    this.uri = uri;
    this.frames = frames;
    this.tags = TagValues.ofImage(header, 0);
  }

  /** Values in the modality's units. */
  public static PlanarImage rescaled(PlanarImage stored, double slope, double intercept) {
    return Pixels.rescaled((PixelArray) stored, slope, intercept);
  }

  /** How often pixels were read. */
  public int reads() {
    return reads;
  }

  @Override
  public Attributes getDicomObject() {
    return header;
  }

  @Override
  public DicomSeries getMediaSeries() {
    return null;
  }

  @Override
  public boolean isEditableDicom() {
    return false;
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public DicomImageElement[] getMediaElement() {
    DicomImageElement[] frames = new DicomImageElement[getMediaElementNumber()];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = new DicomImageElement(this, i);
    }
    return frames;
  }

  @Override
  public MediaElement getPreview() {
    return getMediaElement()[0];
  }

  @Override
  public PlanarImage getImageFragment(MediaElement media) throws Exception {
    if (closed) {
      throw new IllegalStateException("the file was closed");
    }
    reads++;
    return frames.apply((Integer) media.getKey());
  }

  @Override
  public int getMediaElementNumber() {
    return header.getInt(Tag.NumberOfFrames, 1);
  }

  @Override
  public Map<TagW, Object> getMediaFragmentTags(Object key) {
    return key instanceof Integer frame && frame > 0 ? TagValues.ofImage(header, frame) : tags;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean containTagKey(TagW tag) {
    return tags.containsKey(tag);
  }

  @Override
  public Object getTagValue(TagW tag) {
    return tags.get(tag);
  }

  @Override
  public Iterator<Map.Entry<TagW, Object>> getTagEntrySetIterator() {
    return new HashMap<>(tags).entrySet().iterator();
  }

  @Override
  public void setTag(TagW tag, Object value) {
    tags.put(tag, value);
  }

  @Override
  public void setTagNoNull(TagW tag, Object value) {
    if (value != null) {
      setTag(tag, value);
    }
  }
}
