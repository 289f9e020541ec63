package org.leasekit.examples.season;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws how far the season is: one line that grows on a terminal, a line every ten days elsewhere. */
final class Progress implements SeasonListener {
  private static final int WIDTH = 40;
  private static final int QUIET_DAYS = 10;

  private final PrintStream out;
  private final boolean terminal;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void begins(String what) {
    out.println(what + " ...");
  }

  @Override
  public void lived(int number, int of, LocalDate day) {
    int filled = WIDTH * number / of;
    String bar =
        "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + day + "  day " + number
            + " of " + of;
    if (terminal) {
      out.print("\r" + bar + (number == of ? System.lineSeparator() : ""));
      out.flush();
    } else if (number % QUIET_DAYS == 0 || number == of) {
      out.println(bar);
    }
  }

  @Override
  public void changed(Map<String, MidSeason.Tally> tallies) {
    if (!tallies.isEmpty()) {
      out.println(
          tallies.entrySet().stream()
              .map(each -> each.getKey() + " " + each.getValue())
              .collect(Collectors.joining(", ", "changed in mid-season: ", "")));
    }
  }
}
