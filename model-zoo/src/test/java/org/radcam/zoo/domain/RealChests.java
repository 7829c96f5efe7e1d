package org.radcam.zoo.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.radcam.TestData;
import org.radcam.domain.Thumbnail;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.PercentileRange;
import org.radcam.prepare.Photometric;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.Resize;

/** Thumbnails of NIH's chest X-rays, prepared as the shipped model prepares them. */
record RealChests(List<float[]> thumbnails, List<String> patients) {
  static final Preparation PREPARATION =
      new Preparation(
          List.of(
              new Photometric(),
              new PercentileRange(0.5, 99.5),
              new Resize(192, 192, 0, Resize.Aspect.FIT),
              new Normalise(0.5, 0.25)));

  /** Every n-th of the 707 images; skips the test where they are absent. */
  static RealChests everyNth(int step) throws IOException {
    Path folder = TestData.require("cxr_nih_256");
    List<float[]> thumbnails = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows =
        CSVParser.parse(Files.newBufferedReader(folder.resolve("labels.csv")), format)) {
      for (CSVRecord row : rows) {
        if (row.getRecordNumber() % step == 0) {
          thumbnails.add(Thumbnail.of(prepared(ImageFiles.read(folder.resolve(row.get("file"))))));
          patients.add(row.get("patient_id"));
        }
      }
    }
    return new RealChests(thumbnails, patients);
  }

  static Volume prepared(SourceImage image) {
    return PREPARATION.apply(image, Optional.empty()).volume();
  }
}
