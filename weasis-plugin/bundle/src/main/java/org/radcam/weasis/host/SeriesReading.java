package org.radcam.weasis.host;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.dcm4che3.data.Attributes;
import org.radcam.Progress;
import org.radcam.image.SourceImage;
import org.radcam.io.dicom.DecodedFrame;
import org.radcam.io.dicom.DecodedImage;
import org.radcam.io.dicom.SeriesAssembly;
import org.radcam.io.dicom.SeriesMember;
import org.radcam.io.dicom.SliceStack;
import org.radcam.io.format.ImageFormatException;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;
import org.weasis.dicom.codec.DcmMediaReader;
import org.weasis.dicom.codec.DicomImageElement;

/**
 * One reading of a series: its images, or one of them, with headers that several frames share read
 * once. One slice is decoded at a time.
 *
 * <ul>
 *   <li>All frames of one file, which lie evenly one behind the other or do not say where they lie,
 *       are the image that the file is.
 *   <li>Images of several files, and frames in any other order, are slices that {@link SliceStack}
 *       sorts by their place; it says what is refused.
 * </ul>
 */
final class SeriesReading {
  private final WeasisSeries series;
  private final List<DicomImageElement> elements;
  private final Progress progress;
  private final IdentityHashMap<DcmMediaReader, File> files = new IdentityHashMap<>();

  /** A file of the series: one image, or several frames. */
  private record File(Attributes header, DecodedImage image) {}

  /**
   * A reading.
   *
   * @param elements the series' images by their numbers
   */
  SeriesReading(WeasisSeries series, List<DicomImageElement> elements, Progress progress) {
    this.series = series;
    this.elements = elements;
    this.progress = progress;
  }

  /** All of them. */
  SeriesImage volume() throws ImageFormatException {
    progress.report(0, "Reading '" + series.name() + "'");
    List<DecodedImage> frames = new ArrayList<>();
    for (DicomImageElement element : elements) {
      goOn();
      frames.add(file(element).image().frame(key(element)));
    }
    DecodedImage first = file(elements.get(0)).image();
    if (isWhole(first) && (first.member().placement().known() || noneKnowsItsPlace(frames))) {
      return whole(first);
    }
    SliceStack stack = SliceStack.of(frames.stream().map(DecodedImage::member).toList());
    SeriesAssembly assembly = new SeriesAssembly(series.name(), stack);
    int done = 0;
    for (int number : stack.order()) {
      tell(done++);
      DecodedImage frame = frames.get(number);
      assembly.add(frame.read(series.name(), index -> pixels(number, frame)));
    }
    return new SeriesImage(assembly.image(), stack.order());
  }

  private boolean isWhole(DecodedImage first) {
    return files.size() == 1 && first.frames() == elements.size();
  }

  private static boolean noneKnowsItsPlace(List<DecodedImage> frames) {
    return frames.stream()
        .map(DecodedImage::member)
        .map(SeriesMember::placement)
        .noneMatch(placement -> placement.known());
  }

  /** The frames of one file, in its order. */
  private SeriesImage whole(DecodedImage image) throws ImageFormatException {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, elements.size()).boxed().toList());
    numbers.sort((one, other) -> key(elements.get(one)) - key(elements.get(other)));
    SourceImage source =
        image.read(
            series.name(),
            frame -> {
              tell(frame);
              return pixels(numbers.get(frame), image);
            });
    return new SeriesImage(source, numbers);
  }

  /** One of them. */
  SeriesImage slice(int number) throws ImageFormatException {
    progress.report(0, "Reading '" + series.name() + "'");
    goOn();
    DicomImageElement element = elements.get(number);
    DecodedImage frame = file(element).image().frame(key(element));
    String name =
        elements.size() == 1 ? series.name() : series.name() + ":" + series.imageName(number);
    return new SeriesImage(frame.read(name, index -> pixels(number, frame)), List.of(number));
  }

  private DecodedFrame pixels(int number, DecodedImage image) throws ImageFormatException {
    DicomImageElement element = elements.get(number);
    return StoredPixels.of(element, file(element).header(), image.kind());
  }

  private File file(DicomImageElement element) throws ImageFormatException {
    File known = files.get(element.getMediaReader());
    if (known == null) {
      Attributes header = element.getMediaReader().getDicomObject();
      if (header == null) {
        throw new ImageFormatException(
            "The file of one of its images can no longer be read: open the series again.");
      }
      known = new File(header, ViewerHeader.image(header));
      files.put(element.getMediaReader(), known);
    }
    return known;
  }

  /** Which frame of its file an image is, from 0. */
  private static int key(DicomImageElement element) {
    return element.getKey() instanceof Integer frame ? frame : 0;
  }

  private void tell(int done) {
    goOn();
    progress.report(
        (double) done / elements.size(),
        "Reading '" + series.name() + "': image " + (done + 1) + " of " + elements.size());
  }

  private void goOn() {
    progress.checkCancelled();
    if (!series.isOpen()) {
      throw series.closedMeanwhile();
    }
  }
}
