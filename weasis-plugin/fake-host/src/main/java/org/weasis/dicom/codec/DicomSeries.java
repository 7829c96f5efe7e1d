package org.weasis.dicom.codec;

import java.util.Collections;
import java.util.List;
import org.dcm4che3.data.Tag;
import org.weasis.core.api.explorer.ObservableEvent;
import org.weasis.core.api.media.data.Series;
import org.weasis.core.api.media.data.TagW;
import org.weasis.dicom.explorer.DicomModel;

/** A DICOM series of the test host: images by instance number, as they are added. */
public class DicomSeries extends Series<DicomImageElement> {

  public DicomSeries(String id) {
    super(TagW.SubseriesInstanceUID, id, null);
  }

  @Override
  public void addMedia(DicomImageElement image) {
    List<DicomImageElement> images = copyOfMedias(null, null);
    int found = Collections.binarySearch(images, image, SortSeriesStack.instanceNumber);
    add(found < 0 ? -(found + 1) : found + 1, image);
    if (getTagValue(TagW.ExplorerModel) instanceof DicomModel model) {
      model.firePropertyChange(
          new ObservableEvent(ObservableEvent.BasicAction.ADD, model, null, this));
    }
  }

  @Override
  public String getSeriesNumber() {
    Object number = TagD.getTagValue(this, Tag.SeriesNumber);
    return number == null ? "" : number.toString();
  }

  @Override
  public String getMimeType() {
    return "series/dicom";
  }

  @Override
  public synchronized void dispose() {
    getSortedMedias(null).forEach(DicomImageElement::removeImageFromCache);
    super.dispose();
  }

  @Override
  public boolean hasMediaContains(TagW tag, Object value) {
    return super.hasMediaContains(tag, value);
  }
}
