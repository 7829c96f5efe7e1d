package org.radcam.screenshots;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.measure.ResultsTable;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ImageProcessor;
import ij.text.TextWindow;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.radcam.bridge.ImageJBridge;
import org.radcam.fiji.image.VolumeImage;
import org.radcam.io.ImageFiles;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;

/**
 * Makes the pictures of the documentation: opens phantoms in ImageJ, runs RadCAM's commands through
 * their dialogs, and photographs the screen.
 */
public final class Screenshots {
  private static final int CASES = 6;
  private static final long SEED = 7;

  private static final int LINE_MARGIN = 30;

  private static final String HEAT_MAP = "Heat Map...";

  /** What is shown of the table that is evaluated, which has more columns than a picture. */
  private static final List<String> EVALUATED =
      List.of("Label", "Predicted", "p_no_finding", "p_finding", "Model", "True class");

  /** What the mask is called in the dialog. */
  private static final String MASK = "Tumour mask";

  private final ImageJBridge bridge;
  private final Screen screen;
  private final Screen aside;
  private final Path phantoms;

  private Screenshots(ImageJBridge bridge, Screen screen, Screen aside, Path phantoms) {
    this.bridge = bridge;
    this.aside = aside;
    this.screen = screen;
    this.phantoms = phantoms;
  }

  /**
   * @param arguments folder for the pictures, folder for phantoms, and the scenes that are wanted
   *     (of {@link TaskScene}, radiomics, evaluate; none for all)
   */
  public static void main(String[] arguments) throws Exception {
    Path out = Files.createDirectories(Path.of(arguments[0]));
    Path phantoms = Files.createDirectories(Path.of(arguments[1]));
    List<String> wanted = List.of(arguments).subList(2, arguments.length);
    ImageJBridge bridge = ImageJBridge.open();
    new ImageJ().setLocation(0, 0);
    Screenshots shots = new Screenshots(bridge, new Screen(out), new Screen(phantoms), phantoms);
    int status = 0;
    try {
      for (TaskScene scene : TaskScene.ALL) {
        if (wanted.isEmpty() || wanted.contains(scene.name())) {
          shots.task(scene);
          shots.closeAll();
        }
      }
      if (wanted.isEmpty() || wanted.contains("radiomics")) {
        shots.radiomics();
        shots.closeAll();
      }
      if (wanted.isEmpty() || wanted.contains("evaluate")) {
        shots.evaluate();
      }
    } catch (Exception | Error e) {
      e.printStackTrace();
      status = 1;
    }
    // ImageJ's windows would keep the program alive.
    System.exit(status);
  }

  private void task(TaskScene scene) throws Exception {
    Task task = Tasks.get(scene.task());
    CSVRecord row = row(scene);
    List<ImagePlus> images = new ArrayList<>();
    for (ImageRole role : task.roles()) {
      String column = task.roles().size() == 1 ? "image" : "image:" + role.key();
      images.add(open(folder(scene).resolve(row.get(column)), images.size(), scene.zoom()));
    }
    ImagePlus reference = images.get(0);
    boolean masked = row.isMapped("roi") && region(scene, row, reference);
    IJ.selectWindow(reference.getID());
    Future<Module> command = command(scene.command());
    Dialog dialog = screen.dialog(scene.command());
    for (ClinicalField field : task.clinical()) {
      if (scene.clinical() && row.isMapped(field.key()) && !row.get(field.key()).isBlank()) {
        Screen.fill(dialog, field.title(), row.get(field.key()));
      }
    }
    for (Map.Entry<String, String> typed : scene.typed().entrySet()) {
      Screen.fill(dialog, typed.getKey(), typed.getValue());
    }
    if (masked) {
      Screen.fill(dialog, "Mask image", MASK);
    }
    if (!scene.typed().isEmpty()) {
      // The note of another model may have another size.
      SwingUtilities.invokeAndWait(dialog::pack);
    }
    dialog.setLocation(20, 20);
    screen.take(dialog, scene.name() + "-dialog");
    Screen.press(dialog, "OK");
    await(command);
    images.forEach(Screenshots::showHeat);
    for (int n = 0; n < images.size(); n++) {
      widen(images.get(n).getWindow());
      images.get(n).getWindow().setLocation(20 + 30 * n, 130 + 30 * n);
      screen.take(images.get(n).getWindow(), scene.name() + "-heatmap" + (n == 0 ? "" : "-" + n));
    }
    results(scene.name() + "-results");
    if (task.cascade().isEmpty()) {
      return;
    }
    // A cascade has a heat map a stage, and so the fullest dialog of this command.
    IJ.selectWindow(reference.getID());
    Future<Module> change = command(HEAT_MAP);
    Dialog heat = screen.dialog(HEAT_MAP);
    heat.setLocation(20, 20);
    screen.take(heat, "fiji-heatmap-dialog");
    Screen.press(heat, "Cancel");
    await(change);
  }

  /** ImageJ cuts the line above an image that is narrower than the line. */
  private static void widen(ImageWindow window) {
    int line = window.getFontMetrics(window.getFont()).stringWidth(window.createSubtitle());
    window.setSize(Math.max(window.getWidth(), line + LINE_MARGIN), window.getHeight());
    window.repaint();
  }

  /** Goes to the middle one of the slices that have heat. */
  private static void showHeat(ImagePlus image) {
    if (image.getOverlay() == null || image.getStackSize() == 1) {
      return;
    }
    int[] slices =
        Stream.of(image.getOverlay().toArray())
            .mapToInt(element -> Math.max(element.getPosition(), element.getZPosition()))
            .filter(slice -> slice > 0)
            .sorted()
            .toArray();
    if (slices.length > 0) {
      image.setSlice(slices[slices.length / 2]);
    }
  }

  private void radiomics() throws Exception {
    TaskScene scene =
        TaskScene.ALL.stream()
            .filter(one -> one.task().equals("bone-matrix"))
            .findFirst()
            .orElseThrow();
    CSVRecord row = row(scene);
    ImagePlus image = open(folder(scene).resolve(row.get("image")), 0, scene.zoom());
    region(scene, row, image);
    IJ.selectWindow(image.getID());
    Future<Module> command = command("Radiomics...");
    Dialog dialog = screen.dialog("Radiomics...");
    Screen.fill(dialog, "Mask image", MASK);
    Screen.fill(dialog, "Discretisation", "fbs:25");
    Screen.fill(dialog, "Intensity range", "-500:");
    Screen.fill(dialog, "Resample to (mm)", "1");
    dialog.setLocation(20, 20);
    screen.take(dialog, "fiji-radiomics");
    Screen.press(dialog, "OK");
    await(command);
    Window table = WindowManager.getWindow("Radiomics");
    table.setBounds(20, 120, 960, 360);
    screen.take(table, "fiji-radiomics-table");
  }

  /** The answers to some X-rays beside what is true of them, and the dialog that asks of it. */
  private void evaluate() throws Exception {
    TaskScene scene = TaskScene.ALL.get(0);
    ResultsTable table = ResultsTable.getResultsTable();
    for (CSVRecord row : rows(scene)) {
      ImagePlus image = open(folder(scene).resolve(row.get("image")), 0, scene.zoom());
      Future<Module> answer = command(scene.command());
      Dialog asks = screen.dialog(scene.command());
      Screen.fill(asks, "Model", "chest-xray-demo");
      Screen.press(asks, "OK");
      await(answer);
      table.setValue("True class", table.size() - 1, row.get("label"));
      image.close();
    }
    for (String column : table.getHeadings()) {
      if (!EVALUATED.contains(column)) {
        table.deleteColumn(column);
      }
    }
    table.show("Results");
    Frame window = WindowManager.getFrame("Results");
    window.setBounds(20, 130, 760, 230);
    Future<Module> command = command("Evaluate...");
    Dialog dialog = screen.dialog("Evaluate...");
    Screen.fill(dialog, "Folder for the report", "/data/evaluation");
    Screen.fill(dialog, "Title of the report", "Chest X-ray demo on phantoms");
    dialog.setLocation(20, 380);
    screen.take("fiji-evaluate", () -> window.getBounds().union(dialog.getBounds()));
    Screen.press(dialog, "Cancel");
    await(command);
  }

  /** Waits for a command, and closes what it tells meanwhile. */
  private void await(Future<Module> command) throws Exception {
    while (!command.isDone()) {
      Thread.sleep(200);
      Optional<Dialog> told =
          Screen.dialogs().filter(one -> "RadCAM".equals(one.getTitle())).findFirst();
      if (told.isPresent()) {
        // Warnings, or why a command could not do its work.
        aside.take(told.get(), "message");
        told.get().dispose();
      }
    }
    command.get();
  }

  private Future<Module> command(String label) {
    ModuleService modules = bridge.context().service(ModuleService.class);
    ModuleInfo info =
        modules.getModules().stream()
            .filter(one -> one.getMenuPath() != null && one.getMenuPath().getLeaf() != null)
            .filter(one -> label.equals(one.getMenuPath().getLeaf().getName()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no command '" + label + "'"));
    return modules.run(info, true);
  }

  private static ImagePlus open(Path file, int number, int zoom) throws Exception {
    String name = file.getFileName().toString();
    ImagePlus image =
        name.endsWith(".png")
            ? IJ.openImage(file.toString())
            : VolumeImage.of(ImageFiles.read(file));
    image.show();
    IJ.run(image, "Set... ", "zoom=" + zoom);
    image.getWindow().setLocation(620 + 40 * number, 130 + 40 * number);
    return image;
  }

  /**
   * Gives the region of a case: on a single slice as a selection, on a volume as an open mask.
   *
   * @return whether it is a mask
   */
  private boolean region(TaskScene scene, CSVRecord row, ImagePlus image) throws Exception {
    ImagePlus mask = VolumeImage.of(ImageFiles.read(folder(scene).resolve(row.get("roi"))));
    int middle = middle(mask);
    image.setSlice(middle);
    if (image.getStackSize() == 1) {
      ImageProcessor slice = mask.getStack().getProcessor(middle);
      slice.setThreshold(1, Double.MAX_VALUE, ImageProcessor.NO_LUT_UPDATE);
      image.setRoi(ThresholdToSelection.run(new ImagePlus("", slice)));
      return false;
    }
    mask.setTitle(MASK);
    mask.show();
    mask.getWindow().setLocation(1000, 700);
    return true;
  }

  /** The middle of the slices that a mask is on, from 1. */
  private static int middle(ImagePlus mask) {
    int first = 0;
    int last = 0;
    for (int slice = 1; slice <= mask.getStackSize(); slice++) {
      if (mask.getStack().getProcessor(slice).getStats().max > 0) {
        first = first == 0 ? slice : first;
        last = slice;
      }
    }
    return (first + last) / 2;
  }

  /** The first columns of the Results table, which are wider than a screen. */
  private void results(String name) throws Exception {
    ResultsTable.getResultsTable().show("Results");
    Frame window = WindowManager.getFrame("Results");
    window.setBounds(20, 420, 1140, 150);
    screen.take(window, name);
  }

  private void closeAll() {
    int[] open = WindowManager.getIDList();
    for (int id : open == null ? new int[0] : open) {
      ImagePlus image = WindowManager.getImage(id);
      image.changes = false;
      image.close();
    }
    ResultsTable.getResultsTable().reset();
    for (Frame window : WindowManager.getNonImageWindows()) {
      if (window instanceof TextWindow table) {
        table.close(false);
      }
    }
  }

  private CSVRecord row(TaskScene scene) throws Exception {
    return rows(scene).get(scene.phantom());
  }

  private List<CSVRecord> rows(TaskScene scene) throws Exception {
    Path folder = folder(scene);
    if (!Files.exists(folder.resolve("labels.csv"))) {
      PhantomFolder.write(Phantoms.get(scene.task()), PhantomFolder.Counts.of(CASES), SEED, folder);
    }
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(folder.resolve("labels.csv"), StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private Path folder(TaskScene scene) {
    return phantoms.resolve(scene.task());
  }
}
