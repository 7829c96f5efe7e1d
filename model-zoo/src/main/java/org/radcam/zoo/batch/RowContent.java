package org.radcam.zoo.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcam.UserException;
import org.radcam.batch.BatchCase;
import org.radcam.batch.CaseOrigin;
import org.radcam.batch.CaseSource;
import org.radcam.classify.Case;
import org.radcam.image.ConnectedComponents;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.io.Digests;
import org.radcam.io.ImageFile;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskSource;
import org.radcam.io.UnreadableImageException;

/** The files and values of one row, and the cases that they are. */
final class RowContent implements CaseSource.Content {
  private final CaseOrigin origin;
  private final String folder;
  private final Map<String, ImageFile> images;
  private final Optional<MaskSource> roi;
  private final Map<String, String> clinical;
  private final ManifestSettings settings;
  private final String sha256;

  RowContent(
      CaseOrigin origin,
      String folder,
      Map<String, ImageFile> images,
      Optional<MaskSource> roi,
      Map<String, String> clinical,
      ManifestSettings settings)
      throws IOException {
    this.origin = origin;
    this.folder = folder;
    this.images = images;
    this.roi = roi;
    this.clinical = clinical;
    this.settings = settings;
    this.sha256 = digest();
  }

  /** Of digests by what they are of, so that images that change places are another content. */
  private String digest() throws IOException {
    Map<String, String> parts = new TreeMap<>();
    images.forEach((role, file) -> parts.put("image:" + role, file.sha256()));
    if (roi.isPresent()) {
      parts.put("roi", ImageFiles.open(roi.get().file()).sha256());
      if (!roi.get().label().isAll()) {
        parts.put("roi_label", roi.get().label().toString());
      }
    }
    clinical.forEach((field, value) -> parts.put("clinical:" + field, value));
    parts.put("patient", origin.patient());
    parts.put("label", origin.label());
    StringBuilder text = new StringBuilder();
    parts.forEach((part, value) -> text.append(part).append('=').append(value).append('\n'));
    return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String sha256() {
    return sha256;
  }

  @Override
  public List<BatchCase> cases() {
    Map<String, SourceImage> decoded = new LinkedHashMap<>();
    for (Map.Entry<String, ImageFile> image : images.entrySet()) {
      try {
        decoded.put(image.getKey(), image.getValue().decode());
      } catch (UnreadableImageException e) {
        throw new UserException(unreadable(image.getKey(), images.size(), e), e);
      }
    }
    // The reference is the first role that the model takes; without its image there is no grid.
    Optional<Mask> region = decoded.values().stream().findFirst().flatMap(this::region);
    if (!settings.eachLesion()) {
      return List.of(
          new BatchCase(
              origin.name(), "", folder, () -> new Case(origin.name(), decoded, region, clinical)));
    }
    return new Lesions(decoded, lesions(region));
  }

  private Optional<Mask> region(SourceImage reference) {
    return roi.map(
        source -> {
          try {
            return source.read(reference);
          } catch (UnreadableImageException e) {
            throw new UserException("The region of interest cannot be read: " + e.getMessage(), e);
          }
        });
  }

  private List<Mask> lesions(Optional<Mask> region) {
    if (region.isEmpty()) {
      throw new UserException(
          "Without a region of interest there are no lesions to tell apart (column roi).");
    }
    List<Mask> lesions = ConnectedComponents.of(region.get(), settings.minVoxels());
    if (lesions.isEmpty()) {
      throw new UserException(
          "The region of interest has no part of "
              + settings.minVoxels()
              + " or more voxels; it has "
              + region.get().count()
              + " in all.");
    }
    return lesions;
  }

  static String unreadable(String role, int images, UnreadableImageException e) {
    return (images == 1 ? "The image" : "The image " + role) + " cannot be read: " + e.getMessage();
  }

  private final class Lesions extends AbstractList<BatchCase> {
    private final Map<String, SourceImage> decoded;
    private final List<Mask> lesions;

    Lesions(Map<String, SourceImage> decoded, List<Mask> lesions) {
      this.decoded = decoded;
      this.lesions = lesions;
    }

    @Override
    public BatchCase get(int index) {
      String number = String.valueOf(index + 1);
      return new BatchCase(
          origin.name(),
          number,
          folder + "/" + number,
          () ->
              new Case(
                  origin.name() + "/" + number,
                  decoded,
                  Optional.of(lesions.get(index)),
                  clinical));
    }

    @Override
    public int size() {
      return lesions.size();
    }
  }
}
