package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * Varies the prepared images of a case. Geometry is one affine map for all of them, so that they go
 * on showing the same anatomy; intensity, blur and noise are drawn for each, because scanners vary
 * from sequence to sequence.
 */
final class Augmenter {
  private final Augmentation amounts;
  private final Size size;

  /**
   * @param size of every image
   */
  Augmenter(Augmentation amounts, Size size) {
    this.amounts = amounts;
    this.size = size;
  }

  /** Varied copies. The same generator state gives the same copies. */
  List<float[]> vary(List<float[]> images, RandomGenerator random) {
    return vary(new Scene(images, Optional.empty()), random).images();
  }

  /** The same with the lesion, which moves as the images do and is not changed otherwise. */
  Scene vary(Scene scene, RandomGenerator random) {
    List<float[]> images = scene.images();
    if (amounts.equals(Augmentation.NONE)) {
      return new Scene(images.stream().map(float[]::clone).toList(), scene.lesion());
    }
    GridMap map = size.slices() == 1 ? plane(random) : space(random);
    List<float[]> varied = new ArrayList<>();
    for (float[] image : images) {
      varied.add(vary(image, map, random));
    }
    return new Scene(varied, scene.lesion().map(lesion -> map.move(lesion, 0)));
  }

  /** Intensity is varied on the values scaled to 0..1 by the image's own range. */
  private float[] vary(float[] image, GridMap map, RandomGenerator random) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : image) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    float[] varied = map.move(image, low);
    if (high > low) {
      varyIntensity(varied, low, high - low, random);
    }
    Blur.apply(varied, size, amounts.blur() * random.nextDouble());
    if (amounts.noise() > 0) {
      for (int n = 0; n < varied.length; n++) {
        varied[n] += (float) (amounts.noise() * (high - low) * random.nextGaussian());
      }
    }
    return varied;
  }

  private GridMap plane(RandomGenerator random) {
    double angle = Math.toRadians(spread(random, amounts.rotation()));
    double zoom = 1 + spread(random, amounts.scale());
    double shiftX = spread(random, amounts.shift()) * size.columns();
    double shiftY = spread(random, amounts.shift()) * size.rows();
    double mirror = random.nextDouble() < amounts.flip() ? -1 : 1;
    return new PlaneMap(
        size, angle, zoom, shiftX, shiftY, mirror, mirror(random, amounts.flipRows()));
  }

  private GridMap space(RandomGenerator random) {
    Vector3 axis = direction(random);
    double angle = Math.toRadians(spread(random, amounts.rotation()));
    double zoom = 1 + spread(random, amounts.scale());
    Vector3 shift =
        new Vector3(
            spread(random, amounts.shift()) * size.columns(),
            spread(random, amounts.shift()) * size.rows(),
            spread(random, amounts.shift()) * size.slices());
    Vector3 mirror =
        new Vector3(
            mirror(random, amounts.flip()),
            mirror(random, amounts.flipRows()),
            mirror(random, amounts.flipSlices()));
    return new SpaceMap(size, axis, angle, zoom, shift, mirror);
  }

  /** Even over the sphere: a point's height is evenly distributed (Archimedes). */
  private static Vector3 direction(RandomGenerator random) {
    double z = spread(random, 1);
    double angle = 2 * Math.PI * random.nextDouble();
    double radius = Math.sqrt(1 - z * z);
    return new Vector3(radius * Math.cos(angle), radius * Math.sin(angle), z);
  }

  private static double mirror(RandomGenerator random, double probability) {
    return probability > 0 && random.nextDouble() < probability ? -1 : 1;
  }

  private void varyIntensity(float[] image, float low, float range, RandomGenerator random) {
    double power = Math.exp(spread(random, amounts.gamma()));
    double contrast = 1 + spread(random, amounts.contrast());
    double brightness = spread(random, amounts.brightness());
    for (int n = 0; n < image.length; n++) {
      double share = Math.pow(Math.max(0, (image[n] - low) / range), power);
      image[n] = (float) (low + range * ((share - 0.5) * contrast + 0.5 + brightness));
    }
  }

  private static double spread(RandomGenerator random, double most) {
    return most * (2 * random.nextDouble() - 1);
  }
}
