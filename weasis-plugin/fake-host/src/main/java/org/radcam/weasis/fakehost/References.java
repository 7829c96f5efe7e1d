package org.radcam.weasis.fakehost;

import java.util.HashSet;
import java.util.Set;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;

/** The instances that a data set names anywhere. */
final class References {
  private References() {}

  static Set<String> of(Attributes dataset) {
    Set<String> found = new HashSet<>();
    collect(dataset, found);
    return found;
  }

  private static void collect(Attributes dataset, Set<String> found) {
    for (int tag : dataset.tags()) {
      Sequence items = dataset.getSequence(tag);
      if (items != null) {
        items.forEach(item -> collect(item, found));
      } else if (tag == Tag.ReferencedSOPInstanceUID) {
        found.add(dataset.getString(tag));
      }
    }
  }
}
