package org.radcam.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageJBridgeTest {
  private static ImageJBridge bridge;

  @BeforeAll
  static void open() {
    bridge = ImageJBridge.open();
  }

  @AfterAll
  static void close() {
    bridge.close();
  }

  @BeforeEach
  void closeImages() throws InterruptedException {
    bridge.run("close('*');", "");
  }

  @Test
  void aMacroCallsACommandByItsMenuLabelWithOptions() throws InterruptedException {
    assertThat(outputOf("run('Trial Command...', 'number=42');", ""))
        .isEqualTo("number 42 on nothing\n");
  }

  @Test
  void anOptionThatIsNotGivenKeepsItsDefault() throws InterruptedException {
    assertThat(outputOf("run('Trial Command...');", "")).isEqualTo("number 7 on nothing\n");
  }

  @Test
  void theActiveImageGoesToACommandThatAsksForOne() throws InterruptedException {
    assertThat(
            outputOf(
                "newImage('a', '8-bit', 4, 4, 1); newImage('b', '8-bit', 4, 4, 1);"
                    + "run('Trial Command...', 'number=1'); selectImage('a');"
                    + "run('Trial Command...', 'number=2');",
                ""))
        .isEqualTo("number 1 on b\nnumber 2 on a\n");
  }

  @Test
  void anImageMayBeNamedByItsTitle() throws InterruptedException {
    assertThat(
            outputOf(
                "newImage('a c', '8-bit', 4, 4, 1); newImage('b', '8-bit', 4, 4, 1);"
                    + "run('Trial Command...', 'image=[a c] number=3');",
                ""))
        .isEqualTo("number 3 on a c\n");
  }

  @Test
  void theMacroSeesItsArgumentAndPrintsToStandardOutput() throws InterruptedException {
    assertThat(outputOf("print('<' + getArgument() + '>');", "x=[a b] y=1"))
        .isEqualTo("<x=[a b] y=1>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run('Trial Command...', 'way=error');            | the input is wrong",
        "run('Trial Command...', 'way=cancel');           | cancelled: no more",
        "run('Trial Command...', 'way=throw');            | broken inside",
        "run('No Such Command');                          | Unrecognized command",
        "x = 1 +;                                         | Number or numeric function expected",
        "undefinedFunction(3);                            | Undefined identifier",
        "exit('I give up');                               | I give up",
        "open('/no/such/file.tif');                       | /no/such/file.tif",
        "run('8-bit');                                    | no images open",
        "call('java.lang.Integer.parseInt', 'x');         | NumberFormatException",
        "runMacro('/no/such.ijm');                        | not found",
        "eval('run(\"Trial Command...\", \"way=error\")'); | the input is wrong"
      })
  void everyWayToFailIsSeen(String macro, String reason) throws InterruptedException {
    List<String> failures = List.copyOf(bridge.run(macro, "").messages());

    assertThat(failures).anySatisfy(failure -> assertThat(failure).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit();",
        "if (1 == 1) { print('ends early'); exit; } run('No Such Command');",
        "print('Error: this is only text');",
        "showMessage('a message is no error');",
        "newImage('a', '8-bit', 4, 4, 1); run('Invert');"
      })
  void aMacroThatEndsWellHasNoFailures(String macro) throws InterruptedException {
    assertThat(bridge.run(macro, "").messages()).isEmpty();
  }

  @Test
  void anErrorOfACommandStopsTheMacro() throws InterruptedException {
    assertThat(outputOf("run('Trial Command...', 'way=error'); print('went on');", ""))
        .doesNotContain("went on");
  }

  @Test
  void aFailureIsNotCarriedIntoTheNextRun() throws InterruptedException {
    bridge.run("exit('first');", "");

    assertThat(bridge.run("print('second');", "").messages()).isEmpty();
  }

  private static String outputOf(String macro, String argument) throws InterruptedException {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      bridge.run(macro, argument);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
