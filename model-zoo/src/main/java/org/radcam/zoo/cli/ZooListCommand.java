package org.radcam.zoo.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.Standing;
import org.radcam.task.NoTask;
import org.radcam.task.Tasks;
import org.radcam.zoo.BrokenPackage;
import org.radcam.zoo.ModelZoo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the model packages: shipped with RadCAM, and your own.",
      "Task by task; of each task those that are ready come first."
    })
final class ZooListCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ZooOptions options;

  @Option(names = "--task", paramLabel = "TASK", description = "Only those for this task.")
  private String task;

  @Override
  public void run() {
    ModelZoo zoo = options.zoo();
    List<String> tasks = task == null ? Tasks.keys() : List.of(task);
    List<ModelPackage> packages =
        new ArrayList<>(tasks.stream().flatMap(key -> zoo.packagesFor(key).stream()).toList());
    if (task == null) {
      zoo.packages().stream()
          .filter(model -> NoTask.is(model.card().task()))
          .forEach(packages::add);
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ID", "TASK", "STATE", "STANDING", "NAME"));
    for (ModelPackage model : packages) {
      ModelCard card = model.card();
      rows.add(
          List.of(
              card.id(),
              card.task().key(),
              card.weights().isPresent() ? "ready" : "needs weights",
              card.standing().key(),
              card.name()));
    }
    PrintWriter out = spec.commandLine().getOut();
    TextTable.print(out, rows);
    out.println();
    for (Standing standing : Standing.values()) {
      out.println(standing.key() + ": " + standing.sentence());
    }
    zoo.userFolders().forEach(folder -> out.println("Your own packages: " + folder));
    for (BrokenPackage broken : zoo.broken()) {
      out.println("Broken: " + broken.location() + ": " + broken.reason());
    }
    out.flush();
  }
}
