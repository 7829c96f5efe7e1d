package org.radcam.zoo.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** Runs the command line as a user does. */
final class Cli {
  private Cli() {}

  record Answer(int code, String out, String err) {}

  static Answer run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        RadcamCli.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    return new Answer(command.execute(texts), out.toString(), err.toString());
  }
}
