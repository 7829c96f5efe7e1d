package org.radcam.weasis.fakehost;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.dcm4che3.util.UIDUtils;

/** A made-up patient with one study. */
public final class FakePatient {
  private final Attributes header = new Attributes();

  /**
   * @param id also makes the study's UID: the same id, the same UID
   */
  public FakePatient(String id) {
    header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    header.setString(Tag.PatientID, VR.LO, id);
    header.setString(Tag.PatientName, VR.PN, "Phantom^" + id);
    header.setString(Tag.StudyInstanceUID, VR.UI, uid("study " + id));
    header.setString(Tag.StudyDate, VR.DA, "20260102");
    header.setString(Tag.StudyTime, VR.TM, "101112");
    header.setString(Tag.StudyID, VR.SH, "1");
  }

  /** Sex and age as they stand in headers: {@code F}, {@code 045Y}. */
  public FakePatient is(String sex, String age) {
    header.setString(Tag.PatientSex, VR.CS, sex);
    header.setString(Tag.PatientAge, VR.AS, age);
    return this;
  }

  /** What all images of the patient say; changes count for series that are made later. */
  public Attributes header() {
    return header;
  }

  static String uid(String name) {
    return UIDUtils.createNameBasedUID(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
