package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.EditedProgram;
import org.radcam.UserException;

class ProgramCheckTest {
  private static final String ANSWER = "_0 = torch.mean((body).forward(x, ), [2, 3])";

  private static byte[] program(String name) throws IOException {
    try (InputStream in = ProgramCheckTest.class.getResourceAsStream("/golden/torch/" + name)) {
      return in.readAllBytes();
    }
  }

  /** The program with another statement before its answer, as somebody who edits its archive. */
  private static byte[] with(String statement) throws IOException {
    return EditedProgram.replacing(ANSWER, statement + "\n    " + ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"program_whole.pt", "program_split.pt", "script.pt"})
  void harmlessProgramsPass(String name) {
    assertThatCode(() -> ProgramCheck.check(program(name))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch.save(x, \"/tmp/a\")",
        "x.save(\"/tmp/a\")",
        "t = torch\n    t.save(x, \"/tmp/a\")",
        "torch. \\\n save(x, \"/tmp/a\")",
        "torch.#\n    save(x, \"/tmp/a\")",
        "getattr(torch, \"save\")(x, \"/tmp/a\")",
        "getattr(torch, \"sa\" \"ve\")(x, \"/tmp/a\")",
        "getattr(torch, \"\\x73ave\")(x, \"/tmp/a\")",
        "g = getattr",
        "a = torch.from_file(\"/etc/hostname\", False, 4)",
        "a = torch.load(\"/tmp/a\")",
        "ops.rpc.rpc_async(x)",
        "o = ops",
        "a = __torch__.torch.classes.dist_c10d.TCPStore(\"host\", 1)"
      })
  void whatReachesBeyondArraysIsRefusedInOneLine(String statement) throws IOException {
    byte[] program = with(statement);
    assertThatThrownBy(() -> ProgramCheck.check(program))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The TorchScript program is refused: it ")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = getattr(getattr(self, \"body\"), \"0\")",
        "ops.prim.RaiseException(\"could not load it\")",
        "a = self.payload"
      })
  void whatOnlyLooksLikeItPasses(String statement) throws IOException {
    byte[] program = with(statement);
    assertThatCode(() -> ProgramCheck.check(program)).doesNotThrowAnyException();
  }

  @Test
  void aStateDictIsNoProgram() throws IOException {
    byte[] dict = program("zip.pth");
    assertThatThrownBy(() -> ProgramCheck.check(dict))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not a TorchScript program");
  }
}
