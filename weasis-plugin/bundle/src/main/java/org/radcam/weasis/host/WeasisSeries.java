package org.radcam.weasis.host;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.io.format.ImageFormatException;
import org.radcam.task.SeriesTraits;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.StoredRegion;
import org.radcam.weasis.viewer.ViewerSeries;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.api.media.data.TagW;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.TagD;
import org.weasis.dicom.explorer.DicomModel;

/**
 * A series that is open in Weasis.
 *
 * <ul>
 *   <li>Images keep their numbers: those that arrive while the series is loading are numbered
 *       behind the others, wherever Weasis lists them.
 *   <li>It is open as long as Weasis' explorer has it with at least one image.
 *   <li>Two are equal if they are of the same object of Weasis; {@link OpenSeries} makes one of
 *       each, which keeps the numbers.
 * </ul>
 */
final class WeasisSeries implements ViewerSeries {
  private static final int LONGEST_NAME = 64;

  private final MediaSeries<DicomImageElement> series;
  private final List<DicomImageElement> listed = new ArrayList<>();
  private final IdentityHashMap<DicomImageElement, Integer> numbers = new IdentityHashMap<>();
  private Optional<SeriesHeader> header = Optional.empty();

  WeasisSeries(MediaSeries<DicomImageElement> series) {
    this.series = series;
  }

  /** Whether it is this object of Weasis. */
  boolean isOf(MediaSeries<DicomImageElement> other) {
    return series == other;
  }

  /** All its images, by their numbers. */
  synchronized List<DicomImageElement> elements() {
    for (DicomImageElement element : series.copyOfMedias(null, null)) {
      if (numbers.putIfAbsent(element, listed.size()) == null) {
        listed.add(element);
      }
    }
    return List.copyOf(listed);
  }

  /** The number of one of its images; empty where it is of another series. */
  synchronized OptionalInt number(DicomImageElement element) {
    if (!numbers.containsKey(element)) {
      elements();
    }
    Integer number = numbers.get(element);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Its description, or else its modality. */
  String name() {
    String text =
        tag(Tag.SeriesDescription)
            .or(() -> tag(Tag.Modality).map(modality -> modality + " series"))
            .orElse("series");
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "\u2026";
  }

  private Optional<String> tag(int tag) {
    return Optional.ofNullable(TagD.getTagValue(series, tag, String.class))
        .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
        .filter(text -> !text.isEmpty());
  }

  @Override
  public String title() {
    int images = images();
    String number = series.getSeriesNumber();
    return name()
        + " ("
        + tag(Tag.Modality).map(modality -> modality + ", ").orElse("")
        + (images == 1 ? "1 image" : images + " images")
        + (number == null || number.isBlank() ? "" : ", series " + number)
        + ")";
  }

  @Override
  public SeriesTraits traits() {
    return header().traits();
  }

  @Override
  public Map<String, String> headerWords() {
    return header().words();
  }

  /** Of the first image; read once, since it does not change. */
  private synchronized SeriesHeader header() {
    if (header.isEmpty()) {
      header =
          elements().stream()
              .findFirst()
              .map(element -> element.getMediaReader().getDicomObject())
              .map((Attributes first) -> SeriesHeader.of(first, name()));
    }
    return header.orElseGet(() -> SeriesHeader.unknown(name()));
  }

  @Override
  public int images() {
    return elements().size();
  }

  @Override
  public boolean isOpen() {
    boolean known =
        !(series.getTagValue(TagW.ExplorerModel) instanceof DicomModel model)
            || model.getParent(series, DicomModel.study) != null;
    return known && series.size(null) > 0;
  }

  @Override
  public SeriesImage volume(Progress progress) {
    List<DicomImageElement> elements = openElements();
    try {
      return new SeriesReading(this, elements, progress).volume();
    } catch (ImageFormatException e) {
      throw refused("cannot be read as a volume", e);
    }
  }

  @Override
  public SeriesImage slice(int image, Progress progress) {
    List<DicomImageElement> elements = openElements();
    if (image < 0 || image >= elements.size()) {
      throw new UserException("'" + name() + "' has no image " + (image + 1) + ".");
    }
    try {
      return new SeriesReading(this, elements, progress).slice(image);
    } catch (ImageFormatException e) {
      throw refused("cannot be read", e);
    }
  }

  /** Whatever went wrong with a series that is closed went wrong because of that. */
  private UserException refused(String what, ImageFormatException e) {
    return isOpen()
        ? new UserException("'" + name() + "' " + what + ". " + e.getMessage(), e)
        : closedMeanwhile();
  }

  /** What to say where it is closed during a reading. */
  UserException closedMeanwhile() {
    return new UserException(
        "The series '" + name() + "' was closed while it was read. Open it again.");
  }

  private List<DicomImageElement> openElements() {
    if (!isOpen()) {
      throw new UserException("The series '" + name() + "' has been closed. Open it again.");
    }
    return elements();
  }

  @Override
  public List<Drawing> drawings() {
    return Drawings.on(elements());
  }

  @Override
  public List<StoredRegion> storedRegions() {
    return StoredRegions.on(series);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeasisSeries one && one.series == series;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(series);
  }

  /** Without a UID or anything of the patient. */
  @Override
  public String toString() {
    return title();
  }
}
