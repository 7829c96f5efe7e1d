package org.weasis.dicom.codec;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.TagReadable;
import org.weasis.core.api.media.data.TagW;

public class TagD extends TagW {
  public TagD(int tag) {
    super(0, (String) null, (TagW.TagType) null);
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

  public static TagW getNullable(int tag) {
    throw new SignatureOnly();
  }

  public static Object getTagValue(TagReadable tagReadable, int tag) {
    throw new SignatureOnly();
  }

  public static <T> T getTagValue(TagReadable tagReadable, int tag, Class<T> type) {
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
