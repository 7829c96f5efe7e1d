package org.radcam.fiji;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.radcam.UserException;
import org.radcam.fiji.host.FijiProgress;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.image.VolumeImage;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.VolumeSettings;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;
import org.scijava.widget.FileWidget;

/** Opens a volume through the library's own readers; it keeps its place in the patient. */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Open Volume...", weight = 15)
    })
public final class OpenVolumeCommand extends DynamicCommand {
  @Parameter(
      label = "Series",
      description = "Number or UID, where a folder holds several; asked for if empty",
      persist = false,
      required = false)
  private String series = "";

  @Parameter(
      label = "NIfTI, NRRD or DICOM file, or folder of DICOM images",
      style = FileWidget.FILE_AND_DIRECTORY_STYLE,
      persist = false,
      required = false)
  private File path;

  @Parameter private ThreadService threads;

  /** Called by SciJava before the dialog. */
  @SuppressWarnings("unused")
  private void prepareInputs() {
    if (!Host.attended()) {
      new Inputs(this).resolveAll();
    }
  }

  @Override
  public void run() {
    try (FijiProgress progress = new FijiProgress(context(), getInfo().getTitle())) {
      VolumeSettings settings =
          Host.inMacro()
              ? VolumeSettings.of(OptionText.parse(Host.macroOptions()))
              : VolumeSettings.of(series, path == null ? "" : path.getPath());
      progress.report(0, "Reading '" + settings.path().getFileName() + "'");
      ImagePlus volume = open(settings);
      progress.checkCancelled();
      NewImages.show(volume, threads);
      progress.report(1, "Opened '" + volume.getTitle() + "'");
    } catch (CancellationException e) {
      Host.cancelled(this, "Cancelled.");
    } catch (UserException e) {
      Host.fail(this, e.getMessage());
    } catch (OutOfMemoryError e) {
      Host.fail(this, Host.NO_MEMORY);
    }
  }

  private ImagePlus open(VolumeSettings settings) {
    Path path = settings.path();
    try {
      if (!Files.isDirectory(path)) {
        return VolumeImage.of(ImageFiles.read(path), ImageFiles.headerWords(path));
      }
      VolumeFolder folder = new VolumeFolder(path);
      return folder.open(
          settings.series().isEmpty() && folder.hasSeveral() && Host.attended()
              ? Optional.of(ask(folder))
              : settings.series());
    } catch (UnreadableImageException e) {
      throw new UserException(
          "'" + path.getFileName() + "' cannot be opened. " + e.getMessage(), e);
    }
  }

  /** The input takes the answer, so that the Macro Recorder writes it down. */
  private String ask(VolumeFolder folder) {
    String[] lines = folder.lines().toArray(String[]::new);
    GenericDialog dialog = new GenericDialog(Host.TITLE);
    dialog.addChoice("Series", lines, lines[0]);
    dialog.showDialog();
    if (dialog.wasCanceled()) {
      throw new CancellationException("Cancelled");
    }
    String line = dialog.getNextChoice();
    series = line.substring(0, line.indexOf(':'));
    return series;
  }
}
