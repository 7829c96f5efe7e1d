package org.radcam.screenshots;

import java.util.List;
import java.util.Map;

/**
 * What is shown of a task.
 *
 * @param task its key
 * @param command the label of its command
 * @param phantom which of the phantoms, from 0
 * @param typed what is filled into the dialog, by label
 * @param zoom of the images, in percent
 */
record TaskScene(String task, String command, int phantom, Map<String, String> typed, int zoom) {
  static final List<TaskScene> ALL =
      List.of(
          new TaskScene(
              "chest-xray",
              "Chest X-ray: Finding or No Finding...",
              1,
              Map.of("Model", "chest-xray-demo"),
              100),
          new TaskScene(
              "bone-matrix", "Bone Tumour: Osteoid or Chondroid Matrix...", 1, Map.of(), 250),
          new TaskScene(
              "vertebral-fracture",
              "Vertebra: Osteoporotic Fracture Class 0, 1 or 2...",
              2,
              Map.of(),
              100),
          new TaskScene("sinonasal", "Sinonasal Malignancy: SCC, ACC or ONB...", 0, Map.of(), 300),
          new TaskScene("brain-metastasis", "Brain Metastasis: Primary Site...", 2, Map.of(), 400));
}
