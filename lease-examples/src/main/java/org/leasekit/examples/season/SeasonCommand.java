package org.leasekit.examples.season;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A story about a renewal season, with its options; which business it is about is data. */
@Command(sortOptions = false)
public final class SeasonCommand implements Callable<Integer> {
  private static final String PORTFOLIO = "portfolio.csv";
  private static final int MOST_DAYS = 1000;
  private static final int MOST_STAGE_DAYS = 365;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

  private final Business business;
  private final PrintStream console;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--portfolio",
      paramLabel = "FILE",
      description = "CSV or XLSX with the columns of the import; default: the story's.")
  private @Nullable Path portfolio;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description =
          "First simulated day, such as 2026-01-20; default: the story's, or " + SeasonPlan.LEAD_DAYS
              + " days before the portfolio's commonest last day of a term.")
  private @Nullable String start;

  @Option(names = "--days", paramLabel = "N", description = "Simulated days; default: 100.")
  private int days = 100;

  @Option(
      names = "--stages",
      paramLabel = "N,N,...",
      description = "Days before the last day of the term, falling, such as 30,15,3; default: the story's.")
  private @Nullable String stages;

  @Option(
      names = "--compare",
      paramLabel = "N,N,...",
      description = "Other stages: the same tenants have their season under both, and what differs is told with intervals.")
  private @Nullable String compare;

  @Option(
      names = "--quiet",
      paramLabel = "FROM-UNTIL",
      description = "Hours at which no stage fires, such as 21:00-11:00; default: the library's own.")
  private @Nullable String quiet;

  @Option(
      names = "--outages",
      paramLabel = "SHARE",
      description = "Share of the stages at which the storage fails the first time, such as 0.02; default: 0.")
  private double outages;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of everything that happens by chance; the same seed gives the same files; default: 1.")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go; default: lease-examples/target/season.")
  private @Nullable Path out;

  @Option(names = "--help", usageHelp = true, description = "Shows this.")
  private boolean help;

  /**
   * The story.
   *
   * @param console where it is told
   */
  public SeasonCommand(Business business, PrintStream console) {
    this.business = business;
    this.console = console;
  }

  /** Adds a story to a command line, under the business's name. */
  public static void addTo(CommandLine commands, Business business, PrintStream console) {
    CommandLine story = new CommandLine(new SeasonCommand(business, console));
    story.getCommandSpec().usageMessage().description(business.description());
    commands.addSubcommand(business.name(), story);
  }

  @Override
  public Integer call() throws IOException {
    boolean shipped = portfolio == null;
    LocalDate first = start();
    Path file = portfolio == null ? shippedPortfolio(first) : portfolio;
    try {
      SeasonPlan plan =
          new SeasonPlan(asAsked(), file, first, days(), stages(), seed, out());
      Progress progress = new Progress(console, System.console() != null);
      List<Integer> other = compare == null ? List.of() : stages("--compare", compare);
      new Summary(console)
          .print(other.isEmpty() ? Season.run(plan, progress) : Season.compared(plan, other, progress));
      return CommandLine.ExitCode.OK;
    } catch (SeasonException e) {
      throw usage(String.valueOf(e.getMessage()));
    } finally {
      if (shipped) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.toAbsolutePath().getParent());
      }
    }
  }

  /** The business with the hours and failures that were asked for. */
  private Business asAsked() {
    if (!(0 <= outages && outages <= 1)) {
      throw usage("--outages: expected a share from 0 to 1, but was " + outages);
    }
    Business asked = outages == 0 ? business : business.with("outages", String.valueOf(outages));
    if (quiet == null) {
      return asked;
    }
    Business quieter = asked.with("quiet", quiet);
    try {
      if (quiet.split("-", -1).length == 2 && quieter.quiet().isPresent()) {
        return quieter;
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      // said below, in words that fit
    }
    throw usage("--quiet: expected two different hours such as 21:00-11:00, but was '" + quiet + "'");
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException("called outside a command line");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  private @Nullable LocalDate start() {
    if (start == null) {
      return portfolio == null ? business.start() : null;
    }
    LocalDate day;
    try {
      day = LocalDate.parse(start.strip());
    } catch (DateTimeParseException e) {
      throw usage("--start: expected a date such as 2026-01-20, but was '" + start + "'");
    }
    if (day.isBefore(EARLIEST) || !day.isBefore(LATEST)) {
      throw usage("--start: expected a date of this century, but was '" + start + "'");
    }
    return day;
  }

  private int days() {
    if (days < 1 || days > MOST_DAYS) {
      throw usage("--days: expected 1 to " + MOST_DAYS + ", but was " + days);
    }
    return days;
  }

  private List<Integer> stages() {
    return stages == null ? business.stages() : stages("--stages", stages);
  }

  private List<Integer> stages(String option, String given) {
    String expected =
        option + ": expected falling whole numbers of at most " + MOST_STAGE_DAYS
            + " such as 30,15,3, but was '" + given + "'";
    List<Integer> parsed = new ArrayList<>();
    for (String part : given.split(",", -1)) {
      String number = part.strip();
      if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) > MOST_STAGE_DAYS) {
        throw usage(expected);
      }
      int next = Integer.parseInt(number);
      if (!parsed.isEmpty() && parsed.get(parsed.size() - 1) <= next) {
        throw usage(expected);
      }
      parsed.add(next);
    }
    return parsed;
  }

  private Path out() {
    return out != null ? out : Path.of(System.getProperty("leasekit.out", "target/season"));
  }

  private Path shippedPortfolio(@Nullable LocalDate first) throws IOException {
    Path copy = Files.createTempDirectory("leasekit").resolve(PORTFOLIO);
    business.writePortfolio(first, copy);
    return copy;
  }
}
