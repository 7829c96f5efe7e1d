package org.radcam.weasis.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.StoredRegion;

class RegionEntryTest {
  private final RegionEntry entry = new RegionEntry();

  /**
   * A region that is made anew at each look, of an object that is the same as long as its UID is.
   */
  private static final class Segment implements StoredRegion {
    private final String object;

    Segment(String object) {
      this.object = object;
    }

    @Override
    public String name() {
      return "Tumour";
    }

    @Override
    public String kind() {
      return "SEG";
    }

    @Override
    public String origin() {
      return "segment 1, series " + object;
    }

    @Override
    public Mask on(Geometry grid, Placement placement) {
      throw new AssertionError("it is not read");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Segment one && one.object.equals(object);
    }

    @Override
    public int hashCode() {
      return object.hashCode();
    }
  }

  private void lookAt(StoredRegion... regions) {
    entry.lookAt(List.of(), List.of(regions));
  }

  private Optional<StoredRegion> chosen() {
    return entry.choice() instanceof RegionChoice.Stored one
        ? Optional.of(one.region())
        : Optional.empty();
  }

  @Test
  void aChosenRegionIsTheOneThatIsThereNow() {
    Segment before = new Segment("4");
    lookAt(before, new Segment("5"));
    entry.choose(new RegionSource.Stored(before));
    Segment opened = new Segment("4");
    lookAt(new Segment("5"), opened);
    assertThat(chosen().orElseThrow()).isSameAs(opened);
    entry.choose(new RegionSource.Stored(before));
    assertThat(chosen().orElseThrow()).as("chosen from an old list").isSameAs(opened);
  }

  @Test
  void aCorrectedRegionOfTheSameNameIsNotTakenForTheOldOne() {
    Segment old = new Segment("4");
    lookAt(old, new Segment("5"));
    entry.choose(new RegionSource.Stored(old));
    lookAt(new Segment("5"), new Segment("6"));
    assertThat(chosen()).isEmpty();
    assertThat(
            SameRegion.of(new RegionChoice.Stored(old), new RegionChoice.Stored(new Segment("5"))))
        .isFalse();
  }

  @Test
  void regionsOfOneNameAreCalledByWhereTheyAreFrom() {
    RegionSource.Stored first = new RegionSource.Stored(new Segment("4"));
    lookAt(new Segment("4"));
    assertThat(RegionText.of(first, entry)).isEqualTo("Tumour (SEG)");
    lookAt(new Segment("4"), new Segment("5"));
    assertThat(RegionText.of(first, entry)).isEqualTo("Tumour (SEG): segment 1, series 4");
    assertThat(entry.sources()).isEqualTo(entry.sources());
  }
}
