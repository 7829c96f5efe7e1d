package org.radcam.weasis.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.weasis.fakehost.FakeHost;
import org.radcam.weasis.fakehost.FakePatient;
import org.radcam.weasis.fakehost.FakeSeries;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;

class WeasisSeriesTest {
  private final FakePatient patient = new FakePatient("7301").is("F", "061Y");

  @BeforeEach
  void start() {
    FakeHost.reset();
  }

  /** Non-square pixels, 4 x 3, of signed values. */
  private FakeSeries ct() {
    return new FakeSeries(patient, "CT", "Knee 1.0")
        .grid(4, 3, 0.5, 0.75)
        .stored(16, 12, true)
        .rescale(1, -1024);
  }

  private static int value(int column, int row, int slice) {
    return 100 * slice + 10 * row + column - 50;
  }

  @Test
  void slicesThatTheViewerListsFromTheHeadAreSortedFromTheFeet() {
    FakeSeries made = ct();
    for (int z = 3; z >= 0; z--) {
      made.slice(WeasisSeriesTest::value, z, 1, 2, 2.5 * z);
    }
    WeasisSeries series = new WeasisSeries(made.load());
    SeriesImage volume = series.volume(Progress.NONE);
    assertThat(volume.slices()).containsExactly(3, 2, 1, 0);
    SourceImage source = volume.source();
    assertThat(source.geometry().size()).isEqualTo(new Size(4, 3, 4));
    assertThat(source.geometry().spacing()).isEqualTo(new Vector3(0.5, 0.75, 2.5));
    assertThat(source.geometry().origin()).isEqualTo(new Vector3(1, 2, 0));
    assertThat(source.volume().at(3, 2, 1)).isEqualTo(value(3, 2, 1));
    assertThat(source.volume().at(0, 0, 0)).isEqualTo(-50);
    assertThat(source.traits().rescaleIntercept()).isEqualTo(-1024);
    assertThat(source.placement().frameOfReference()).isPresent();
    SeriesImage slice = series.slice(1, Progress.NONE);
    assertThat(slice.slices()).containsExactly(1);
    assertThat(slice.source().geometry().origin().z()).isEqualTo(5);
    assertThat(slice.source().volume().at(3, 2, 0)).isEqualTo(value(3, 2, 2));
    assertThat(slice.source().name()).isEqualTo("Knee 1.0:2");
  }

  @Test
  void framesOfAnEnhancedImageAreAVolumeAndEachASlice() {
    WeasisSeries series =
        new WeasisSeries(ct().volume(5, 2, WeasisSeriesTest::value).enhanced().load());
    assertThat(series.images()).isEqualTo(5);
    SeriesImage volume = series.volume(Progress.NONE);
    assertThat(frames(series, volume)).containsExactly(0, 1, 2, 3, 4);
    assertThat(volume.source().geometry().spacing().z()).isEqualTo(2);
    assertThat(volume.source().volume().at(2, 1, 4)).isEqualTo(value(2, 1, 4));
    int fourth = volume.slices().get(3);
    SourceImage slice = series.slice(fourth, Progress.NONE).source();
    assertThat(slice.geometry().origin().z()).isEqualTo(6);
    assertThat(slice.volume().at(2, 1, 0)).isEqualTo(value(2, 1, 3));
  }

  /** Which frame of the file each slice is. */
  private static List<Object> frames(WeasisSeries series, SeriesImage volume) {
    return volume.slices().stream().map(n -> series.elements().get(n).getKey()).toList();
  }

  @Test
  void framesInAnyOtherOrderAreSortedAndAGapAmongThemIsRefused() {
    FakeSeries shuffled = ct();
    for (int z : new int[] {2, 0, 3, 1}) {
      shuffled.slice(WeasisSeriesTest::value, z, 0, 0, 2 * z);
    }
    WeasisSeries series = new WeasisSeries(shuffled.enhanced().load());
    SeriesImage volume = series.volume(Progress.NONE);
    assertThat(frames(series, volume)).containsExactly(1, 3, 0, 2);
    assertThat(volume.source().volume().at(0, 0, 3)).isEqualTo(value(0, 0, 3));

    FakeHost.reset();
    FakeSeries gap = ct();
    for (int z : new int[] {0, 1, 2, 4, 5}) {
      gap.slice(WeasisSeriesTest::value, z, 0, 0, 2 * z);
    }
    WeasisSeries broken = new WeasisSeries(gap.enhanced().load());
    assertThatThrownBy(() -> broken.volume(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("4.000 mm between slices 3 and 4 of 5");
  }

  private void refused(FakeSeries made, String sentence) {
    FakeHost.reset();
    WeasisSeries series = new WeasisSeries(made.load());
    assertThatThrownBy(() -> series.volume(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("'Knee 1.0' cannot be read as a volume. ")
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("7301");
  }

  @Test
  void gapsCopiesTiltAndScoutsAreRefusedInTheLibrarysWords() {
    refused(
        ct().volume(3, 2, WeasisSeriesTest::value).slice(WeasisSeriesTest::value, 9, 0, 0, 18),
        "Images are missing");
    refused(
        ct().volume(3, 2, WeasisSeriesTest::value).slice(WeasisSeriesTest::value, 2, 0, 0, 2),
        "at the same position");
    FakeSeries tilted = ct();
    for (int z = 0; z < 4; z++) {
      tilted.slice(WeasisSeriesTest::value, z, 0, 0.9 * z, 2 * z);
    }
    refused(tilted, "tilted gantry");
    refused(
        ct().volume(3, 2, WeasisSeriesTest::value)
            .axes(0, 1, 0, 0, 0, -1)
            .slice(WeasisSeriesTest::value, 1, 0, 0, 0),
        "as scouts");
  }

  @Test
  void anImageKeepsItsNumberWhileOthersArriveBeforeIt() {
    List<Attributes> images = ct().volume(3, 2, WeasisSeriesTest::value).images();
    DicomSeries loaded = load(images.get(1));
    OpenSeries book = new OpenSeries();
    ViewedImage first = book.viewed(loaded, loaded.getMedia(0, null, null)).orElseThrow();
    load(images.get(0));
    load(images.get(2));
    assertThat(book.series(loaded)).isSameAs(first.series());
    assertThat(book.viewed(loaded, loaded.getMedia(1, null, null))).contains(first);
    assertThat(book.element(first)).contains(loaded.getMedia(1, null, null));
    assertThat(first.series().images()).isEqualTo(3);
    assertThat(first.series().volume(Progress.NONE).slices()).containsExactly(1, 0, 2);
    assertThat(first.image()).isZero();
    assertThat(first.series().imageName(0)).as("as a view counts it").isEqualTo("2");
    assertThat(first.series().slice(0, Progress.NONE).source().name()).isEqualTo("Knee 1.0:2");
  }

  /** As Weasis does with a series of several phases once it is loaded. */
  @Test
  void aSeriesThatImagesWereTakenOutOfIsAnotherOneWithNumbersOfItsOwn() {
    FakeSeries phases = ct();
    for (int z = 0; z < 3; z++) {
      phases.slice(WeasisSeriesTest::value, z, 0, 0, 2 * z);
      phases.slice((i, j, k) -> 7, z, 0, 0, 2 * z);
    }
    DicomSeries loaded = phases.load();
    OpenSeries book = new OpenSeries();
    ViewerSeries both = book.series(loaded);
    assertThat(both.images()).isEqualTo(6);
    ViewedImage viewed = book.viewed(loaded, loaded.getMedia(3, null, null)).orElseThrow();
    List<DicomImageElement> all = loaded.copyOfMedias(null, null);
    loaded.removeAllMedias();
    for (int n = 1; n < 6; n += 2) {
      loaded.add(all.get(n));
    }
    ViewerSeries second = book.series(loaded);
    assertThat(second).isNotEqualTo(both).isEqualTo(book.series(loaded));
    assertThat(second.images()).isEqualTo(3);
    SeriesImage volume = second.volume(Progress.NONE);
    assertThat(volume.slices()).containsExactly(0, 1, 2);
    assertThat(volume.source().volume().at(0, 0, 2)).isEqualTo(7);
    assertThat(book.viewed(loaded, all.get(3))).contains(new ViewedImage(second, 1));
    assertThat(both.isOpen()).isFalse();
    assertThat(both.images()).as("as it was").isEqualTo(6);
    assertThat(book.element(viewed)).isEmpty();
    assertThatThrownBy(() -> both.volume(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("taken images out of the series 'Knee 1.0'");
  }

  @Test
  void imagesThatLeaveWhileOthersArriveAreMissedAsWell() {
    List<Attributes> images = ct().volume(4, 2, WeasisSeriesTest::value).images();
    DicomSeries loaded = load(images.get(0));
    OpenSeries book = new OpenSeries();
    ViewerSeries first = book.series(loaded);
    loaded.removeAllMedias();
    load(images.get(1));
    load(images.get(2));
    assertThat(first.images()).isEqualTo(1);
    assertThat(first.isOpen()).isFalse();
    assertThat(book.series(loaded).images()).isEqualTo(2);
  }

  @Test
  void aClosedSeriesHoldsNoImageAlsoWhenNobodyLooks() {
    DicomSeries loaded = ct().volume(3, 2, WeasisSeriesTest::value).load();
    OpenSeries book = new OpenSeries();
    WeasisSeries series = (WeasisSeries) book.series(loaded);
    assertThat(series.elements()).hasSize(3);
    book.forgetClosed();
    assertThat(series.elements()).hasSize(3);
    FakeHost.model().removeSeries(loaded);
    book.forgetClosed();
    assertThat(series.elements()).isEmpty();
    assertThat(series.images()).isEqualTo(3);
  }

  private static DicomSeries load(Attributes image) {
    return FakeHost.load(
        image, URI.create("data:" + image.getString(Tag.SOPInstanceUID)), FakeHost.model());
  }

  @Test
  void aClosedSeriesSaysSo() {
    DicomSeries loaded = ct().volume(3, 2, WeasisSeriesTest::value).load();
    OpenSeries book = new OpenSeries();
    ViewedImage image = book.viewed(loaded, loaded.getMedia(0, null, null)).orElseThrow();
    assertThat(image.series().isOpen()).isTrue();
    FakeHost.model().removeSeries(loaded);
    assertThat(image.series().isOpen()).isFalse();
    assertThat(book.element(image)).isEmpty();
    assertThatThrownBy(() -> image.series().slice(0, Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("has been closed. Open it again");
  }

  @Test
  void aSeriesThatIsClosedWhileItIsReadEndsTheReading() {
    DicomSeries loaded = ct().volume(6, 2, WeasisSeriesTest::value).load();
    WeasisSeries series = new WeasisSeries(loaded);
    List<String> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            told.add(message);
            if (message.endsWith("image 3 of 6")) {
              FakeHost.model().removeSeries(loaded);
            }
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    assertThatThrownBy(() -> series.volume(progress))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("was closed while it was read");
    assertThat(told).contains("Reading 'Knee 1.0': image 1 of 6");
  }

  @Test
  void cancellingStopsBeforeTheNextImage() {
    WeasisSeries series = new WeasisSeries(ct().volume(6, 2, WeasisSeriesTest::value).load());
    List<String> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            told.add(message);
          }

          @Override
          public boolean isCancelled() {
            return told.stream().anyMatch(message -> message.endsWith("image 2 of 6"));
          }
        };
    assertThatThrownBy(() -> series.volume(progress)).isInstanceOf(CancellationException.class);
    assertThat(told.get(told.size() - 1)).endsWith("image 2 of 6");
  }

  @Test
  void titlesAndTraitsSayNothingOfThePatient() {
    FakeSeries made = new FakeSeries(patient, "MR", "t1_tse_tra").grid(4, 3, 1, 1);
    made.header().setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "M");
    made.header().setString(Tag.ContrastBolusAgent, VR.LO, "Gadobutrol");
    made.header().setString(Tag.EchoTime, VR.DS, "12");
    made.header().setString(Tag.RepetitionTime, VR.DS, "550");
    WeasisSeries series = new WeasisSeries(made.volume(2, 3, (i, j, k) -> i).load());
    assertThat(series.title()).isEqualTo("t1_tse_tra (MR, 2 images, series 1)");
    assertThat(series.toString()).isEqualTo(series.title());
    assertThat(series.traits().modality()).contains("MR");
    assertThat(series.traits().description()).contains("t1_tse_tra");
    assertThat(series.traits().echoTime()).hasValue(12);
    assertThat(series.traits().repetitionTime()).hasValue(550);
    assertThat(series.traits().contrastAgent()).contains("Gadobutrol");
    assertThat(series.traits().imageType()).contains("ORIGINAL\\PRIMARY\\M");
    assertThat(series.headerWords())
        .contains(
            Map.entry("0010,0040", "F"),
            Map.entry("0010,1010", "061Y"),
            Map.entry("0018,0010", "Gadobutrol"))
        .doesNotContainKeys("0010,0010", "0010,0020", "0010,0030");
    assertThat(series.headerWords().values()).noneMatch(word -> word.contains("7301"));
  }

  @Test
  void timesOfEnhancedMrAreInItsGroupsAndAnAgeInItsDates() {
    FakePatient other = new FakePatient("7302");
    other.header().setString(Tag.PatientBirthDate, VR.DA, "19600301");
    FakeSeries made = new FakeSeries(other, "MR", "FLAIR").grid(4, 3, 1, 1);
    made.volume(2, 3, (i, j, k) -> i).enhanced();
    Attributes image = made.images().get(0);
    Attributes shared = image.getSequence(Tag.SharedFunctionalGroupsSequence).get(0);
    nested(shared, 0x0018_9112).setDouble(Tag.RepetitionTime, VR.DS, 9000);
    nested(shared, 0x0018_9114).setDouble(0x0018_9082, VR.FD, 120);
    nested(shared, 0x0018_9115).setDouble(0x0018_9079, VR.FD, 2500);
    nested(shared, 0x0018_9117).setDouble(Tag.DiffusionBValue, VR.FD, 800);
    WeasisSeries series = new WeasisSeries(made.load());
    assertThat(series.traits().repetitionTime()).hasValue(9000);
    assertThat(series.traits().echoTime()).hasValue(120);
    assertThat(series.traits().inversionTime()).hasValue(2500);
    assertThat(series.traits().bValue()).hasValue(800);
    assertThat(series.headerWords()).containsEntry("0010,1010", "065Y");
  }

  private static Attributes nested(Attributes parent, int tag) {
    Sequence sequence = parent.newSequence(tag, 1);
    Attributes item = new Attributes();
    sequence.add(item);
    return item;
  }
}
