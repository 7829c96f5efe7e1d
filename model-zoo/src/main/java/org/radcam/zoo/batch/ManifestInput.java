package org.radcam.zoo.batch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.radcam.UserException;
import org.radcam.batch.BatchInput;
import org.radcam.batch.CaseSource;
import org.radcam.batch.FolderNames;
import org.radcam.model.ModelCard;
import org.radcam.zoo.train.ManifestRow;
import org.radcam.zoo.train.ManifestText;

/**
 * The cases of a manifest. Refused as a whole is one
 *
 * <ul>
 *   <li>that is no CSV file in UTF-8, or has a header only;
 *   <li>without a column that every case of the model needs, or with two of one name;
 *   <li>with a row that does not name its case, for a result could not be told whose it is;
 *   <li>with a case that is named twice, or whose name differs from another's only in capitals, for
 *       not every system can keep their folders apart.
 * </ul>
 *
 * What else is wrong with a row is found when its turn comes. Rows are numbered as a spreadsheet
 * shows them, the header being row 1.
 */
final class ManifestInput implements BatchInput {
  private final List<CaseSource> sources = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final ManifestSettings settings;

  private ManifestInput(ManifestSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads a manifest.
   *
   * @throws UserException that names the row or the column at fault
   */
  static ManifestInput read(Path file, ModelCard card, ManifestSettings settings) {
    ManifestInput input = new ManifestInput(settings);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .setAllowMissingColumnNames(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    try (CSVParser parser =
        CSVParser.parse(new StringReader(ManifestText.read(file).text()), format)) {
      ModelColumns needs = ModelColumns.of(card, parser.getHeaderNames(), file);
      RowReader reader = new RowReader(file, card, needs, settings);
      Map<String, Long> rows = new HashMap<>();
      for (CSVRecord cells : parser) {
        input.add(file, new ManifestRow(cells), reader, rows);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UserException(file + " is not a valid CSV file: " + e.getMessage(), e);
    }
    if (input.sources.isEmpty()) {
      throw new UserException(file + " has a header but no case");
    }
    return input;
  }

  private void add(Path file, ManifestRow row, RowReader reader, Map<String, Long> rows) {
    String name = row.value(ModelColumns.COLUMNS.caseId());
    if (name.isEmpty()) {
      throw new UserException(
          file + ": row " + row.number() + ": '" + ModelColumns.COLUMNS.caseId() + "' is empty");
    }
    String folder = FolderNames.of(name);
    String same = Normalizer.normalize(folder, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    Long earlier = rows.putIfAbsent(same, row.number());
    if (earlier != null) {
      throw new UserException(
          file
              + ": row "
              + row.number()
              + ": the case '"
              + name
              + "' is that of row "
              + earlier
              + " again (capitals do not tell cases apart)");
    }
    places.put(folder, sources.size());
    sources.add(new RowSource(row, name, folder, reader));
  }

  @Override
  public List<CaseSource> sources() {
    return List.copyOf(sources);
  }

  /** By row and lesion; what is no longer in the manifest comes last. */
  @Override
  public Comparator<String> order() {
    return Comparator.comparingInt(
            (String folder) -> places.getOrDefault(source(folder), places.size()))
        .thenComparing(ManifestInput::source)
        .thenComparingInt(ManifestInput::lesion);
  }

  private static String source(String folder) {
    int slash = folder.indexOf('/');
    return slash < 0 ? folder : folder.substring(0, slash);
  }

  private static int lesion(String folder) {
    String last = folder.substring(folder.indexOf('/') + 1);
    return folder.indexOf('/') >= 0 && last.matches("[0-9]{1,9}") ? Integer.parseInt(last) : 0;
  }

  @Override
  public boolean hasPatients() {
    return true;
  }

  @Override
  public boolean everyGrid() {
    return settings.everyGrid();
  }

  @Override
  public void claim(JsonObject note) {
    note.addProperty("lesions", settings.eachLesion() ? "each" : "one");
    note.addProperty("min_voxels", settings.minVoxels());
    note.addProperty("every_grid", settings.everyGrid());
  }
}
