package org.radcam.zoo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelPackage;
import org.radcam.model.ResourcePackage;
import org.radcam.model.Standing;
import org.radcam.task.Tasks;

/**
 * The model packages that are there: those shipped in the jar, and the user's, one a folder. What
 * is there is looked up once, when the zoo is made.
 *
 * <p>A user's package is listed as broken, with the reason, and harms no other, where
 *
 * <ul>
 *   <li>its card is refused (see {@link org.radcam.model.CardReader});
 *   <li>its id is that of a shipped package, or of another one in the folder.
 * </ul>
 *
 * <p>A folder without a card of ours is passed over: Fiji's {@code models/} has those of other
 * plugins too. Weights are not read here; they are checked when they are loaded.
 */
public final class ModelZoo {
  private static final String MODELS = "/org/radcam/zoo/models";

  private final List<ModelPackage> packages = new ArrayList<>();
  private final List<BrokenPackage> broken = new ArrayList<>();
  private final List<Path> userFolders;

  private ModelZoo(List<Path> userFolders) {
    this.userFolders = List.copyOf(userFolders);
    for (String id : shippedIds()) {
      packages.add(ResourcePackage.open(ModelZoo.class, MODELS + "/" + id));
    }
    this.userFolders.forEach(this::addUserPackages);
  }

  /** The shipped packages only. */
  public static ModelZoo shipped() {
    return new ModelZoo(List.of());
  }

  /** The shipped packages and those where users keep theirs, see {@link UserFolder}. */
  public static ModelZoo standard() {
    return new ModelZoo(UserFolder.all());
  }

  /**
   * The shipped packages and those of a folder.
   *
   * @param folder holds one folder for each package; need not exist
   */
  public static ModelZoo withUserFolder(Path folder) {
    return new ModelZoo(List.of(folder));
  }

  /** Every package that can be read, shipped ones first. */
  public List<ModelPackage> packages() {
    return List.copyOf(packages);
  }

  /** What of the user's folder cannot be used, and why. */
  public List<BrokenPackage> broken() {
    return List.copyOf(broken);
  }

  /** Where the user's packages are looked for. */
  public List<Path> userFolders() {
    return userFolders;
  }

  /**
   * The packages that answer a task's question, the one to offer first at the front. The first of
   * these that tells two apart decides:
   *
   * <ul>
   *   <li>those with weights before those that need them;
   *   <li>those with a network before those that answer from values alone;
   *   <li>research before demo;
   *   <li>the shipped ones before the user's, so that a package becomes the default only where it
   *       is chosen;
   *   <li>by id.
   * </ul>
   *
   * @throws UserException listing the tasks, if there is no such task
   */
  public List<ModelPackage> packagesFor(String taskKey) {
    String key = Tasks.get(taskKey).key();
    return packages.stream()
        .filter(model -> model.card().task().key().equals(key))
        .sorted(
            Comparator.comparing((ModelPackage model) -> model.card().weights().isEmpty())
                .thenComparing(model -> !model.card().hasNetwork())
                .thenComparing(model -> model.card().standing() == Standing.DEMO)
                .thenComparing(model -> !(model instanceof ResourcePackage))
                .thenComparing(model -> model.card().id()))
        .toList();
  }

  /**
   * The package of that id.
   *
   * @throws UserException if there is none, listing what there is; or saying what is wrong with it,
   *     if it is broken
   */
  public ModelPackage find(String id) {
    for (ModelPackage model : packages) {
      if (model.card().id().equals(id)) {
        return model;
      }
    }
    for (BrokenPackage one : broken) {
      if (Path.of(one.location()).endsWith(id)) {
        throw new UserException("The model '" + id + "' is broken: " + one.reason());
      }
    }
    throw new UserException(
        "There is no model '"
            + id
            + "'. There are: "
            + packages.stream().map(model -> model.card().id()).collect(Collectors.joining(", "))
            + "."
            + (userFolders.isEmpty() ? "" : " Your own are looked for in " + folderNames() + "."));
  }

  private String folderNames() {
    return userFolders.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  private void addUserPackages(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted()
          .forEach(this::addUserPackage);
    } catch (IOException e) {
      broken.add(
          new BrokenPackage(folder.toString(), "the folder cannot be read: " + e.getMessage()));
    }
  }

  private void addUserPackage(Path folder) {
    try {
      if (!FolderPackage.isOne(folder)) {
        return;
      }
      ModelPackage model = FolderPackage.open(folder);
      Optional<ModelPackage> same =
          packages.stream()
              .filter(other -> other.card().id().equals(model.card().id()))
              .findFirst();
      if (same.isPresent()) {
        broken.add(
            new BrokenPackage(
                folder.toString(),
                "its id '"
                    + model.card().id()
                    + "' is already that of "
                    + same.get().location()
                    + "; give it another id in its "
                    + FolderPackage.CARD));
      } else {
        packages.add(model);
      }
    } catch (UserException e) {
      broken.add(new BrokenPackage(folder.toString(), e.getMessage()));
    } catch (IOException e) {
      broken.add(new BrokenPackage(folder.toString(), "cannot be read: " + e.getMessage()));
    }
  }

  /** The jar's list of packages; a jar's folders cannot be listed everywhere. */
  private static List<String> shippedIds() {
    try (InputStream in = ModelZoo.class.getResourceAsStream(MODELS + "/index.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
