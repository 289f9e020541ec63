package org.leasekit.examples;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leasekit.examples.season.Business;
import org.leasekit.examples.season.SeasonCommand;
import org.leasekit.examples.servicedesk.ServiceDeskCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Tells the stories; the first word names one. */
@Command(
    name = "leasekit",
    description = "Stories that show the library at work. The first word names one; default: parking.")
public final class Main {
  private static final String DEFAULT_STORY = "parking";

  /** Businesses whose seasons are told; each is a folder of data. */
  private static final List<String> BUSINESSES = List.of(DEFAULT_STORY, "storage", "membership");

  private Main() {}

  /**
   * Runs the story that the first argument names, and ends the process with 2 when it was asked for
   * something that cannot be, with 1 when something broke. When all went well it returns.
   *
   * @param args the name of a story and its options
   */
  public static void main(String[] args) {
    int code = run(args, System.out, System.err);
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code);
    }
  }

  /** Runs a story and answers with the exit code. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine commands = new CommandLine(new Main());
    for (String name : BUSINESSES) {
      SeasonCommand.addTo(commands, Business.of(name), out);
    }
    return commands
        .addSubcommand(new ServiceDeskCommand(out))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(
            (wrong, given) -> {
              err.println("leasekit: " + oneLine(wrong.getMessage()));
              return CommandLine.ExitCode.USAGE;
            })
        .execute(withStory(args));
  }

  private static String oneLine(@Nullable String message) {
    return Objects.requireNonNullElse(message, "wrong use").lines().findFirst().orElse("wrong use");
  }

  /** Options without a word before them are for the story that is told when none is named. */
  private static String[] withStory(String[] args) {
    if (args.length > 0 && !args[0].startsWith("-")) {
      return args;
    }
    List<String> named = new ArrayList<>(List.of(DEFAULT_STORY));
    named.addAll(List.of(args));
    return named.toArray(String[]::new);
  }
}
