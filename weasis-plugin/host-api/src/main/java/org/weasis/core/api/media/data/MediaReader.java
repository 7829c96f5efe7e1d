package org.weasis.core.api.media.data;

import java.io.File;
import java.net.URI;
import java.util.Map;
import org.weasis.core.api.explorer.model.DataExplorerModel;
import org.weasis.opencv.data.PlanarImage;

public interface MediaReader<E extends MediaElement> extends Taggable {
  URI getUri();

  E[] getMediaElement();

  MediaSeries<E> getMediaSeries();

  boolean delegate(DataExplorerModel dataExplorerModel);

  MediaElement getPreview();

  PlanarImage getImageFragment(MediaElement mediaElement) throws Exception;

  int getMediaElementNumber();

  String getMediaFragmentMimeType();

  Map<TagW, Object> getMediaFragmentTags(Object value);

  void close();

  String[] getReaderDescription();

  Object getTagValue(TagW tagW);

  void replaceURI(URI uRI);

  boolean buildFile(File file);
}
