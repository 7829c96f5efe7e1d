package org.dcm4che3.util;

import org.radcam.weasis.hostapi.SignatureOnly;

public class UIDUtils {
  UIDUtils() {}

  public static boolean isValid(String text) {
    throw new SignatureOnly();
  }

  public static String createUID() {
    throw new SignatureOnly();
  }

  public static String createNameBasedUID(byte[] bytes) {
    throw new SignatureOnly();
  }

  public static String createNameBasedUID(byte[] bytes, String text) {
    throw new SignatureOnly();
  }

  public static String createUID(String text) {
    throw new SignatureOnly();
  }

  public static String createUIDIfNull(String text) {
    throw new SignatureOnly();
  }

  public static String createUIDIfNull(String text, String text2) {
    throw new SignatureOnly();
  }
}
