package org.radcam.weasis.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelPackage;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.ViewedImage;

/**
 * What the user asked for.
 *
 * @param model which answers
 * @param device where it computes
 * @param images series by the keys of the task's roles, with the image that was in view; a model
 *     that takes volumes takes the whole series
 * @param region the user's region
 * @param clinical clinical values by the keys of the task's fields, as typed; only those that are
 *     known
 * @param options what is to be explained, and how
 */
public record ClassifyRequest(
    ModelPackage model,
    DeviceChoice device,
    Map<String, ViewedImage> images,
    RegionChoice region,
    Map<String, String> clinical,
    ClassifyOptions options) {
  public ClassifyRequest {
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    clinical = Collections.unmodifiableMap(new LinkedHashMap<>(clinical));
  }

  /** The same with other options. */
  public ClassifyRequest withOptions(ClassifyOptions other) {
    return new ClassifyRequest(model, device, images, region, clinical, other);
  }
}
