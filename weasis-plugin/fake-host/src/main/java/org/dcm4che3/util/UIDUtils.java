package org.dcm4che3.util;

import java.math.BigInteger;
import java.util.UUID;

/** UIDs in the test host: those of UUIDs (PS3.5 B.2). */
public class UIDUtils {
  private static final String ROOT = "2.25";

  UIDUtils() {}

  public static boolean isValid(String uid) {
    return uid.length() <= 64 && uid.matches("[012]((\\.0)|(\\.[1-9]\\d*))+");
  }

  public static String createUID() {
    return createUID(ROOT);
  }

  public static String createUID(String root) {
    return of(UUID.randomUUID(), root);
  }

  public static String createNameBasedUID(byte[] name) {
    return createNameBasedUID(name, ROOT);
  }

  public static String createNameBasedUID(byte[] name, String root) {
    return of(UUID.nameUUIDFromBytes(name), root);
  }

  public static String createUIDIfNull(String uid) {
    return createUIDIfNull(uid, ROOT);
  }

  public static String createUIDIfNull(String uid, String root) {
    return uid == null ? createUID(root) : uid;
  }

  private static String of(UUID uuid, String root) {
    return root + "." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }
}
