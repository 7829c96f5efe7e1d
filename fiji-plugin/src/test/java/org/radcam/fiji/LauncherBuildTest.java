package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.fiji.LauncherScript.Launch;
import org.radcam.fiji.LauncherScript.Outcome;

/**
 * How ./radcam builds and runs, in a small repository with blanks in its name. Maven and Java are
 * scripts that leave what the true ones would leave and tell what they were asked.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "radcam is a shell script")
class LauncherBuildTest {
  /** Needs a file called "broken" in the repository to fail. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "mvn $*" >>builds.txt
      [ ! -e broken ] || { echo "[ERROR] broken"; exit 1; }
      mkdir -p module/target/classes
      cp module/src/main/A.java module/target/classes/A.class
      printf %s "$PWD/module/target/classes:$PWD/a library.jar" >launcher/target/classpath.txt
      """;

  /** With "wait" it runs until there is a file "go", and fails if its classes have changed. */
  private static final String JAVA =
      """
      #!/bin/sh
      [ "$1" != -version ] || { echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit 0; }
      for last; do :; done
      case "$*" in
        *PatchedImageJ*) echo jar >"$last"; exit 0 ;;
      esac
      while [ "$1" != -cp ]; do shift; done
      path=$2
      shift 3
      echo "charmap $(locale charmap)"
      for argument; do echo "<$argument>"; done
      if [ "$last" = wait ]; then
        IFS=:
        before=$(for entry in $path; do cat "$entry" "$entry/A.class" 2>/dev/null; done)
        touch started
        until [ -e go ]; do sleep 0.05; done
        after=$(for entry in $path; do cat "$entry" "$entry/A.class" 2>/dev/null; done)
        [ "$before" = "$after" ] || { echo "was: $before; is: $after"; exit 9; }
      fi
      exit "${STATUS:-0}"
      """;

  @TempDir private Path folder;
  private Path repository;
  private Path source;

  @BeforeEach
  void makeARepository() throws IOException {
    repository = Files.createDirectories(folder.resolve("my clone of it"));
    Files.copy(LauncherScript.REPOSITORY, repository.resolve("radcam"));
    Files.writeString(repository.resolve("pom.xml"), "<project/>");
    Files.writeString(repository.resolve("a library.jar"), "library");
    source = repository.resolve("module/src/main/A.java");
    Files.createDirectories(source.getParent());
    Files.createDirectories(repository.resolve("launcher"));
    Files.writeString(source, "class A {}");
    program("mvn", MAVEN);
    program("java", JAVA);
  }

  @Test
  void aFreshCloneIsBuiltOnceAndAnEditBuildsAgain() throws IOException, InterruptedException {
    assertThat(radcam().run("zoo", "list").status()).isZero();
    assertThat(radcam().run("zoo", "list").text()).doesNotContain("building");
    assertThat(builds()).hasSize(1);
    assertThat(builds().get(0)).contains("-Dspotless.check.skip=true", "-pl launcher -am compile");

    Files.writeString(source, "class A { }");
    assertThat(radcam().run("zoo", "list").text()).contains("building");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void aFailingBuildIsToldAndTriedAgain() throws IOException, InterruptedException {
    Path broken = Files.createFile(repository.resolve("broken"));

    Outcome outcome = radcam().run("zoo", "list");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.text()).contains("[ERROR] broken", "radcam: The build failed");

    Files.delete(broken);
    assertThat(radcam().run("zoo", "list").status()).isZero();
    assertThat(builds()).hasSize(2);
  }

  @Test
  void argumentsAndTheExitStatusPassUnharmed() throws IOException, InterruptedException {
    Outcome outcome = radcam("STATUS", "7").run("macro", "my macro.ijm", "input=[a  b] $x *", "");

    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.text()).contains("<my macro.ijm>\n<input=[a  b] $x *>\n<>\n");
  }

  @Test
  void twoFirstLaunchesAtOnceBuildOnce() throws IOException, InterruptedException {
    Launch first = radcam().start("zoo", "list");
    Launch second = radcam().start("zoo", "list");

    assertThat(first.outcome().status()).isZero();
    assertThat(second.outcome().status()).isZero();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void theLockOfAProcessThatIsNoMoreDoesNotStopAnybody() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path lock = Files.createDirectories(repository.resolve("launcher/target/lock"));
    Files.writeString(lock.resolve("pid"), ended.pid() + "\n");

    assertThat(radcam().run("zoo", "list").status()).isZero();
    assertThat(builds()).hasSize(1);
    assertThat(lock).doesNotExist();
  }

  @Test
  void aLibraryThatWasRemovedIsFetchedAgain() throws IOException, InterruptedException {
    radcam().run("zoo", "list");
    Files.delete(repository.resolve("a library.jar"));
    radcam().run("zoo", "list");

    assertThat(builds()).hasSize(2);
  }

  @Test
  void aProgramThatRunsKeepsItsClassesWhileOthersBuild() throws IOException, InterruptedException {
    Launch longRun = radcam().start("train", "wait");
    while (longRun.process().isAlive() && !Files.exists(folder.resolve("started"))) {
      Thread.sleep(20);
    }
    for (int n = 0; n < 3; n++) {
      Files.writeString(source, "class A { int n = " + n + "; }");
      radcam().run("zoo", "list");
    }
    Files.createFile(folder.resolve("go"));

    Outcome outcome = longRun.outcome();
    assertThat(outcome.status()).as(outcome.text()).isZero();
    assertThat(builds()).hasSize(4);

    Files.writeString(source, "class A { int last; }");
    radcam().run("zoo", "list");
    try (var builds = Files.list(repository.resolve("launcher/target"))) {
      assertThat(builds.filter(path -> path.getFileName().toString().startsWith("app-")))
          .as("the newest and the one before")
          .hasSize(2);
    }
  }

  @Test
  void inAPlainLocaleJavaGetsOneThatKnowsEveryName() throws IOException, InterruptedException {
    assertThat(radcam("LC_ALL", "C").run("zoo").text()).contains("charmap UTF-8");
  }

  @Test
  void theDemoDeletesNothingAndOwnImagesHaveResultsOfTheirOwn()
      throws IOException, InterruptedException {
    Path result = folder.resolve("radcam-demo/results/results.csv");
    Path phantom = folder.resolve("radcam-demo/phantoms/phantom-0001.png");
    for (Path file : List.of(result, phantom, phantom.resolveSibling("labels.csv"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "mine");
    }
    Files.createDirectory(folder.resolve("my images"));

    Outcome demo = radcam().run("demo");
    assertThat(demo.status()).isZero();
    assertThat(demo.text())
        .doesNotContain("<phantom>")
        .contains("input=[radcam-demo/images] output=[radcam-demo/results]")
        .contains("Overlays: radcam-demo/results/*/overlay.png");
    Outcome own = radcam().run("demo", "--input", "my images");
    assertThat(own.text()).contains("input=[my images] output=[radcam-demo/results-of-my images]");
    Files.createFile(result.resolveSibling("batch.json"));
    Outcome refused = radcam("STATUS", "1").run("demo");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.text())
        .contains("'radcam-demo/results'", "--output DIR")
        .doesNotContain("Overlays");
    assertThat(result).hasContent("mine");
    assertThat(phantom).hasContent("mine");
  }

  private LauncherScript radcam(String... variable) {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", "");
    environment.put(
        "PATH", folder.resolve("programs") + File.pathSeparator + System.getenv("PATH"));
    if (variable.length > 0) {
      environment.put(variable[0], variable[1]);
    }
    return new LauncherScript(repository.resolve("radcam"), folder, environment);
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(repository.resolve("builds.txt"));
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve("programs")).resolve(name);
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
