package org.radcam.fiji;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.fiji.host.Browser;
import org.radcam.fiji.host.FijiProgress;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.options.EvaluationOptions;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.result.PredictedRows;
import org.radcam.zoo.evaluate.CsvTable;
import org.radcam.zoo.evaluate.Evaluation;
import org.radcam.zoo.evaluate.EvaluationFolder;
import org.radcam.zoo.evaluate.EvaluationSettings;
import org.radcam.zoo.evaluate.EvaluationSource;
import org.radcam.zoo.evaluate.PredictionReader;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Tells how good the predictions of a table are, as {@code ./radcam evaluate} does of files. Names
 * of inputs are options of macros: all lower case, and never changed.
 */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Evaluate...", weight = 13)
    })
// SciJava fills the fields; they are read by name, through Inputs.
@SuppressWarnings("unused")
public final class EvaluateCommand extends DynamicCommand {
  @Parameter(
      label = "Open table",
      description = "Title of the table with the predictions",
      callback = "offerColumns",
      persist = false,
      required = false)
  private String table = EvaluationOptions.RESULTS;

  @Parameter(label = "Its column of true classes", persist = false, required = false)
  private String label = EvaluationOptions.LABEL;

  @Parameter(
      label = "Or a file of predictions (CSV)",
      description = "Columns case, label and p_<class> or predicted",
      style = FileWidget.OPEN_STYLE,
      persist = false,
      required = false)
  private File file;

  @Parameter(
      label = "File of true classes (CSV)",
      description = "Columns case and label, where the table has none",
      style = FileWidget.OPEN_STYLE,
      persist = false,
      required = false)
  private File labels;

  @Parameter(
      label = "Folder for the report",
      description = "New, empty, or of an earlier evaluation, which is replaced",
      style = FileWidget.DIRECTORY_STYLE,
      persist = false,
      required = false)
  private File output;

  @Parameter(label = "Title of the report", persist = false, required = false)
  private String title = "Evaluation";

  /** Called by SciJava before the dialog. */
  @SuppressWarnings("unused")
  private void prepareInputs() {
    Inputs inputs = new Inputs(this);
    if (!Host.attended()) {
      inputs.resolveAll();
      return;
    }
    List<String> tables = PredictedRows.openTables();
    if (!tables.isEmpty()) {
      inputs.choices("table", tables);
      table = tables.contains(table) ? table : tables.get(0);
      offerColumns();
    }
  }

  /** Called by SciJava when another table is chosen, too. */
  private void offerColumns() {
    List<String> columns = PredictedRows.columnsOfTruth(table);
    new Inputs(this).choices("label", columns);
    label = columns.get(0);
  }

  @Override
  public void run() {
    try (FijiProgress progress = new FijiProgress(context(), getInfo().getTitle())) {
      evaluate(
          EvaluationOptions.of(Host.inMacro() ? OptionText.parse(Host.macroOptions()) : typed()),
          progress);
    } catch (CancellationException e) {
      Host.cancelled(this, "Cancelled. Nothing was written.");
    } catch (UserException e) {
      Host.fail(this, e.getMessage());
    } catch (IOException e) {
      Host.fail(this, "The evaluation could not be written: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      Host.fail(this, Host.NO_MEMORY);
    }
  }

  private void evaluate(EvaluationOptions options, Progress progress) throws IOException {
    EvaluationFolder.check(options.output());
    CsvTable rows =
        options.file().isPresent()
            ? CsvTable.read(options.file().get())
            : PredictedRows.of(options.table(), options.label(), options.labels().isPresent());
    Evaluation evaluation =
        Evaluation.of(
            PredictionReader.of(List.of(rows), options.labels()),
            EvaluationSettings.DEFAULT,
            progress);
    EvaluationSource source = source(options, rows);
    Path report = EvaluationFolder.write(options.output(), evaluation, source, progress);
    evaluation.summary().forEach(Host::note);
    Host.note("Report: " + report.toAbsolutePath().normalize());
    progress.report(1, "Evaluated '" + rows.name() + "'");
    Browser.open(context(), report);
  }

  private static EvaluationSource source(EvaluationOptions options, CsvTable rows)
      throws IOException {
    List<Path> files = new ArrayList<>();
    options.file().ifPresent(files::add);
    options.labels().ifPresent(files::add);
    EvaluationSource source = EvaluationSource.of(options.title(), files);
    return options.file().isPresent()
        ? source
        : source.with(rows.name(), rows.text().getBytes(StandardCharsets.UTF_8));
  }

  /** What is typed in, as a macro would say it. */
  private OptionText typed() {
    Inputs inputs = new Inputs(this);
    Map<String, String> typed = new LinkedHashMap<>();
    for (String key : EvaluationOptions.KEYS) {
      inputs.text(key).ifPresent(value -> typed.put(key, value));
    }
    return OptionText.of(typed);
  }
}
