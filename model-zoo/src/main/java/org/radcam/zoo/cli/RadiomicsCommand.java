package org.radcam.zoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.radcam.UserException;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.radiomics.FeatureTable;
import org.radcam.radiomics.FeatureValue;
import org.radcam.radiomics.Radiomics;
import org.radcam.radiomics.RadiomicsSettings;
import org.radcam.radiomics.RadiomicsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./radcam radiomics}. */
@Command(
    name = "radiomics",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the radiomics features of a region by the definitions of the IBSI.",
      "Writes a table with the columns tag, name and value. A feature without a value for this"
          + " region is NaN. Intensities are in the image's units (Hounsfield units on CT)."
    })
final class RadiomicsCommand implements Runnable {
  /** Names for the help. */
  static final class Families extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Families() {
      super(RadiomicsText.familyNames());
    }
  }

  /** Names for the help. */
  static final class Aggregations extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Aggregations() {
      super(RadiomicsText.aggregationNames());
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--image",
      required = true,
      paramLabel = "FILE",
      description = "The image: NIfTI, NRRD, DICOM, TIFF or PNG.")
  private Path image;

  @Option(
      names = "--mask",
      required = true,
      paramLabel = "FILE",
      description = "The region, on the image's grid: voxels other than 0 belong to it.")
  private Path mask;

  @Option(
      names = "--label",
      paramLabel = "N",
      description = "Only the mask's voxels of this value belong to the region.")
  private Integer label;

  @Option(
      names = "--discretisation",
      defaultValue = RadiomicsText.DISCRETISATION,
      paramLabel = "BINS",
      description = {
        "Of the intensity histogram and of texture: fbn:N (N bins), fbs:W (bins of the width W),"
            + " or none where intensities are grey levels 1, 2, 3 ... (default:"
            + " ${DEFAULT-VALUE})."
      })
  private String discretisation;

  @Option(
      names = "--ivh",
      paramLabel = "BINS",
      description = {
        "Discretisation of the intensity-volume histogram (default: fbn:1000, or none with"
            + " --discretisation none)."
      })
  private String volumeHistogram = "";

  @Option(
      names = "--range",
      paramLabel = "LOW:HIGH",
      description = {
        "Only intensities in this range count, as in --range=-500:400. Without HIGH the range is"
            + " open above. It is where bins of a fixed width begin."
      })
  private String range = "";

  @Option(
      names = "--outliers",
      paramLabel = "SIGMAS",
      description = {
        "Intensities further from the region's mean than so many standard deviations do not"
            + " count; the IBSI takes 3."
      })
  private String outliers = "";

  @Option(
      names = "--spacing",
      paramLabel = "MM",
      description = {
        "Resamples image and mask first, to cubes of this size, or to I,J,K; 0 leaves an axis as"
            + " it is (1,1,0 resamples within the slices)."
      })
  private String spacing = "";

  @Option(
      names = "--interpolation",
      defaultValue = "linear",
      paramLabel = "KIND",
      description = "How the image is resampled: linear or cubic (default: ${DEFAULT-VALUE}).")
  private String interpolation;

  @Option(
      names = "--round",
      description = "Rounds resampled intensities to whole numbers, as is usual for CT.")
  private boolean round;

  @Option(
      names = "--filter",
      paramLabel = "FILTER",
      description = {
        "Measures a filtered image: log:SIGMA (Laplacian of Gaussian, SIGMA in mm) or wavelet:NAME"
            + " (coif1, undecimated; L or H along i, j and k, such as wavelet:LLH)."
      })
  private String filter = "";

  @Option(
      names = "--families",
      paramLabel = "FAMILIES",
      completionCandidates = Families.class,
      description = {"Only these, separated by commas: ${COMPLETION-CANDIDATES} (default: all)."})
  private String families = "";

  @Option(
      names = "--aggregations",
      paramLabel = "KINDS",
      completionCandidates = Aggregations.class,
      description = {
        "Only these of texture, separated by commas: ${COMPLETION-CANDIDATES} (default: all)."
      })
  private String aggregations = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The table to write (CSV); replaced if it is there.")
  private Path out;

  @Override
  public void run() {
    RadiomicsSettings settings = settings();
    FeatureTable.checkPlace(out);
    SourceImage source = source();
    List<FeatureValue> features = Radiomics.extract(source, region(source), settings);
    try {
      FeatureTable.write(out, features);
    } catch (IOException e) {
      throw new UserException("Cannot write to " + out + ": " + e.getMessage(), e);
    }
    long undefined = FeatureTable.undefined(features);
    spec.commandLine()
        .getOut()
        .println(
            features.size()
                + " features in "
                + out
                + (undefined == 0 ? "" : ", " + undefined + " of them without a value (NaN)"));
    spec.commandLine().getOut().flush();
  }

  private RadiomicsSettings settings() {
    return new RadiomicsText(
            discretisation,
            volumeHistogram,
            range,
            outliers,
            spacing,
            interpolation,
            round,
            filter,
            families,
            aggregations)
        .settings();
  }

  private SourceImage source() {
    try {
      return ImageFiles.read(image);
    } catch (UnreadableImageException e) {
      throw new UserException("Cannot read the image " + image + ": " + e.getMessage(), e);
    }
  }

  private Mask region(SourceImage source) {
    try {
      return label == null
          ? MaskFiles.read(mask, source.geometry())
          : MaskFiles.read(mask, source.geometry(), label);
    } catch (UnreadableImageException e) {
      throw new UserException("Cannot read the mask " + mask + ": " + e.getMessage(), e);
    }
  }
}
