package org.leasekit.examples.servicedesk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leasekit.files.TableSources;
import org.leasekit.port.UnreadableTableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The story {@code service-desk}, with its options. */
@Command(
    name = "service-desk",
    description =
        "Takes a month of an office operator's tickets: puts what happened in order, keeps aside what"
            + " cannot have happened, and reads the clocks of every ticket.",
    sortOptions = false)
public final class ServiceDeskCommand implements Callable<Integer> {
  private static final String SHIPPED = "tickets.csv";

  /** Where the stories put their files; each has a folder of its own beside the others. */
  private static final String OUT = "leasekit.out";

  private final PrintStream console;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--tickets",
      paramLabel = "FILE",
      description =
          "CSV or XLSX with the columns ticket,at,event,value,place,asset; default: the shipped one."
              + " The value of DISPATCHED may name the technician.")
  private @Nullable Path tickets;

  @Option(
      names = "--calendar",
      paramLabel = "NAME",
      description =
          "office: Monday to Friday 09:00-12:00 and 13:00-18:00, Shanghai time, Chinese holidays; or"
              + " 24x7. Default: office.")
  private String calendar = DeskCalendar.OFFICE.word();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "When to read the clocks, such as 2026-05-15T18:00:00+08:00; default: the last instant in"
              + " the file.")
  private @Nullable String at;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go; default: lease-examples/target/service-desk.")
  private @Nullable Path out;

  @Option(names = "--help", usageHelp = true, description = "Shows this.")
  private boolean help;

  /**
   * The story.
   *
   * @param console where it is told
   */
  public ServiceDeskCommand(PrintStream console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    DeskCalendar hours =
        DeskCalendar.named(calendar)
            .orElseThrow(
                () -> usage("--calendar: expected office or 24x7, but was '" + calendar + "'"));
    Instant asked = at();
    Path folder =
        out != null
            ? out
            : Path.of(System.getProperty(OUT, "target/season")).resolveSibling("service-desk");
    try {
      TicketFile.Content content = content();
      DeskStory story = DeskStory.of(fileName(), content, hours, asked);
      write(story, folder);
      story.tell(console, folder);
      return CommandLine.ExitCode.OK;
    } catch (DeskException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private static void write(DeskStory story, Path folder) throws DeskException {
    try {
      Files.createDirectories(folder);
      DeskFiles.clocks(folder.resolve("clocks.csv"), story.month().tickets());
      DeskFiles.rejected(folder.resolve("rejected.csv"), story.month().rejected());
      DeskFiles.report(folder.resolve("report.html"), DeskReport.render(story));
    } catch (IOException e) {
      throw new DeskException("--out: nothing can be written in " + folder);
    }
  }

  private String fileName() {
    return tickets == null ? SHIPPED : String.valueOf(tickets.getFileName());
  }

  private TicketFile.Content content() throws DeskException, IOException {
    if (tickets != null) {
      return read(tickets);
    }
    Path copy = Files.createTempFile("leasekit", SHIPPED);
    try (InputStream in = ServiceDeskCommand.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: " + SHIPPED);
      }
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return read(copy);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static TicketFile.Content read(Path file) throws DeskException {
    try {
      return TicketFile.read(TableSources.open(file));
    } catch (UnreadableTableException e) {
      throw new DeskException(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Instant at() {
    if (at == null) {
      return null;
    }
    String text = at;
    return TicketFile.instant(text.strip())
        .filter(TicketFile::isInRange)
        .orElseThrow(
            () ->
                usage(
                    "--at: expected an instant with offset such as 2026-05-15T18:00:00+08:00, but was '"
                        + text + "'"));
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("called outside a command line");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
