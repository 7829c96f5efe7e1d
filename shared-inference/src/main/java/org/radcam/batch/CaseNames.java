package org.radcam.batch;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * What the cases of a batch are called: a file by its path below the input folder, with forward
 * slashes; slice n of a file of several {@code FILE/n}, from 1. Since FILE is a file, nothing else
 * can have that path, so the names of cases, and their folders, never collide.
 */
final class CaseNames {
  /** Files by name, the slices of one file by number. */
  static final Comparator<String> ORDER =
      Comparator.comparing(CaseNames::parent)
          .thenComparingInt(CaseNames::slice)
          .thenComparing(Comparator.naturalOrder());

  private CaseNames() {}

  static String ofFile(Path input, Path file) {
    return input.relativize(file).toString().replace('\\', '/');
  }

  static String ofSlice(String file, int slice, int slices) {
    return slices == 1 ? file : file + "/" + slice;
  }

  static boolean isSliceOf(String caseId, String file) {
    return slice(caseId) > 0 && parent(caseId).equals(file);
  }

  private static String parent(String caseId) {
    return slice(caseId) > 0 ? caseId.substring(0, caseId.lastIndexOf('/')) : caseId;
  }

  private static int slice(String caseId) {
    String last = caseId.substring(caseId.lastIndexOf('/') + 1);
    return caseId.contains("/") && last.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(last) : 0;
  }
}
