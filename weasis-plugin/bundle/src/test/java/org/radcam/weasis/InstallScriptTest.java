package org.radcam.weasis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for bash")
class InstallScriptTest {
  private static final String CONFIGURATION =
      """
      {
        "weasisPreferences": [
          {
            "code": "felix.auto.start.12",
            "value": "${weasis.codebase.url}/bundle/weasis-core-4.7.3.jar",
            "description": "Core"
          },
          {
            "code": "felix.auto.start.125",
            "value": "${weasis.codebase.url}/plugins/other-1.0.jar"
          }
        ]
      }\
      """;

  @TempDir Path scratch;

  private Path home;
  private Path json;
  private Path plugins;
  private Path jars;

  /** What the script printed, and how it ended. */
  private record Outcome(int status, String text) {}

  @BeforeEach
  void makeAnInstallation() throws IOException {
    home = scratch.resolve("We asis");
    Path app = home.resolve("lib/app");
    Files.createDirectories(app.resolve("bundle"));
    json = Files.createDirectories(app.resolve("conf")).resolve("base.json");
    Files.writeString(json, CONFIGURATION);
    plugins = app.resolve("plugins");
    jars = Files.createDirectory(scratch.resolve("jars"));
    Files.writeString(jars.resolve("radcam-engine-1.0.0-x.jar"), "engine");
    Files.writeString(jars.resolve("radcam-weasis-0.1.0.jar"), "plugin");
  }

  @Test
  void bothJarsAreThereAndTheEngineStartsFirstUnderFreeNumbersUpTo130() throws Exception {
    Outcome outcome = install("--jars", jars.toString(), home.toString());

    assertThat(outcome.status()).as(outcome.text()).isZero();
    assertThat(starts())
        .containsEntry(12, "${weasis.codebase.url}/bundle/weasis-core-4.7.3.jar")
        .containsEntry(124, "${weasis.codebase.url}/plugins/radcam-engine-1.0.0-x.jar")
        .containsEntry(125, "${weasis.codebase.url}/plugins/other-1.0.jar")
        .containsEntry(126, "${weasis.codebase.url}/plugins/radcam-weasis-0.1.0.jar")
        .hasSize(4);
    assertThat(plugins.resolve("radcam-engine-1.0.0-x.jar")).hasContent("engine");
    assertThat(plugins.resolve("radcam-weasis-0.1.0.jar")).hasContent("plugin");
  }

  @Test
  void aSecondTimeChangesNothing() throws Exception {
    install("--jars", jars.toString(), home.toString());
    String first = Files.readString(json);

    Outcome outcome = install("--jars", jars.toString(), home.resolve("lib/app").toString());

    assertThat(outcome.status()).as(outcome.text()).isZero();
    assertThat(json).hasContent(first);
    assertThat(names(plugins)).hasSize(2);
  }

  @Test
  void anUpdateReplacesThePluginAndKeepsTheEngine() throws Exception {
    install("--jars", jars.toString(), home.toString());
    Files.move(jars.resolve("radcam-weasis-0.1.0.jar"), jars.resolve("radcam-weasis-0.2.0.jar"));

    Outcome outcome = install("--jars", jars.toString(), home.toString());

    assertThat(outcome.status()).as(outcome.text()).isZero();
    assertThat(starts())
        .containsEntry(126, "${weasis.codebase.url}/plugins/radcam-weasis-0.2.0.jar")
        .hasSize(4);
    assertThat(names(plugins))
        .containsExactly("radcam-engine-1.0.0-x.jar", "radcam-weasis-0.2.0.jar");
  }

  @Test
  void removingLeavesWhatWasThereBefore() throws Exception {
    Files.createDirectory(plugins);
    Files.writeString(plugins.resolve("other-1.0.jar"), "other");
    install("--jars", jars.toString(), home.toString());

    Outcome outcome = install("--remove", home.toString());

    assertThat(outcome.status()).as(outcome.text()).isZero();
    assertThat(Files.readString(json)).isEqualTo(CONFIGURATION);
    assertThat(names(plugins)).containsExactly("other-1.0.jar");
    assertThat(names(json.getParent())).containsExactly("base.json");
    assertThat(install("--remove", home.toString()).status()).isZero();
  }

  @Test
  void aConfigurationInOneLineIsExtendedToo() throws Exception {
    Files.writeString(json, CONFIGURATION.replaceAll("\\s*\\R\\s*", ""));

    install("--jars", jars.toString(), home.toString());

    assertThat(starts()).containsKeys(12, 124, 125, 126);
  }

  @Test
  void entriesWrittenByHandWithoutBlanksAreTakenOut() throws Exception {
    install("--jars", jars.toString(), home.toString());
    writeEntries(line -> line.replaceAll("([,:]) ", "$1").strip());

    Outcome outcome = install("--remove", home.toString());

    assertThat(outcome.status()).as(outcome.text()).isZero();
    assertThat(Files.readString(json)).isEqualTo(CONFIGURATION);
    assertThat(plugins).doesNotExist();
  }

  @Test
  void entriesThatAnEditorHasWrittenFieldByFieldAreRefused() throws Exception {
    install("--jars", jars.toString(), home.toString());
    Files.writeString(
        json,
        new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create()
            .toJson(JsonParser.parseString(Files.readString(json))));

    assertEntriesAreRefused();
  }

  @Test
  void entriesInTheLineOfTheBracketOrOfAnotherEntryAreRefused() throws Exception {
    install("--jars", jars.toString(), home.toString());
    Files.writeString(json, Files.readString(json).replaceFirst("\\[\\R\\s*", "["));

    assertEntriesAreRefused();

    Files.writeString(json, Files.readString(json).replaceFirst("(PyTorch.*)\\R", "$1"));
    assertEntriesAreRefused();

    Files.writeString(json, Files.readString(json).replaceAll("\\s*\\R\\s*", ""));
    assertEntriesAreRefused();
  }

  /** Without it the comma of the entry before would be left. */
  @Test
  void anEntryThatIsTheLastIsRefused() throws Exception {
    install("--jars", jars.toString(), home.toString());
    List<String> entries =
        Files.readAllLines(json).stream().filter(InstallScriptTest::isOurs).toList();
    String last = ",\n" + entries.get(0) + "\n" + entries.get(1).replaceFirst(",$", "") + "\n  ]";
    Files.writeString(json, CONFIGURATION.replaceFirst("\\s*]", Matcher.quoteReplacement(last)));

    assertEntriesAreRefused();
  }

  @Test
  void aFolderThatIsNoWeasisIsRefusedWithASentence() throws Exception {
    Outcome outcome = install("--jars", jars.toString(), jars.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.text()).contains("is no Weasis: there is no conf/base.json");
    assertThat(names(jars)).hasSize(2);
  }

  @Test
  void aConfigurationThatIsNotWeasissIsLeftAloneWithASentence() throws Exception {
    Files.writeString(json, "{\"weasisPreferences\": []}");

    Outcome outcome = install("--jars", jars.toString(), home.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.text()).contains("is not written as Weasis writes it");
    assertThat(json).hasContent("{\"weasisPreferences\": []}");
    assertThat(names(json.getParent())).containsExactly("base.json");
    assertThat(plugins).doesNotExist();
  }

  @Test
  void aMissingJarIsNamed() throws Exception {
    Files.delete(jars.resolve("radcam-weasis-0.1.0.jar"));

    Outcome outcome = install("--jars", jars.toString(), home.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.text()).contains("There is no radcam-weasis-*.jar in");
    assertThat(Files.readString(json)).isEqualTo(CONFIGURATION);
  }

  /**
   * Neither taken out nor replaced: a viewer whose configuration names a missing jar cannot start.
   */
  private void assertEntriesAreRefused() throws Exception {
    assertThat(starts()).hasSize(4);
    String before = Files.readString(json);
    List<String> jarsBefore = names(plugins);
    Path newer = Files.createDirectories(scratch.resolve("newer"));
    Files.writeString(newer.resolve("radcam-engine-2.0.0-x.jar"), "engine");
    Files.writeString(newer.resolve("radcam-weasis-0.2.0.jar"), "plugin");

    for (Outcome outcome :
        List.of(
            install("--remove", home.toString()),
            install("--jars", newer.toString(), home.toString()))) {
      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.text())
          .contains("take them out by hand, as weasis-plugin/README.md tells")
          .contains("nothing has been changed");
    }
    assertThat(Files.readString(json)).isEqualTo(before);
    assertThat(names(plugins)).isEqualTo(jarsBefore);
    assertThat(names(json.getParent())).containsExactly("base.json");
  }

  private void writeEntries(UnaryOperator<String> change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(json));
    lines.replaceAll(line -> isOurs(line) ? change.apply(line) : line);
    Files.writeString(json, String.join("\n", lines));
  }

  private static boolean isOurs(String line) {
    return line.contains("RadCAM: ");
  }

  private Outcome install(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", script().toString()));
    command.addAll(List.of(arguments));
    Path output = scratch.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(output));
  }

  private static Path script() {
    return Path.of("..", "install").toAbsolutePath().normalize();
  }

  /** What Weasis would start, by start level. */
  private Map<Integer, String> starts() throws IOException {
    JsonArray all =
        JsonParser.parseString(Files.readString(json))
            .getAsJsonObject()
            .getAsJsonArray("weasisPreferences");
    Map<Integer, String> starts = new TreeMap<>();
    for (JsonElement each : all) {
      JsonObject preference = each.getAsJsonObject();
      String code = preference.get("code").getAsString();
      starts.put(
          Integer.valueOf(code.replace("felix.auto.start.", "")),
          preference.get("value").getAsString());
    }
    return starts;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
