package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.radcam.image.Geometry;
import org.radcam.image.Placement;
import org.radcam.image.Size;

/**
 * The place of a stack by what Open Volume left in the labels of its slices ({@link GridLabel}):
 * the whole volume, or a part of its slices in even steps, forwards or backwards. An image that was
 * cropped, given other slices or sorted anew has lost its place.
 */
final class LabelledPlace {
  private LabelledPlace() {}

  /** The place; empty where no slice has such a label. */
  static Optional<StackPlace> of(ImagePlus image, Size size, List<DicomHeader> headers) {
    List<GridLabel> labels = new ArrayList<>();
    for (int slice = 1; slice <= size.slices(); slice++) {
      Optional<GridLabel> label = GridLabel.of(SliceText.label(image, slice));
      if (label.isEmpty() && size.slices() == 1) {
        label = GridLabel.of(SliceText.info(image));
      }
      label.ifPresent(labels::add);
    }
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    Geometry whole = labels.get(0).grid();
    if (labels.size() < size.slices()
        || labels.stream().anyMatch(label -> !label.grid().equals(whole))) {
      return Optional.of(StackPlace.lost(image, size, "put together with other slices"));
    }
    if (whole.size().columns() != size.columns() || whole.size().rows() != size.rows()) {
      return Optional.of(StackPlace.lost(image, size, "cropped or scaled"));
    }
    if (StackPlace.recalibrated(image, whole.spacing())) {
      return Optional.of(StackPlace.lost(image, size, "given another pixel size"));
    }
    int first = labels.get(0).slice();
    int step = size.slices() == 1 ? 1 : labels.get(1).slice() - first;
    boolean even =
        step != 0
            && IntStream.range(0, labels.size())
                .allMatch(k -> labels.get(k).slice() == first + k * step);
    if (!even) {
      return Optional.of(StackPlace.lost(image, size, "sorted anew, or lost slices,"));
    }
    return Optional.of(
        new StackPlace(
            StackPlace.part(whole, size, first, step),
            labels.get(0).placed() ? SliceGrid.placement(headers.get(0)) : Placement.UNKNOWN,
            Optional.empty()));
  }
}
