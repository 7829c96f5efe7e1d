package org.dcm4che3.data;

import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class ElementDictionary {
  ElementDictionary() {}

  public static VR vrOf(int value, String text) {
    throw new SignatureOnly();
  }

  public static String keywordOf(int value, String text) {
    throw new SignatureOnly();
  }

  public static int tagForKeyword(String text, String text2) {
    throw new SignatureOnly();
  }

  public abstract VR vrOf(int value);

  public abstract String keywordOf(int value);

  public int tagForKeyword(String text) {
    throw new SignatureOnly();
  }
}
