package org.radcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConnectedComponentsTest {
  private static Mask mask(Size size, BitSet voxels) {
    return new Mask(Geometry.millimetres(size, 1, 1, 1), voxels);
  }

  private static Mask noise(Size size, long seed, double share) {
    Random random = new Random(seed);
    BitSet voxels = new BitSet();
    for (int n = 0; n < size.voxels(); n++) {
      voxels.set(n, random.nextDouble() < share);
    }
    return mask(size, voxels);
  }

  @Property(tries = 300)
  void partsAreThoseOfAFloodFillFromVoxelToVoxel(
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll @IntRange(min = 1, max = 8) int rows,
      @ForAll @IntRange(min = 1, max = 7) int slices,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 4) int minVoxels) {
    Mask mask = noise(new Size(columns, rows, slices), seed, share);
    assertThat(ConnectedComponents.of(mask, minVoxels).stream().map(Mask::voxels))
        .containsExactlyElementsOf(floodFilled(mask, minVoxels));
  }

  private static List<BitSet> floodFilled(Mask mask, int minVoxels) {
    Size size = mask.geometry().size();
    BitSet unseen = (BitSet) mask.voxels().clone();
    List<BitSet> parts = new ArrayList<>();
    for (int seed = unseen.nextSetBit(0); seed >= 0; seed = unseen.nextSetBit(0)) {
      BitSet part = new BitSet();
      Deque<Integer> waiting = new ArrayDeque<>(List.of(seed));
      while (!waiting.isEmpty()) {
        int at = waiting.pop();
        if (!unseen.get(at)) {
          continue;
        }
        unseen.clear(at);
        part.set(at);
        int i = at % size.columns();
        int j = at / size.columns() % size.rows();
        int k = at / (size.columns() * size.rows());
        for (int z = Math.max(0, k - 1); z <= Math.min(size.slices() - 1, k + 1); z++) {
          for (int y = Math.max(0, j - 1); y <= Math.min(size.rows() - 1, j + 1); y++) {
            for (int x = Math.max(0, i - 1); x <= Math.min(size.columns() - 1, i + 1); x++) {
              waiting.push(size.index(x, y, z));
            }
          }
        }
      }
      parts.add(part);
    }
    parts.removeIf(part -> part.cardinality() < minVoxels);
    parts.sort(Comparator.comparingInt(part -> -part.cardinality()));
    return parts;
  }

  @Test
  void aCornerLinksAndTheEndOfOneRowDoesNotTouchTheBeginningOfTheNext() {
    Size size = new Size(5, 4, 3);
    BitSet voxels = new BitSet();
    voxels.set(size.index(4, 0, 0));
    voxels.set(size.index(0, 1, 0));
    voxels.set(size.index(0, 3, 0));
    voxels.set(size.index(1, 2, 1));
    voxels.set(size.index(2, 1, 2));
    List<Mask> parts = ConnectedComponents.of(mask(size, voxels), 1);
    // (0, 1, 0) touches (1, 2, 1) by a corner, as (0, 3, 0) and (2, 1, 2) do.
    assertThat(parts.stream().map(Mask::count)).containsExactly(4, 1);
    assertThat(parts.get(1).contains(4, 0, 0)).isTrue();
  }

  /** scipy.ndimage.label with a 3 x 3 x 3 structure of ones, SciPy 1.17, of the same voxels. */
  @Test
  void countsAndSizesAreThoseOfScipy() {
    Size size = new Size(61, 47, 23);
    BitSet voxels = new BitSet();
    for (int n = 0; n < size.voxels(); n++) {
      voxels.set(n, Integer.remainderUnsigned(hash(n), 100) < 9);
    }
    List<Mask> parts = ConnectedComponents.of(mask(size, voxels), 1);
    assertThat(parts).hasSize(1246);
    assertThat(parts.stream().limit(8).map(Mask::count))
        .containsExactly(315, 136, 117, 114, 113, 92, 83, 76);
  }

  /** Looks random, and Python computes it alike. */
  private static int hash(int n) {
    int x = (n ^ n >>> 7) * 0x85EBCA6B;
    x = (x ^ x >>> 13) * 0xC2B2AE35;
    return x ^ x >>> 16;
  }

  @Test
  void anEmptyMaskHasNoPart() {
    assertThat(ConnectedComponents.of(mask(new Size(3, 3, 3), new BitSet()), 1)).isEmpty();
  }

  @Test
  void aWholeLargeGridIsOnePartWithoutMuchMemory() {
    Size size = new Size(512, 512, 400);
    BitSet voxels = new BitSet(size.voxels());
    voxels.set(0, size.voxels());
    List<Mask> parts = ConnectedComponents.of(mask(size, voxels), 10);
    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).voxels()).isEqualTo(voxels);
  }

  @Test
  void aLeastSizeBelowOneIsRefused() {
    Mask mask = mask(new Size(3, 3, 3), new BitSet());
    assertThatThrownBy(() -> ConnectedComponents.of(mask, 0)).hasMessageContaining("not 0");
  }
}
