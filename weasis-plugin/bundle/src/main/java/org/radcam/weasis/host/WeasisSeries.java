package org.radcam.weasis.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
 *   <li>It is open as long as Weasis' explorer has it, with all images that were ever numbered.
 *       Weasis takes some out when it has loaded a series of several phases, and makes a series of
 *       each: what was read or drawn before is then of a series that is no more.
 *   <li>Once it has ended it stays so, and holds no image. {@link OpenSeries} makes one of each
 *       object of Weasis, and another one, with other numbers, after that.
 * </ul>
 */
final class WeasisSeries implements ViewerSeries {
  private static final int LONGEST_NAME = 64;

  private final MediaSeries<DicomImageElement> series;
  private final List<DicomImageElement> listed = new ArrayList<>();
  private final IdentityHashMap<DicomImageElement, Integer> numbers = new IdentityHashMap<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private Optional<SeriesHeader> header = Optional.empty();
  private int images;
  private boolean ended;

  WeasisSeries(MediaSeries<DicomImageElement> series) {
    this.series = series;
  }

  /** Whether it is this object of Weasis. */
  boolean isOf(MediaSeries<DicomImageElement> other) {
    return series == other;
  }

  /** All its images, by their numbers; none where it has ended. */
  synchronized List<DicomImageElement> elements() {
    if (ended) {
      return List.of();
    }
    List<DicomImageElement> now = series.copyOfMedias(null, null);
    Set<DicomImageElement> there = Collections.newSetFromMap(new IdentityHashMap<>());
    there.addAll(now);
    if (!there.containsAll(listed)) {
      end();
      return List.of();
    }
    for (DicomImageElement element : now) {
      if (numbers.putIfAbsent(element, listed.size()) == null) {
        listed.add(element);
      }
    }
    images = listed.size();
    return List.copyOf(listed);
  }

  /** Holds its images no longer: they may be many, and an answer may hold the series. */
  synchronized void end() {
    ended = true;
    listed.clear();
    numbers.clear();
  }

  /** Whether it has ended, as far as that is known without looking through its images. */
  synchronized boolean hasEnded() {
    return ended || series.size(null) < listed.size();
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
    int count = images();
    String number = series.getSeriesNumber();
    return name()
        + " ("
        + tag(Tag.Modality).map(modality -> modality + ", ").orElse("")
        + (count == 1 ? "1 image" : count + " images")
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

  /** Of the first image; read once, since it does not change, nor become readable. */
  private synchronized SeriesHeader header() {
    if (header.isEmpty()) {
      header = elements().stream().findFirst().map(this::read);
    }
    return header.orElseGet(() -> SeriesHeader.unknown(name()));
  }

  private SeriesHeader read(DicomImageElement element) {
    Attributes first = element.getMediaReader().getDicomObject();
    return first == null ? SeriesHeader.unknown(name()) : SeriesHeader.of(first, name());
  }

  @Override
  public synchronized int images() {
    elements();
    return images;
  }

  /** Its place in the series' own order, which is that of a 2D view unless the user sorts it. */
  @Override
  public synchronized String imageName(int image) {
    List<DicomImageElement> elements = elements();
    if (image < elements.size()) {
      int place = 0;
      for (DicomImageElement one : series.copyOfMedias(null, null)) {
        place++;
        if (one == elements.get(image)) {
          places.put(image, place);
        }
      }
    }
    return String.valueOf(places.getOrDefault(image, image + 1));
  }

  @Override
  public boolean isOpen() {
    return !hasEnded() && viewerHasIt();
  }

  private boolean viewerHasIt() {
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
    return viewerHasIt()
        ? divided()
        : new UserException(
            "The series '" + name() + "' was closed while it was read. Open it again.");
  }

  private UserException divided() {
    return new UserException(
        "Weasis has taken images out of the series '"
            + name()
            + "' (it makes a series of each phase when it has loaded them). Choose the series"
            + " again.");
  }

  private List<DicomImageElement> openElements() {
    List<DicomImageElement> elements = elements();
    if (isOpen()) {
      return elements;
    }
    throw viewerHasIt()
        ? divided()
        : new UserException("The series '" + name() + "' has been closed. Open it again.");
  }

  @Override
  public List<Drawing> drawings() {
    return Drawings.on(elements(), this::imageName);
  }

  @Override
  public List<StoredRegion> storedRegions() {
    return StoredRegions.on(series);
  }

  /** Without a UID or anything of the patient. */
  @Override
  public String toString() {
    return title();
  }
}
