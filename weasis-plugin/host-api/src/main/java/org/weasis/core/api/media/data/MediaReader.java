package org.weasis.core.api.media.data;

import java.net.URI;
import java.util.Map;
import org.weasis.opencv.data.PlanarImage;

public interface MediaReader<E extends MediaElement> extends Taggable {
  URI getUri();

  E[] getMediaElement();

  MediaSeries<E> getMediaSeries();

  MediaElement getPreview();

  PlanarImage getImageFragment(MediaElement mediaElement) throws Exception;

  int getMediaElementNumber();

  Map<TagW, Object> getMediaFragmentTags(Object value);

  void close();

  Object getTagValue(TagW tagW);
}
