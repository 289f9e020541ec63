package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leasekit.port.TableSource;
import org.leasekit.port.UnreadableTableException;

/** Runs the contract tests of tables on one that is right, and on some that break a rule. */
class BrokenTablesTest {

  /** What may be wrong with a table, and the rule, or the query, that it breaks. */
  enum Fault {
    NONE(null),
    CLEANS_CELLS("TableSource rule 1"),
    CLEANS_WIDTH("TableSource rule 1"),
    PASSES_ISO_DATES("TableSource rule 1"),
    PASSES_EMPTY_ROWS("TableSource rule 2"),
    COUNTS_FULL_ROWS_ONLY("TableSource rule 2"),
    THROWS_IO_EXCEPTIONS("TableSource rule 3"),
    SHOWS_INNER_FAULTS("TableSource rule 3"),
    READS_ALL_FIRST("TableSource rule 4"),
    KEEPS_WHAT_IT_READ("TableSource rule 4"),
    READS_ONCE("TableSource rule 5"),
    LEAVES_HEADER_UNSTRIPPED("TableSource.read"),
    CUTS_LONG_ROWS("TableSource.Row");

    private final String rule;

    Fault(String rule) {
      this.rule = rule;
    }
  }

  /** Rows that are made as they are read. */
  private static final class Rows implements TableSource {
    private final Fault fault;
    private final List<List<String>> rows;
    private final List<List<String>> kept = new ArrayList<>();
    private boolean read;

    Rows(Fault fault, List<List<String>> rows) {
      this.fault = fault;
      this.rows = rows;
    }

    @Override
    public String name() {
      return "rows in memory";
    }

    @Override
    public void read(Consumer<List<String>> header, Consumer<Row> each) {
      List<String> names = rows.get(0);
      header.accept(
          fault == Fault.LEAVES_HEADER_UNSTRIPPED ? names : names.stream().map(String::strip).toList());
      if (fault == Fault.READS_ALL_FIRST) {
        rows.forEach(row -> kept.add(new ArrayList<>(row)));
      }
      int line = 0;
      if (read && fault == Fault.READS_ONCE) {
        return;
      }
      read = true;
      for (int i = 1; i < rows.size(); i++) {
        List<String> cells = rows.get(i);
        boolean empty = cells.stream().allMatch(String::isEmpty);
        line += empty && fault == Fault.COUNTS_FULL_ROWS_ONLY ? 0 : 1;
        if (fault == Fault.KEEPS_WHAT_IT_READ) {
          kept.add(new ArrayList<>(cells));
        }
        if (!empty || fault == Fault.PASSES_EMPTY_ROWS) {
          each.accept(new Row(line, cells(cells, names.size())));
        }
      }
    }

    private List<String> cells(List<String> stored, int width) {
      List<String> cells = new ArrayList<>(stored);
      cells.addAll(Collections.nCopies(Math.max(0, width - stored.size()), ""));
      return switch (fault) {
        case CLEANS_CELLS -> cells.stream().map(String::strip).toList();
        case CLEANS_WIDTH -> cells.stream().map(cell -> cell.replace('１', '1')).toList();
        case CUTS_LONG_ROWS -> cells.subList(0, width);
        default -> cells;
      };
    }
  }

  private record Unreadable(Fault fault) implements TableSource {
    @Override
    public String name() {
      return "missing.csv";
    }

    @Override
    public void read(Consumer<List<String>> header, Consumer<Row> each) {
      IOException cause = new IOException("no such file");
      throw switch (fault) {
        case THROWS_IO_EXCEPTIONS -> new UncheckedIOException(cause);
        case SHOWS_INNER_FAULTS -> new UnreadableTableException(cause.toString(), cause);
        default -> new UnreadableTableException("There is no file missing.csv.", cause);
      };
    }
  }

  /** The contract tests, on tables with a fault. */
  static class UnderProof extends TableSourceContract {
    private static Fault fault = Fault.NONE;

    @Override
    protected TableSource source(List<List<String>> rows) {
      return new Rows(fault, rows);
    }

    @Override
    protected List<TableSource> unreadable() {
      return List.of(new Unreadable(fault));
    }

    @Override
    protected TableSource sourceWithDate(LocalDate date) {
      long serial = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), date);
      String cell = fault == Fault.PASSES_ISO_DATES ? date.toString() : Long.toString(serial);
      return new Rows(fault, List.of(List.of("date"), List.of(cell)));
    }
  }

  private static KitRun run(Fault fault) {
    UnderProof.fault = fault;
    return KitRun.of(UnderProof.class);
  }

  @ParameterizedTest
  @EnumSource
  void findsTheRuleThatIsBroken(Fault fault) {
    KitRun run = run(fault);
    assertThat(run.rulesFailed())
        .as("%s", run.failed())
        .isEqualTo(fault.rule == null ? Set.of() : Set.of(fault.rule));
  }

  @Test
  void everyRuleIsBrokenBySomeTable() {
    Set<String> broken = new TreeSet<>(Set.of("TableSource.name"));
    for (Fault fault : Fault.values()) {
      if (fault.rule != null) {
        broken.add(fault.rule);
      }
    }
    assertThat(broken).isEqualTo(run(Fault.NONE).rulesTested());
  }
}
