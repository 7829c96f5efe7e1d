package org.radcam.zoo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.cam.CamMethod;
import org.radcam.cam.CamMethods;
import org.radcam.cam.ExplainedForward;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.NpyArray;
import org.radcam.zoo.Logit;
import org.radcam.zoo.NpyFiles;
import org.radcam.zoo.RawForward;
import org.radcam.zoo.RawNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Feeds a raw array straight to a package's network, for comparing it with any other"
          + " implementation: nothing is prepared, calibrated or scaled.",
      "All files are NPY, float32, little-endian, in C order, as numpy.save writes such arrays."
          + " Every output is complete before the first takes its name; a file that is there already"
          + " is replaced."
    })
final class ZooRunCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ZooOptions options;

  @Parameters(
      paramLabel = "PACKAGE",
      description = "The model, as 'radcam zoo list' names it, or the folder of a package.")
  private String name;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "X.npy",
      description =
          "(N, C, rows, columns) or (N, C, slices, rows, columns); the channels of a cascade's"
              + " networks one after the other.")
  private Path input;

  @Option(
      names = "--clinical",
      paramLabel = "F.npy",
      description = "(N, numbers), encoded, for a model that takes clinical values.")
  private Path clinical;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "Y.npy",
      description = "Logits, (N, logits); those of a cascade's networks one after the other.")
  private Path output;

  @Option(
      names = "--activations",
      paramLabel = "A.npy",
      description = "Activations of the last block, (N, K, rows, columns) or with slices.")
  private Path activations;

  @Option(
      names = "--cam",
      paramLabel = "C.npy",
      description = "The raw map, signed, (N, rows, columns) or with slices; needs --class.")
  private Path cam;

  @Option(
      names = "--class",
      paramLabel = "K",
      description =
          "The logit to explain: its index from 0 over all logits, or its class (in a cascade"
              + " stage.branch).")
  private String label;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "Whose activations to write, for a cascade, where no class is given.")
  private String stage;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "How the map is made (default: grad-cam); needs --cam.")
  private String method;

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto, cpu, cuda or cuda:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Override
  public void run() {
    checkUsage();
    DeviceChoice choice = DeviceChoice.parse(device);
    CamMethod how = method == null ? CamMethods.usual() : CamMethods.get(method);
    ModelPackage model = options.find(name);
    ModelCard card = model.card();
    Optional<Logit> logit = Optional.ofNullable(label).map(text -> Logit.of(card, text));
    int explained = activations == null && cam == null ? 0 : Logit.stageIndex(card, logit, stage);
    NpyArray images = NpyFiles.read(input);
    Optional<NpyArray> numbers = Optional.ofNullable(clinical).map(NpyFiles::read);
    Map<Path, NpyArray> results = new LinkedHashMap<>();
    String ran;
    try (RawNetwork network = RawNetwork.open(model, choice);
        RawForward forward = network.forward(images, numbers)) {
      ran = network.device();
      results.put(output, forward.logits());
      ExplainedForward own = forward.stages().get(explained);
      if (activations != null) {
        results.put(activations, RawForward.activations(own));
      }
      if (cam != null) {
        results.put(cam, RawForward.maps(own, how, logit.orElseThrow().index()));
      }
    }
    write(results);
    PrintWriter out = spec.commandLine().getOut();
    results.forEach((file, array) -> out.println(file + ": float32 " + array.shape()));
    out.println("Ran '" + card.id() + "' on " + ran);
    out.flush();
  }

  private void checkUsage() {
    List<Path> outputs =
        Stream.of(output, activations, cam)
            .filter(Objects::nonNull)
            .map(path -> path.toAbsolutePath().normalize())
            .toList();
    if (outputs.stream().distinct().count() < outputs.size()) {
      throw misused(
          "Two of --output, --activations and --cam are the same file; give each its own.");
    }
    if (cam != null && label == null) {
      throw misused("--cam needs --class: which logit is the map to explain?");
    }
    if (method != null && cam == null) {
      throw misused("--method needs --cam: it says how the map is made.");
    }
    if (cam == null && activations == null && (label != null || stage != null)) {
      throw misused("--class and --stage say what to write with --cam or --activations.");
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void write(Map<Path, NpyArray> results) {
    try {
      NpyFiles.writeAll(results);
    } catch (IOException e) {
      throw new UserException("The outputs cannot be written: " + e.getMessage(), e);
    }
  }
}
