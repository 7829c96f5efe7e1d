package org.radcam.weasis.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/** One phantom of each task, as files. */
final class PhantomFiles {
  static final List<String> TASKS =
      List.of("chest-xray", "bone-matrix", "vertebral-fracture", "sinonasal", "brain-metastasis");

  private static final long SEED = 7;

  private PhantomFiles() {}

  /** A folder for each task. */
  static Map<String, Path> write(Path parent) throws IOException {
    Map<String, Path> folders = new LinkedHashMap<>();
    for (String task : TASKS) {
      folders.put(task, write(task, parent));
    }
    return folders;
  }

  static Path write(String task, Path parent) throws IOException {
    Path folder = parent.resolve(task);
    PhantomFolder.write(Phantoms.get(task), PhantomFolder.Counts.of(1), SEED, folder);
    return folder;
  }
}
