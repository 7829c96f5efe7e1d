package org.radcam.weasis.host;

import java.util.Optional;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.dicom.codec.DicomImageElement;

/** Which series and image of the viewer is which of the plugin's. */
interface SeriesBook {

  /** A series of images; the same one is equal each time. */
  ViewerSeries series(MediaSeries<DicomImageElement> series);

  /** The number of an image in its series; empty where it is none of the series. */
  Optional<ViewedImage> viewed(MediaSeries<DicomImageElement> series, DicomImageElement image);

  /** The viewer's own image; empty where the series has it no more. */
  Optional<DicomImageElement> element(ViewedImage image);

  /** What a view shows; empty where it shows nothing. */
  default Optional<ViewedImage> viewed(ViewCanvas<DicomImageElement> view) {
    MediaSeries<DicomImageElement> series = view.getSeries();
    DicomImageElement image = view.getImage();
    return series == null || image == null ? Optional.empty() : viewed(series, image);
  }
}
