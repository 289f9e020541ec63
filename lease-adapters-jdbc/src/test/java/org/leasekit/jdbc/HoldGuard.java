package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.occupancy.Hold;
import org.leasekit.port.Contracts.Added;
import org.leasekit.testkit.ContractSample;
import org.leasekit.testkit.Samples;

/** What a database itself says to rows that nobody but an administrator writes. */
final class HoldGuard {

  private static final UnitRef UNIT = new UnitRef("garage", "A-1");

  private static final DateRange NEXT_YEAR =
      DateRange.of(Samples.YEAR.endExclusive(), Samples.YEAR.endExclusive().plusYears(1));

  private HoldGuard() {}

  private static void write(TestDatabase database, String no, String half, String start, String end, boolean whole)
      throws SQLException {
    TestDatabase.execute(
        database.dataSource(),
        "INSERT INTO lk_hold (lessor, contract_no, start_day, half, end_day, unit_project, unit, slot, days_of_week,"
            + " share_parts, resting, exclusive_half) VALUES ('" + Samples.LESSOR.value() + "', '" + no + "', '"
            + start + "', '" + half + "', '" + end + "', 'garage', 'A-1', '" + half + "', 'ALL', 3603600, FALSE, "
            + (whole ? "'" + half + "'" : "NULL") + ")");
  }

  /** A row that lets a whole unit twice is refused; rows that do not collide are not. */
  static void refusesADoubleLet(TestDatabase database) throws SQLException {
    JdbcStores stores = database.emptyStores();
    Contract held = Samples.contract("C-1").on(UNIT).during(Slot.DAY).build();
    assertThat(stores.contracts().add(held, List.of())).isEqualTo(Added.ADDED);
    String lastDay = held.term().lastDay().toString();
    String dayAfter = held.term().endExclusive().toString();
    assertThatThrownBy(() -> write(database, "C-2", "DAY", lastDay, "2027-01-01", true))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("lk_unit_never_let_twice");
    write(database, "C-2", "NIGHT", lastDay, "2027-01-01", true);
    write(database, "C-2", "DAY", dayAfter, "2027-01-01", true);
    write(database, "C-3", "DAY", "2020-01-01", held.term().start().toString(), true);
    write(database, "C-4", "NIGHT", "2020-01-01", lastDay, true);
    // not by this constraint, which does not see such a row
    assertThatThrownBy(() -> write(database, "C-5", "NIGHT", "2020-01-01", lastDay, false))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("lk_unit_never_let_beyond_the_whole");
    assertThatThrownBy(() -> write(database, "C-6", "NIGHT", "2020-01-01", "2020-01-02", true))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("lk_unit_never_let_twice");
  }

  /** What lets parts of a unit, or other units, is accepted. */
  static void acceptsWhatDoesNotCollide(TestDatabase database) {
    JdbcStores stores = database.emptyStores();
    add(stores, Samples.contract("C-1").on(UNIT).during(Slot.DAY));
    add(stores, Samples.contract("C-2").on(UNIT).during(Slot.NIGHT));
    add(stores, Samples.contract("C-3").on(UNIT).of(Samples.OTHER_LESSOR));
    add(stores, Samples.contract("C-4").on(new UnitRef("garage 2", "A-1")));
    add(stores, Samples.contract("C-5").on(UNIT).lasting(NEXT_YEAR));
    add(stores, Samples.contract("C-6").on("A-2").terminatingOn(Samples.YEAR.start().plusDays(1)));
    add(stores, Samples.contract("C-7").on("A-2").lasting(
        DateRange.of(Samples.YEAR.start().plusDays(1), Samples.YEAR.endExclusive())));
    add(stores, Samples.contract("C-8").on("A-3").letting(Portion.of(Share.of(1, 2))));
    add(stores, Samples.contract("C-9").on("A-3").letting(Portion.of(Share.of(1, 2))));
    add(stores, Samples.contract("C-10").on("A-4").letting(new Portion(Slot.ALL, Week.WEEKDAYS, Share.WHOLE)));
    add(stores, Samples.contract("C-11").on("A-4").letting(new Portion(Slot.ALL, Week.WEEKENDS, Share.WHOLE)));
    // a unit may change hands and come back within one unit of work
    Contract mover = Samples.contract("C-5").on(UNIT).lasting(NEXT_YEAR).build();
    assertThat(stores.holds().replace(mover.lessor(), mover.no(), Hold.of(mover))).isEmpty();
  }

  private static void add(JdbcStores stores, ContractSample sample) {
    assertThat(stores.contracts().add(sample.build(), List.of())).isEqualTo(Added.ADDED);
  }
}
