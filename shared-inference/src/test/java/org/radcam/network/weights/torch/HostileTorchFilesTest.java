package org.radcam.network.weights.torch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.network.weights.torch.PickleBytes.archive;
import static org.radcam.network.weights.torch.PickleBytes.pickle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.TensorEntry;

class HostileTorchFilesTest {
  @TempDir private Path folder;

  private static void open(Path file) throws IOException {
    try (TorchReader reader = TorchReader.open(file, Optional.empty())) {
      reader.read(entry -> true, (entry, values) -> {});
    }
  }

  private void refused(Path file, String reason) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining(reason)
        .message()
        .startsWith("Cannot use the weights " + file.getFileName() + ": ")
        .hasLineCount(1);
  }

  static Stream<Arguments> codeRunners() {
    return Stream.of(
        Arguments.of("posix.system", pickle().global("posix", "system").text("ls").op(0x85, 'R')),
        Arguments.of("nt.system", pickle().global("nt", "system").text("ls").op(0x85, 'R')),
        Arguments.of("builtins.eval", pickle().text("builtins").text("eval").op(0x93)),
        Arguments.of("__builtin__.exec", pickle().raw("(").text("x=1").raw("i__builtin__\nexec\n")),
        Arguments.of("subprocess.Popen", pickle().raw("(").global("subprocess", "Popen").raw("o")),
        Arguments.of("builtins.getattr", pickle().global("builtins", "getattr")),
        Arguments.of("os.path.sys", pickle().text("os").text("path.sys").op(0x93)),
        Arguments.of("torch.hub.load", pickle().global("torch.hub", "load")),
        Arguments.of(
            "torch.storage._load_from_bytes", pickle().global("torch.storage", "_load_from_bytes")),
        Arguments.of("runpy._run_code", pickle().global("runpy", "_run_code")),
        // Of an unknown class, the object may stand as a placeholder; a call may not.
        Arguments.of("some.thing", pickle().global("some", "thing").raw(")R")),
        Arguments.of("some.Thing", pickle().raw("(isome\nThing\n")),
        Arguments.of(
            "collections.OrderedDict.__init__.__globals__",
            pickle().text("collections").text("OrderedDict.__init__.__globals__").op(0x93)),
        Arguments.of(
            "call something that has no name",
            pickle().global("some", "Thing").raw(")").op(0x81).raw(")R")));
  }

  @ParameterizedTest
  @MethodSource("codeRunners")
  void namesWhatAFileWantsToRun(String name, PickleBytes pickle) throws IOException {
    byte[] bytes = pickle.stop();
    refused(archive(folder.resolve("evil.pth"), bytes), name);
    // Alone, as pickle.dump writes it, and with a magic number before it, as PyTorch used to.
    refused(Files.write(folder.resolve("evil.pkl"), bytes), name);
    byte[] legacy = Files.readAllBytes(TorchReaderTest.golden("legacy.pth"));
    Path old = folder.resolve("evil.pt");
    try (OutputStream out = Files.newOutputStream(old)) {
      // The magic number's pickle has 15 bytes, the version's 6.
      out.write(legacy, 0, 21);
      out.write(bytes);
    }
    refused(old, name);
  }

  @Test
  void namesWhatAFileWantsToRunBesideGoodWeights() {
    byte[] bytes =
        pickle()
            .raw("}")
            .text("weight")
            .tensor(0, new long[] {4}, new long[] {1})
            .raw("s")
            .text("hook")
            .global("posix", "system")
            .text("touch /tmp/was-here")
            .op(0x85, 'R', 's')
            .stop();
    refused(archive(folder.resolve("evil.pth"), bytes), "it wants to run posix.system");
  }

  @Test
  void refusesThePickleOfProtocolZeroThatEveryDemonstrationShows() throws IOException {
    Path file = Files.writeString(folder.resolve("evil.pth"), "cos\nsystem\n(S'ls'\ntR.");
    refused(file, "it wants to run os.system");
  }

  static Stream<Arguments> impossibleTensors() {
    long huge = 1L << 40;
    return Stream.of(
        Arguments.of("needs 1099511627776 numbers", 0, new long[] {huge}, new long[] {1}),
        Arguments.of("repeats 4 numbers far too often", 0, new long[] {huge}, new long[] {0}),
        Arguments.of("impossibly large", 0, new long[] {huge, huge}, new long[] {huge, 1}),
        Arguments.of("impossibly large", 0, new long[] {huge, huge}, new long[] {0, 0}),
        Arguments.of("needs 5 numbers", 1, new long[] {4}, new long[] {1}),
        Arguments.of("needs 7 numbers", 0, new long[] {2, 2}, new long[] {5, 1}),
        Arguments.of("negative", 3, new long[] {2}, new long[] {-1}),
        Arguments.of("negative", 0, new long[] {-2}, new long[] {1}),
        Arguments.of("impossible strides", -1, new long[] {2}, new long[] {1}),
        Arguments.of("impossible strides", 0, new long[] {2, 2}, new long[] {1}),
        Arguments.of("too many axes", 0, new long[9], new long[9]));
  }

  @ParameterizedTest
  @MethodSource("impossibleTensors")
  void comparesATensorWithItsRealBytes(String reason, long offset, long[] shape, long[] stride) {
    byte[] bytes = pickle().raw("}").text("w").tensor(offset, shape, stride).raw("s").stop();
    refused(archive(folder.resolve("big.pth"), bytes), reason);
  }

  /** The old form's ('storage', type, key, device, size, (key of the view, offset, size)). */
  @Test
  void refusesAStorageThatIsAPartOfAnother() {
    PickleBytes pickle = pickle().raw("}").text("w").global("torch._utils", "_rebuild_tensor");
    pickle
        .raw("((")
        .text("storage")
        .global("torch", "FloatStorage")
        .text("0")
        .text("cpu")
        .number(4);
    pickle.raw("(").text("v").number(2).number(2).raw("ttQ");
    byte[] bytes = pickle.number(0).numbers(2).numbers(1).raw("tRs").stop();
    refused(archive(folder.resolve("view.pth"), bytes), "a storage that is a part of another one");
  }

  @Test
  void refusesATensorWithoutNumbers() {
    byte[] bytes =
        pickle().raw("}").text("w").tensor(0, new long[] {1}, new long[] {1}).raw("s").stop();
    Path file = archive(folder.resolve("empty.pth"), "a/data.pkl", bytes);
    refused(file, "the numbers of tensor 'w' are missing");
  }

  @Test
  void refusesAZipBombBeforeUnpackingIt() throws IOException {
    Path file = folder.resolve("bomb.pth");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      byte[] zeros = new byte[1 << 20];
      for (int n = 0; n < 64; n++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    refused(file, "a zip bomb");
  }

  /** A ratio of 1 to 70, which pickles may have, is still a storage of 2 GB in 28 MB. */
  @Test
  void refusesCompressedNumbers() throws IOException {
    Path file = folder.resolve("small.pth");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      zip.write(
          pickle().raw("}").text("w").tensor(0, new long[] {4}, new long[] {1}).raw("s").stop());
      zip.putNextEntry(new ZipEntry("archive/data/0"));
      zip.write(new byte[64]);
      zip.closeEntry();
    }
    refused(file, "holds compressed numbers");
  }

  @Test
  void refusesAnEntryThatUnpacksToMoreThanItClaims() throws IOException {
    Path file = folder.resolve("liar.pth");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      byte[] zeros = new byte[1 << 20];
      zip.write(zeros);
      zip.closeEntry();
    }
    byte[] bytes = Files.readAllBytes(file);
    // The size in the archive's list, behind its signature, versions, flags, time, CRC and packed
    // size.
    int list = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    Arrays.fill(bytes, list + 24, list + 28, (byte) 0);
    bytes[list + 24] = 64;
    refused(Files.write(file, bytes), "is damaged");
  }

  /** What is packed ends before its end: the packed size in the archive's list is too small. */
  @ParameterizedTest
  @ValueSource(strings = {"data.pkl", "byteorder"})
  void refusesAnEntryThatIsCutOff(String cut) throws IOException {
    Path file = folder.resolve("cut.pth");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : cut.equals("data.pkl") ? List.of(cut) : List.of(cut, "data.pkl")) {
        zip.putNextEntry(new ZipEntry("archive/" + name));
        zip.write(
            name.equals("byteorder") ? "little".getBytes(US_ASCII) : pickle().raw("}").stop());
        zip.closeEntry();
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[indexOf(bytes, new byte[] {'P', 'K', 1, 2}) + 20] = 2;
    refused(Files.write(file, bytes), "its archive is damaged");
  }

  @Test
  void refusesEndlessNames() {
    byte[] bytes =
        pickle()
            .raw("}")
            .text("fc.".repeat(20_000))
            .tensor(0, new long[] {4}, new long[] {1})
            .raw("s")
            .stop();
    refused(archive(folder.resolve("name.pth"), bytes), "has more than 512 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"archive/../../data.pkl", "/archive/data.pkl", "c:/data.pkl", "a\\data.pkl"})
  void refusesNamesThatLeadOutOfTheArchive(String name) {
    refused(archive(folder.resolve("path.pth"), name, pickle().raw("}").stop()), "leads out of it");
  }

  @Test
  void refusesTwoEntriesOfOneName() throws IOException {
    byte[] pickle = pickle().raw("}").stop();
    Path file = archive(folder.resolve("twice.pth"), "a/data.pkl", pickle, "a/data.pkx", pickle);
    byte[] bytes = Files.readAllBytes(file);
    byte[] other = "a/data.pkx".getBytes(StandardCharsets.US_ASCII);
    for (int at = indexOf(bytes, other); at >= 0; at = indexOf(bytes, other)) {
      bytes[at + other.length - 1] = 'l';
    }
    refused(Files.write(file, bytes), "has an entry twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip.pth", "legacy.pth"})
  void refusesEveryTruncation(String name) throws IOException {
    byte[] whole = Files.readAllBytes(TorchReaderTest.golden(name));
    Path file = folder.resolve("cut.pth");
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> open(file)).isInstanceOf(BadWeightsException.class);
    }
  }

  @Test
  void refusesTextsThatClaimGigabytes() {
    refused(
        archive(folder.resolve("a.pth"), pickle().op('X', 0xff, 0xff, 0xff, 0x7f).stop()),
        "claims more than is there");
    refused(
        archive(
            folder.resolve("b.pth"),
            pickle().op(0x8d, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f).stop()),
        "claims more than is there");
  }

  @Test
  void readsDeepAndSelfContainingPicklesWithoutFalling() {
    PickleBytes deep = pickle().raw("}").text("deep");
    for (int n = 0; n < 500_000; n++) {
      deep.raw("]");
    }
    for (int n = 1; n < 500_000; n++) {
      deep.raw("a");
    }
    refused(archive(folder.resolve("deep.pth"), deep.raw("s").stop()), "holds no tensors by name");

    // Each tuple holds the one before it twice: 2^60 items, if one walked them, and as a key.
    PickleBytes laughs = pickle().raw("})q").op(0);
    for (int n = 0; n < 60; n++) {
      laughs.raw("h").op(0).op(0x86).raw("q").op(0);
    }
    refused(archive(folder.resolve("laughs.pth"), laughs.raw("Ns").stop()), "holds no tensors");

    PickleBytes itself = pickle().raw("}q").op(0).text("model").raw("h").op(0).raw("s");
    refused(archive(folder.resolve("itself.pth"), itself.stop()), "holds no tensors by name");
  }

  private static PickleBytes dictionary(int entries) {
    PickleBytes pickle = pickle().raw("}q").op(0).raw("(");
    for (int n = 0; n < entries; n++) {
      pickle.text("k" + n).raw("N");
    }
    return pickle.raw("u");
  }

  @Test
  void refusesCopiesOfOneDictionaryWithoutEnd() {
    PickleBytes copies = dictionary(2000).global("collections", "OrderedDict").raw("q").op(1);
    for (int n = 0; n < 1001; n++) {
      copies.raw("h").op(1).raw("h").op(0).op(0x85).raw("R");
    }
    refused(archive(folder.resolve("copies.pth"), copies.stop()), "copies more than 2000000");
  }

  @Test
  void refusesOneDictionaryUnderNamesWithoutEnd() {
    PickleBytes names = dictionary(2000).raw("}(");
    for (int n = 0; n < 1001; n++) {
      names.text("name" + n).raw("h").op(0);
    }
    refused(archive(folder.resolve("names.pth"), names.raw("u").stop()), "more than 2000000");
  }

  @Test
  void refusesAShapeOfVeryManyAxes() {
    byte[] bytes =
        pickle().raw("}").text("w").tensor(0, new long[65], new long[65]).raw("s").stop();
    refused(archive(folder.resolve("axes.pth"), bytes), "in a way that PyTorch does not");
  }

  @Test
  void refusesEndlessPickles() {
    PickleBytes endless = pickle();
    byte[] step = "N0".repeat(1_100_000).getBytes(StandardCharsets.US_ASCII);
    refused(
        archive(
            folder.resolve("endless.pth"),
            endless.raw(new String(step, StandardCharsets.US_ASCII)).stop()),
        "more than 2000000 steps");
  }

  @Test
  void acceptsObjectsOfUnknownClassesBesideTheWeightsWithoutMakingThem() throws IOException {
    byte[] bytes =
        pickle()
            .raw("}")
            .text("state_dict")
            .raw("}")
            .text("w")
            .tensor(0, new long[] {4}, new long[] {1})
            .raw("ss")
            .text("config")
            .global("my.project", "Config")
            .raw(")")
            .op(0x81)
            .raw("}")
            .text("rate")
            .number(1)
            .raw("sbs")
            .stop();
    try (TorchReader reader =
        TorchReader.open(archive(folder.resolve("c.pth"), bytes), Optional.empty())) {
      assertThat(reader.entries()).extracting(TensorEntry::name).containsExactly("w");
    }
  }

  /** Whatever one byte says, the file is read or refused, and nothing else is thrown. */
  @Property(tries = 400)
  void anyChangedByteIsReadOrRefused(
      @ForAll boolean old, @ForAll @IntRange(max = 5000) int at, @ForAll byte value)
      throws IOException {
    byte[] bytes =
        Files.readAllBytes(TorchReaderTest.golden(old ? "legacy.pth" : "checkpoint.pth"));
    bytes[at % bytes.length] = value;
    Path file = Files.createTempFile("radcam", ".pth");
    try {
      open(Files.write(file, bytes));
    } catch (BadWeightsException e) {
      assertThat(e.getMessage()).startsWith("Cannot use the weights");
    } finally {
      Files.delete(file);
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
