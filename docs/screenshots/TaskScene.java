package org.radcam.screenshots;

import java.util.List;
import java.util.Map;

/**
 * What is shown of a task.
 *
 * @param name what its pictures are called
 * @param task its key
 * @param command the label of its command
 * @param phantom which of the phantoms, from 0
 * @param typed what is filled into the dialog, by label
 * @param clinical whether the phantom's clinical values are filled in: only where the model looks
 *     at them
 * @param zoom of the images, in percent
 */
record TaskScene(
    String name,
    String task,
    String command,
    int phantom,
    Map<String, String> typed,
    boolean clinical,
    int zoom) {
  private static final String VERTEBRA = "Vertebra: Osteoporotic Fracture Class 0, 1 or 2...";

  static final List<TaskScene> ALL =
      List.of(
          new TaskScene(
              "chest-xray",
              "chest-xray",
              "Chest X-ray: Finding or No Finding...",
              1,
              Map.of("Model", "chest-xray-demo"),
              false,
              100),
          new TaskScene(
              "bone-matrix",
              "bone-matrix",
              "Bone Tumour: Osteoid or Chondroid Matrix...",
              1,
              Map.of(),
              true,
              250),
          new TaskScene(
              "vertebral-fracture", "vertebral-fracture", VERTEBRA, 2, Map.of(), false, 150),
          new TaskScene(
              "vertebral-fracture-dlr",
              "vertebral-fracture",
              VERTEBRA,
              2,
              Map.of("Model", "vertebral-fracture-dlr-demo"),
              false,
              150),
          new TaskScene(
              "sinonasal",
              "sinonasal",
              "Sinonasal Malignancy: SCC, ACC or ONB...",
              0,
              Map.of(),
              false,
              400),
          new TaskScene(
              "brain-metastasis",
              "brain-metastasis",
              "Brain Metastasis: Primary Site...",
              2,
              Map.of(),
              false,
              600));
}
