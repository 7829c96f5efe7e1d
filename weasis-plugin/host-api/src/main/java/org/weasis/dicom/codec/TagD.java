package org.weasis.dicom.codec;

import java.time.LocalDate;
import org.dcm4che3.data.VR;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.TagReadable;
import org.weasis.core.api.media.data.TagW;

public class TagD extends TagW {
  public TagD(int tag) {
    super(0, (String) null, (String) null, (TagW.TagType) null, 0, 0, (Object) null);
    throw new SignatureOnly();
  }

  public TagD(int tag, int tag2) {
    super(0, (String) null, (String) null, (TagW.TagType) null, 0, 0, (Object) null);
    throw new SignatureOnly();
  }

  public TagD(int tag, int tag2, int tag3) {
    super(0, (String) null, (String) null, (TagW.TagType) null, 0, 0, (Object) null);
    throw new SignatureOnly();
  }

  public TagD(int tag, int tag2, int tag3, Object value) {
    super(0, (String) null, (String) null, (TagW.TagType) null, 0, 0, (Object) null);
    throw new SignatureOnly();
  }

  public TagD(int tag, String text) {
    super(0, (String) null, (String) null, (TagW.TagType) null, 0, 0, (Object) null);
    throw new SignatureOnly();
  }

  public TagD(int tag, String text, int tag2, int tag3, Object value) {
    super(0, (String) null, (String) null, (TagW.TagType) null, 0, 0, (Object) null);
    throw new SignatureOnly();
  }

  public TagD(int tag, String text, String text2, int tag2, int tag3, Object value) {
    super(0, (String) null, (String) null, (TagW.TagType) null, 0, 0, (Object) null);
    throw new SignatureOnly();
  }

  public TagD(
      int tag,
      String text,
      String text2,
      String text3,
      VR vr,
      int tag2,
      int tag3,
      Object value,
      boolean flag) {
    super(0, (String) null, (String) null, (TagW.TagType) null, 0, 0, (Object) null);
    throw new SignatureOnly();
  }

  public String getFormattedTagValue(Object value, String text) {
    throw new SignatureOnly();
  }

  public static TagW get(String text) {
    throw new SignatureOnly();
  }

  public static String getKeywordFromTag(int tag, String text) {
    throw new SignatureOnly();
  }

  public static TagW get(int tag) {
    throw new SignatureOnly();
  }

  public static TagW get(int tag, String text) {
    throw new SignatureOnly();
  }

  public static TagW getNullable(int tag) {
    throw new SignatureOnly();
  }

  public static TagW getNullable(int tag, String text) {
    throw new SignatureOnly();
  }

  public static Object getTagValue(TagReadable tagReadable, int tag) {
    throw new SignatureOnly();
  }

  public static <T> T getTagValue(TagReadable tagReadable, int tag, Class<T> type) {
    throw new SignatureOnly();
  }

  public static TagW[] getTagFromIDs(int... values) {
    throw new SignatureOnly();
  }

  public static LocalDate getDicomDate(String text) {
    throw new SignatureOnly();
  }

  public static String getDicomPeriod(String text) {
    throw new SignatureOnly();
  }

  public static String getDicomPersonName(String text) {
    throw new SignatureOnly();
  }

  public static String getDicomPatientSex(String text) {
    throw new SignatureOnly();
  }
}
