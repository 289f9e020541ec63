package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.intake.Field;
import org.leasekit.intake.Portfolio;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RawRow;
import org.leasekit.intake.RowOutcome;
import org.leasekit.intake.UnitOccupancy;
import org.leasekit.memory.MemoryStores;

/** What holds for any table: few numbers, units and days, so that rows do get into each other's way. */
class ImportedRowsPropertiesTest {

  private record Draw(int number, int unit, int from, int days, String remark, int parent) {}

  @Provide
  Arbitrary<List<Draw>> tables() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(0, 40),
            Arbitraries.of("", "合租:日间", "合租:夜间", "母合同", "母合同"),
            Arbitraries.integers().between(-30, 30))
        .as(Draw::new)
        .list()
        .ofMaxSize(40);
  }

  private static Contract contract(RawRow row) {
    return Portfolio.lease(row).contract();
  }

  private static List<RawRow> rows(List<Draw> table) {
    List<RawRow> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      Draw draw = table.get(i);
      boolean master = draw.remark().equals("母合同");
      LocalDate start = LocalDate.of(2026, 1, 1).plusDays(master ? 0 : draw.from());
      boolean below = draw.parent() >= 0 && draw.parent() != draw.number();
      rows.add(
          Portfolio.row(
                  i + 1,
                  Field.CONTRACT_NO, "N" + draw.number(),
                  Field.UNIT, master ? "" : "U" + draw.unit(),
                  Field.REMARK, draw.remark(),
                  Field.PARENT_CONTRACT_NO, below ? "N" + draw.parent() : "",
                  Field.START_DATE, start.toString(),
                  Field.END_DATE, start.plusDays(master ? 200 : draw.days()).toString()));
    }
    return rows;
  }

  private static Imported imported(MemoryStores stores, List<RawRow> rows) {
    return Imported.into(stores, ImportOptions.STANDARD, rows.toArray(RawRow[]::new));
  }

  /** In the order of the table. */
  private static List<Contract> accepted(Imported imported, List<RawRow> rows) {
    return rows.stream()
        .filter(row -> imported.outcomes().get(row.line()) instanceof RowOutcome.Added)
        .map(row -> contract(row))
        .toList();
  }

  @Property(tries = 300)
  void everyRowHasOneOutcomeAndWhatIsAcceptedCanStandTogether(@ForAll("tables") List<Draw> table) {
    List<RawRow> rows = rows(table);
    MemoryStores stores = new MemoryStores();
    Imported imported = imported(stores, rows);
    assertThat(imported.outcomes()).hasSize(rows.size());
    List<Contract> accepted = accepted(imported, rows);
    assertThat(Imported.contracts(stores)).extracting(Contract::no)
        .containsExactlyInAnyOrderElementsOf(accepted.stream().map(Contract::no).toList());

    Set<ContractNo> masters = new HashSet<>();
    Set<ContractNo> numbers = new HashSet<>();
    List<Contract> before = new ArrayList<>();
    accepted.stream().filter(Contract::master).map(Contract::no).forEach(masters::add);
    for (Contract contract : accepted) {
      assertThat(numbers.add(contract.no())).isTrue();
      assertThat(contract.parent().isEmpty() || masters.contains(contract.parent().get())).isTrue();
      assertThat(before).noneMatch(contract::collidesWith);
      before.add(contract);
    }
  }

  @Property(tries = 300)
  void whatIsQuarantinedCouldNotHaveStoodBesideWhatIsAccepted(@ForAll("tables") List<Draw> table) {
    List<RawRow> rows = rows(table);
    Imported imported = imported(new MemoryStores(), rows);
    List<Contract> accepted = accepted(imported, rows);

    for (QuarantinedRow bad : imported.quarantined()) {
      Contract contract = contract(rows.get(bad.line() - 1));
      boolean duplicate = accepted.stream().anyMatch(other -> other.no().equals(contract.no()));
      boolean collides = accepted.stream().anyMatch(contract::collidesWith);
      boolean orphan =
          contract.parent().isPresent()
              && accepted.stream()
                  .noneMatch(
                      other ->
                          other.master()
                              && other.no().equals(contract.parent().get())
                              && other.term().contains(contract.term()));
      for (String rule : Portfolio.rules(bad)) {
        assertThat(
                switch (rule) {
                  case "DUPLICATE_CONTRACT_NUMBER" -> duplicate;
                  case "UNIT_ALREADY_LEASED" -> collides;
                  case "NO_SUCH_MASTER", "TERM_OUTSIDE_MASTER", "HIERARCHY_CYCLE" -> orphan;
                  default -> false;
                })
            .as("%s of line %d", rule, bad.line())
            .isTrue();
      }
    }
  }

  @Property(tries = 200)
  void rowsThatDoNotContendMayStandInAnyOrder(@ForAll("tables") List<Draw> table, @ForAll long seed) {
    // one number and one unit for each row: only the hierarchy ties them together
    List<Draw> apart = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      Draw draw = table.get(i);
      apart.add(new Draw(i, i, draw.from(), draw.days(), draw.remark(), draw.parent()));
    }
    List<RawRow> rows = rows(apart);
    List<RawRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));

    Imported one = imported(new MemoryStores(), rows);
    Imported other = imported(new MemoryStores(), shuffled);

    assertThat(other.outcomes()).isEqualTo(one.outcomes());
  }

  @Property(tries = 300)
  void whoHoldsAUnitIsFoundAsIfAllWereAsked(@ForAll("tables") List<Draw> table) {
    UnitOccupancy units = new UnitOccupancy();
    List<Contract> held = new ArrayList<>();
    for (RawRow row : rows(table)) {
      Contract contract = contract(row);
      List<Contract> holders =
          held.stream().filter(contract::collidesWith).toList();
      if (holders.isEmpty()) {
        assertThat(units.holder(contract)).isEmpty();
        units.add(contract);
        held.add(contract);
      } else {
        assertThat(units.holder(contract)).hasValueSatisfying(h -> assertThat(holders).contains(h));
      }
    }
  }
}
