package org.radcam.zoo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.ScriptNetwork;
import org.radcam.task.Tasks;
import org.radcam.zoo.ImportDefinition;
import org.radcam.zoo.ScriptImport;
import org.radcam.zoo.WeightsImport;
import org.radcam.zoo.WeightsSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a package from weights: a PyTorch state dict (.pth, .pt) or safetensors.",
      "Give the network (--arch) and what its outputs mean: --task for a task's classes in their"
          + " order, or --classes N for outputs without a meaning; or give --package, a definition"
          + " that has all that.",
      "The file must hold exactly the network's tensors, under torchvision's names or those of"
          + " RadImageNet, CheXNet, TorchXRayVision, MedicalNet or 3D-ResNets; what does not fit is"
          + " listed and nothing is written. State dicts are never run. A TorchScript program (--arch"
          + " torchscript) is a program and runs, now and whenever it classifies: import only"
          + " programs from people you trust."
    })
final class ZooImportCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ZooOptions options;
  @Mixin private NetworkOptions network;

  @Parameters(paramLabel = "FILE", description = "The weights.")
  private Path file;

  @Option(
      names = "--package",
      paramLabel = "ID",
      description = "The definition: its task, network, preparation and classes are taken over.")
  private String definition;

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description =
          "The question that the outputs answer; images are prepared as by its shipped package that"
              + " is most like this network.")
  private String task;

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "So many outputs without a meaning: a package to run on arrays, not on images.")
  private Integer classes;

  @Option(
      names = "--headless",
      description = "Write all but the last layer, as first weights for 'train --init'.")
  private boolean headless;

  @Option(
      names = "--state-dict",
      paramLabel = "KEY",
      description = "Which one, if a checkpoint holds several, such as model or ema.")
  private String stateDict;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "Short name of the new package (default: that of the folder or the file).")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to make (default: NAME in the folder of your own packages).")
  private Path out;

  @Override
  public void run() {
    checkUsage();
    String name = id != null ? id : nameOf(out != null && definition == null ? out : file);
    Path folder = out == null ? options.folder().resolve(name) : out;
    PrintWriter console = spec.commandLine().getOut();
    if (network.isScript()) {
      importScript(name, folder, console);
      return;
    }
    try (WeightsSource weights = WeightsSource.open(file, Optional.ofNullable(stateDict))) {
      weights.report().forEach(console::println);
      if (headless) {
        ArchitectureSpec wanted = network.spec(weights, 2);
        Path made = WeightsImport.features(weights, wanted, folder);
        console.println("Wrote the features, without a classifier, to " + made);
        console.println(
            "Train from them: ./radcam train --task TASK --data MANIFEST.csv --out DIR --init "
                + made);
      } else {
        FolderPackage made = WeightsImport.run(weights, card(weights, console), name, folder);
        console.println("Imported as '" + name + "' into " + made.location());
      }
      console.flush();
    } catch (IOException e) {
      throw new UserException("The import failed: " + e.getMessage(), e);
    }
  }

  private void importScript(String name, Path folder, PrintWriter console) {
    console.println(
        "A TorchScript program is run, now and whenever it classifies. Import only programs from"
            + " people you trust.");
    console.flush();
    try {
      ModelCard begin =
          classes != null
              ? ImportDefinition.withoutTask(network.script(classes), Optional.empty())
              : ImportDefinition.forTask(task, network.script(Tasks.get(task).classes().size()));
      sayPreparation(begin, console);
      FolderPackage made = ScriptImport.run(file, begin, name, folder);
      boolean split = made.card().onlyStage().architecture().key().equals(ScriptNetwork.SPLIT);
      console.println(
          split
              ? "The program has features and a head: heat maps are made between them."
              : "The program has no methods features and head that fit together: it classifies, but"
                  + " there is no heat map (CAM).");
      console.println("Imported as '" + name + "' into " + made.location());
      console.flush();
    } catch (IOException e) {
      throw new UserException("The import failed: " + e.getMessage(), e);
    }
  }

  private void checkUsage() {
    long meanings = Stream.of(definition, task, classes).filter(Objects::nonNull).count();
    if (headless ? meanings > 0 : meanings != 1) {
      throw wrong(
          headless
              ? "--headless writes no package: leave out --package, --task and --classes."
              : "Give one of --package ID, --task TASK with --arch, --classes N with --arch.");
    }
    if (definition != null && network.given()) {
      throw wrong("--package has a network already: leave out --arch.");
    }
    refuseUnused(definition != null, network.details(), "--package has a network already");
    refuseUnused(
        network.isScript(), network.details("--channels"), "A TorchScript program is a network");
    if (network.isScript() && stateDict != null) {
      throw wrong("A TorchScript program has no state dicts: leave out --state-dict.");
    }
    if (headless && network.isScript()) {
      throw wrong("A TorchScript program cannot be trained further: leave out --headless.");
    }
    if (definition == null && !network.given()) {
      throw wrong("Which network are the weights for? Give --arch ARCH.");
    }
  }

  private void refuseUnused(boolean unused, List<String> given, String why) {
    if (unused && !given.isEmpty()) {
      throw wrong(why + ": leave out " + String.join(", ", given) + ".");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private ModelCard card(WeightsSource weights, PrintWriter console) {
    if (classes != null) {
      return ImportDefinition.withoutTask(network.spec(weights, classes), weights.scaling());
    }
    ModelCard card =
        definition != null
            ? options.zoo().find(definition).card()
            : ImportDefinition.forTask(
                task, network.spec(weights, Tasks.get(task).classes().size()));
    sayPreparation(card, console);
    if (weights.scaling().isEmpty()) {
      return card;
    }
    Optional<ModelCard> scaled = ImportDefinition.scaled(card, weights.scaling().get());
    console.println(
        scaled.isPresent()
            ? "The scaling that the weights want takes the place of that package's."
            : "The scaling that the weights want is not taken over: '"
                + card.id()
                + "' does not scale every image to 0 to 1 and then normalise it. Compare its"
                + " preparation with what the weights were trained with.");
    return scaled.orElse(card);
  }

  private void sayPreparation(ModelCard begin, PrintWriter console) {
    if (classes == null) {
      console.println("Images are prepared as by '" + begin.id() + "'.");
    }
  }

  private static String nameOf(Path path) {
    return path.toAbsolutePath()
        .normalize()
        .getFileName()
        .toString()
        .replaceFirst("\\.(safetensors|pth|pt|th|ckpt|tar|bin)$", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9_.-]", "-");
  }
}
