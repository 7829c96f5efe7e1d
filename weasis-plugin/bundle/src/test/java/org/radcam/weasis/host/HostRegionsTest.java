package org.radcam.weasis.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.weasis.fakehost.FakeHost;
import org.radcam.weasis.fakehost.FakePatient;
import org.radcam.weasis.fakehost.FakeSeries;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.StoredRegion;
import org.weasis.core.api.media.data.TagW;
import org.weasis.core.ui.model.graphic.Graphic;
import org.weasis.core.ui.model.graphic.imp.area.PolygonGraphic;
import org.weasis.core.ui.model.graphic.imp.area.RectangleGraphic;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;

class HostRegionsTest {
  /** Pixels of 0.5 mm across and 0.8 mm down: shown on 5 * 1.6 = 8 rows. */
  private static final Geometry GRID =
      new Geometry(
          new Size(7, 5, 4),
          new Vector3(0.5, 0.8, 3),
          Vector3.ZERO,
          Direction.IDENTITY,
          LengthUnit.MILLIMETRE);

  private FakePatient patient;
  private FakeSeries made;
  private DicomSeries series;

  @BeforeEach
  void open() {
    FakeHost.reset();
    patient = new FakePatient("P1");
    made = new FakeSeries(patient, "MR", "T2").grid(7, 5, 0.5, 0.8).volume(4, 3, (x, y, z) -> x);
    series = made.load();
  }

  private List<DicomImageElement> images() {
    List<DicomImageElement> images = new ArrayList<>();
    series.getMedias(null, null).forEach(images::add);
    return images;
  }

  @Test
  void closedShapesOfAllImagesComeInSourcePixels() throws InvalidShapeException {
    List<DicomImageElement> images = images();
    org.radcam.weasis.fakehost.Drawings first = new org.radcam.weasis.fakehost.Drawings();
    org.radcam.weasis.fakehost.Drawings third = new org.radcam.weasis.fakehost.Drawings();
    images.get(0).setTag(TagW.PresentationModel, first);
    images.get(2).setTag(TagW.PresentationModel, third);
    Graphic square = rectangle(first, LayerType.MEASURE, 0.5, 1.1, 2, 3.2);
    square.setSelected(true);
    rectangle(first, LayerType.DICOM_SEG, 0, 0, 6, 6);
    rectangle(first, LayerType.TEMP_DRAW, 0, 0, 6, 6);
    rectangle(first, LayerType.DRAW, 2, 2, 2, 2);
    PolygonGraphic triangle = new PolygonGraphic();
    triangle.buildGraphic(
        List.of(new Point2D.Double(0, 0), new Point2D.Double(6, 0), new Point2D.Double(6, 6)));
    third.addGraphic(triangle);
    List<Drawing> drawings = Drawings.on(images, number -> "no. " + number);
    assertThat(drawings).extracting(Drawing::image).containsExactly(0, 0, 2);
    assertThat(drawings).extracting(Drawing::imageName).containsExactly("no. 0", "no. 0", "no. 2");
    assertThat(drawings).extracting(Drawing::selected).containsExactly(true, false, false);
    String kind = square.getUIName();
    assertThat(drawings.get(0).name()).isEqualTo(kind);
    assertThat(drawings.get(1).name()).isEqualTo(kind + " 2");
    // With pixels that begin at whole numbers, rows 1.6 to 4.8 of the 8 that are shown: 1 to 3 of
    // the
    // image's 5.
    assertThat(drawings.get(0).outline().getBounds2D().getMinY()).isCloseTo(1, within(1e-12));
    assertThat(drawings.get(0).outline().getBounds2D().getMaxY()).isCloseTo(3, within(1e-12));
    assertThat(drawings.get(0).outline().getBounds2D().getMaxX()).isEqualTo(3);
  }

  private static Graphic rectangle(
      org.radcam.weasis.fakehost.Drawings onto,
      LayerType layer,
      double x,
      double y,
      double width,
      double height)
      throws InvalidShapeException {
    Graphic drawn =
        new RectangleGraphic().buildGraphic(new Rectangle2D.Double(x, y, width, height));
    drawn.setLayerType(layer);
    onto.addGraphic(drawn);
    return drawn;
  }

  @Test
  void segmentsOfTheSameFrameOfReferenceAreRegionsOfTheSeries() {
    load(segmentation(frame()));
    List<StoredRegion> regions = StoredRegions.on(series);
    assertThat(regions).extracting(StoredRegion::name).containsExactly("Tumour", "segment 2");
    assertThat(regions).extracting(StoredRegion::kind).containsOnly("SEG");
    var mask = regions.get(0).on(GRID, Placement.in(frame()));
    assertThat(mask.count()).isEqualTo(2);
    assertThat(mask.contains(1, 0, 2)).isTrue();
    assertThat(mask.contains(6, 4, 2)).isTrue();
    assertThatThrownBy(() -> regions.get(1).on(GRID, Placement.in(frame())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'segment 2' (SEG) cannot be used")
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> regions.get(0).on(GRID, Placement.in("1.2.3")))
        .hasMessageContaining("another frame of reference");
  }

  @Test
  void regionsAreToldApartByTheirObjectAndNumberNotByTheirName() {
    Attributes first = segmentation(frame());
    first.setString(Tag.SeriesDescription, VR.LO, "By hand");
    first.setInt(Tag.SeriesNumber, VR.IS, 300);
    load(first);
    StoredRegion before = StoredRegions.on(series).get(0);
    assertThat(before.origin()).isEqualTo("segment 1, 'By hand', series 300");
    assertThat(StoredRegions.on(series).get(0)).isEqualTo(before).hasSameHashCodeAs(before);
    assertThat(StoredRegions.on(series).get(1)).isNotEqualTo(before);
    load(segmentation(frame()));
    List<StoredRegion> both =
        StoredRegions.on(series).stream().filter(one -> one.name().equals("Tumour")).toList();
    assertThat(both).hasSize(2).contains(before).doesNotHaveDuplicates();
  }

  @Test
  void anotherFrameOfReferenceCountsOnlyIfTheSeriesIsNamed() {
    Attributes other = segmentation("1.2.3.4");
    load(other);
    assertThat(StoredRegions.on(series)).isEmpty();
    Attributes named = segmentation("1.2.3.4");
    Attributes reference = new Attributes();
    reference.setString(
        Tag.SeriesInstanceUID, VR.UI, made.header().getString(Tag.SeriesInstanceUID));
    named.newSequence(Tag.ReferencedSeriesSequence, 1).add(reference);
    load(named);
    assertThat(StoredRegions.on(series)).hasSize(2);
  }

  @Test
  void contouredRegionsOfAStructureSetAreRegions() {
    load(structures());
    List<StoredRegion> regions = StoredRegions.on(series);
    assertThat(regions).extracting(StoredRegion::name).containsExactly("GTV");
    assertThat(regions.get(0).kind()).isEqualTo("RTSTRUCT");
    assertThat(regions.get(0).on(GRID, Placement.in(frame())).count()).isEqualTo(4 * 2);
  }

  @Test
  void objectsOfOtherPatientsAndOfOtherKindsAreNone() {
    Attributes foreign = segmentation(frame());
    foreign.setString(Tag.PatientID, VR.LO, "P2");
    load(foreign);
    Attributes dose = segmentation(frame());
    dose.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.481.2");
    load(dose);
    assertThat(StoredRegions.on(series)).isEmpty();
  }

  private String frame() {
    return made.header().getString(Tag.FrameOfReferenceUID);
  }

  private static void load(Attributes object) {
    FakeHost.load(
        object, URI.create("data:" + object.getString(Tag.SOPInstanceUID)), FakeHost.model());
  }

  private Attributes object(String modality, String sopClass, String uid) {
    Attributes object = new Attributes(patient.header());
    object.setString(Tag.Modality, VR.CS, modality);
    object.setString(Tag.SOPClassUID, VR.UI, sopClass);
    object.setString(Tag.SOPInstanceUID, VR.UI, uid + ".1");
    object.setString(Tag.SeriesInstanceUID, VR.UI, uid);
    return object;
  }

  /** Two segments, of which the first has the pixels (1, 0) and (6, 4) of the third slice. */
  private Attributes segmentation(String frameOfReference) {
    Attributes seg = object("SEG", UID.SegmentationStorage, "1.2.9" + System.nanoTime());
    seg.setString(Tag.FrameOfReferenceUID, VR.UI, frameOfReference);
    seg.setInt(Tag.SamplesPerPixel, VR.US, 1);
    seg.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    seg.setInt(Tag.NumberOfFrames, VR.IS, 1);
    seg.setInt(Tag.Rows, VR.US, 5);
    seg.setInt(Tag.Columns, VR.US, 7);
    seg.setInt(Tag.BitsAllocated, VR.US, 1);
    seg.setInt(Tag.BitsStored, VR.US, 1);
    seg.setInt(Tag.HighBit, VR.US, 0);
    seg.setInt(Tag.PixelRepresentation, VR.US, 0);
    seg.setString(Tag.SegmentationType, VR.CS, "BINARY");
    var segments = seg.newSequence(Tag.SegmentSequence, 2);
    for (int number = 1; number <= 2; number++) {
      Attributes segment = new Attributes();
      segment.setInt(Tag.SegmentNumber, VR.US, number);
      if (number == 1) {
        segment.setString(Tag.SegmentLabel, VR.LO, "Tumour");
      }
      segments.add(segment);
    }
    Attributes shared = new Attributes();
    seg.newSequence(Tag.SharedFunctionalGroupsSequence, 1).add(shared);
    Attributes measures = new Attributes();
    measures.setDouble(Tag.PixelSpacing, VR.DS, 0.8, 0.5);
    shared.newSequence(Tag.PixelMeasuresSequence, 1).add(measures);
    Attributes orientation = new Attributes();
    orientation.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
    shared.newSequence(Tag.PlaneOrientationSequence, 1).add(orientation);
    Attributes group = new Attributes();
    seg.newSequence(Tag.PerFrameFunctionalGroupsSequence, 1).add(group);
    Attributes place = new Attributes();
    place.setDouble(Tag.ImagePositionPatient, VR.DS, 0, 0, 6);
    group.newSequence(Tag.PlanePositionSequence, 1).add(place);
    Attributes identification = new Attributes();
    identification.setInt(Tag.ReferencedSegmentNumber, VR.US, 1);
    group.newSequence(Tag.SegmentIdentificationSequence, 1).add(identification);
    byte[] bits = new byte[6];
    bits[0] = 1 << 1;
    bits[34 / 8] |= (byte) (1 << 34 % 8);
    seg.setBytes(Tag.PixelData, VR.OB, bits);
    return seg;
  }

  /** A square on the second slice, and a region without contours. */
  private Attributes structures() {
    Attributes set = object("RTSTRUCT", UID.RTStructureSetStorage, "1.2.8");
    Attributes referenced = new Attributes();
    referenced.setString(Tag.FrameOfReferenceUID, VR.UI, frame());
    set.newSequence(0x3006_0010, 1).add(referenced);
    var regions = set.newSequence(Tag.StructureSetROISequence, 2);
    var contoured = set.newSequence(Tag.ROIContourSequence, 2);
    for (int number = 1; number <= 2; number++) {
      Attributes region = new Attributes();
      region.setInt(Tag.ROINumber, VR.IS, number);
      region.setString(Tag.ROIName, VR.LO, number == 1 ? "GTV" : "empty");
      region.setString(Tag.ReferencedFrameOfReferenceUID, VR.UI, frame());
      regions.add(region);
      Attributes contours = new Attributes();
      contours.setInt(Tag.ReferencedROINumber, VR.IS, number);
      if (number == 1) {
        Attributes contour = new Attributes();
        contour.setString(0x3006_0042, VR.CS, "CLOSED_PLANAR");
        // Index (0.5, 0.5) to (4.5, 2.5).
        contour.setDouble(
            Tag.ContourData, VR.DS, 0.25, 0.4, 3, 2.25, 0.4, 3, 2.25, 2, 3, 0.25, 2, 3);
        contours.newSequence(Tag.ContourSequence, 1).add(contour);
      }
      contoured.add(contours);
    }
    return set;
  }
}
