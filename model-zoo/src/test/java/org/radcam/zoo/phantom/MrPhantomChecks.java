package org.radcam.zoo.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Resampler;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.Digests;
import org.radcam.task.ClassLabel;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/** What must hold for the phantoms of every MRI task. */
final class MrPhantomChecks {
  private final PhantomGenerator generator;
  private final Task task;

  /** Tests ask for the same ones. */
  private final Map<String, Phantom> made = new HashMap<>();

  MrPhantomChecks(String taskKey) {
    generator = Phantoms.get(taskKey);
    task = Tasks.get(taskKey);
  }

  Phantom phantom(long seed, String classKey) {
    return made.computeIfAbsent(classKey + seed, unmade -> generator.generate(seed, classKey));
  }

  Map<String, String> clinical(long seed, String classKey) {
    return generator.clinical(seed, classKey);
  }

  List<String> classes() {
    return task.classes().stream().map(ClassLabel::key).toList();
  }

  List<String> roles() {
    return task.roles().stream().map(ImageRole::key).toList();
  }

  /** One digest of the voxels of all sequences, in the task's order. */
  String digest(long seed, String classKey) {
    Phantom phantom = phantom(seed, classKey);
    StringBuilder all = new StringBuilder();
    for (String role : roles()) {
      all.append(Digests.sha256(volume(phantom, role).voxels()));
    }
    return Digests.sha256(all.toString().getBytes(StandardCharsets.US_ASCII));
  }

  static Volume volume(Phantom phantom, String role) {
    return phantom.images().get(role).volume();
  }

  /** The mask is neither empty nor at the border of its grid, which is that of the reference. */
  void lesionLiesWithinTheReferenceImage(Phantom phantom) {
    Geometry grid = volume(phantom, task.referenceRole().key()).geometry();
    assertThat(phantom.lesion().geometry()).isEqualTo(grid);
    assertThat(phantom.lesion().isEmpty()).isFalse();
    Mask.Box box = phantom.lesion().bounds();
    Size size = grid.size();
    assertThat(box.i()).isPositive();
    assertThat(box.j()).isPositive();
    assertThat(box.k()).isPositive();
    assertThat(box.i() + box.size().columns()).isLessThan(size.columns());
    assertThat(box.j() + box.size().rows()).isLessThan(size.rows());
    assertThat(box.k() + box.size().slices()).isLessThan(size.slices());
  }

  /**
   * Patient position of what two phantoms of one seed and two types differ in, in one sequence: the
   * lesion's living part, found without the mask.
   */
  static Vector3 placeOfDifference(Volume one, Volume other) {
    Size size = one.size();
    Vector3 sum = Vector3.ZERO;
    double weights = 0;
    for (int n = 0; n < size.voxels(); n++) {
      double weight = Math.abs(one.voxels()[n] - other.voxels()[n]);
      if (weight > 0) {
        int i = n % size.columns();
        int j = n / size.columns() % size.rows();
        int k = n / (size.columns() * size.rows());
        sum = sum.plus(one.geometry().toPatient(i, j, k).times(weight));
        weights += weight;
      }
    }
    assertThat(weights).isPositive();
    return sum.times(1 / weights);
  }

  /** The voxels of a grid that are farther than some millimetres from a lesion's box. */
  static BitSet farFrom(Mask lesion, Geometry grid, double margin) {
    Mask.Box box = lesion.bounds();
    Geometry reference = lesion.geometry();
    Vector3 spacing = reference.spacing();
    BitSet far = new BitSet();
    Size size = grid.size();
    for (int n = 0; n < size.voxels(); n++) {
      int i = n % size.columns();
      int j = n / size.columns() % size.rows();
      int k = n / (size.columns() * size.rows());
      Vector3 at = reference.toIndex(grid.toPatient(i, j, k));
      boolean inside =
          within(at.x(), box.i(), box.size().columns(), margin / spacing.x())
              && within(at.y(), box.j(), box.size().rows(), margin / spacing.y())
              && within(at.z(), box.k(), box.size().slices(), margin / spacing.z());
      far.set(n, !inside);
    }
    return far;
  }

  private static boolean within(double index, int first, int count, double margin) {
    return index > first - 1 - margin && index < first + count + margin;
  }

  /** The mean within the lesion in one sequence, resampled onto the mask's grid. */
  double meanInLesion(long seed, String classKey, String role) {
    Phantom phantom = phantom(seed, classKey);
    float[] onMask =
        Resampler.linear(volume(phantom, role), phantom.lesion().geometry(), 0).voxels();
    return phantom.lesion().voxels().stream().mapToDouble(n -> onMask[n]).average().orElseThrow();
  }

  /**
   * A signal as it is known from an image: to about 6 %, by the bias field and by what the signal
   * is compared with.
   */
  static double asMeasured(double signal, Draw draw) {
    return signal * (1 + 0.06 * draw.noise());
  }
}
