package org.radcam.io.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an enhanced multi-frame image says of all its frames and of each (PS3.3 C.7.6.16): spacing,
 * place, orientation and rescaling lie in nested sequences there.
 */
record FunctionalGroups(List<DicomHeader> frames) {
  private static final List<Tag> GROUPS =
      List.of(
          Tag.PIXEL_MEASURES,
          Tag.PLANE_POSITION,
          Tag.PLANE_ORIENTATION,
          Tag.PIXEL_VALUE_TRANSFORMATION,
          Tag.SEGMENT_IDENTIFICATION);

  /** The groups of each frame, shared ones included; no frames where the image has no groups. */
  static FunctionalGroups of(DicomHeader header) {
    Optional<DicomHeader> shared = header.item(Tag.SHARED_GROUPS);
    List<DicomHeader> frames = new ArrayList<>();
    for (DicomHeader own : header.items(Tag.PER_FRAME_GROUPS)) {
      DicomHeader frame = new DicomHeader(header.array(), header.bigEndian());
      take(own, frame);
      shared.ifPresent(all -> take(all, frame));
      frames.add(frame);
    }
    if (frames.isEmpty() && shared.isPresent()) {
      DicomHeader frame = new DicomHeader(header.array(), header.bigEndian());
      take(shared.get(), frame);
      frames.add(frame);
    }
    return new FunctionalGroups(frames);
  }

  private static void take(DicomHeader groups, DicomHeader into) {
    for (Tag group : GROUPS) {
      groups.item(group).ifPresent(into::putAllAbsent);
    }
  }

  /** The image's header with what the first frame's groups add. */
  DicomHeader flatten(DicomHeader header) {
    frames.stream().findFirst().ifPresent(header::putAllAbsent);
    return header;
  }
}
