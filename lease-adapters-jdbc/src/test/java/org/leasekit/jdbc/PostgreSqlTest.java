package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.port.Contracts.Added;
import org.leasekit.testkit.ContractSample;
import org.leasekit.testkit.Samples;

class PostgreSqlTest extends DatabaseContract {

  private static final UnitRef UNIT = new UnitRef("garage", "A-1");

  private static final DateRange NEXT_YEAR =
      DateRange.of(Samples.YEAR.endExclusive(), Samples.YEAR.endExclusive().plusYears(1));

  PostgreSqlTest() {
    super(TestDatabase.POSTGRESQL);
  }

  private static ContractSample on(UnitRef unit, String number) {
    return Samples.contract(number).on(unit);
  }

  private static Contract add(JdbcStores stores, ContractSample sample) {
    Contract contract = sample.build();
    assertThat(stores.contracts().add(contract, List.of())).isEqualTo(Added.ADDED);
    return contract.withVersion(1);
  }

  @Test
  void theDatabaseRefusesWhatMovesAContractOntoAUnitThatIsLet() {
    JdbcStores stores = TestDatabase.POSTGRESQL.emptyStores();
    add(stores, on(UNIT, "C-1").during(Slot.DAY));
    Contract elsewhere = add(stores, on(new UnitRef("garage", "A-2"), "C-2"));
    Contract moved = on(UNIT, "C-2").build().withVersion(elsewhere.version());
    assertThatThrownBy(() -> stores.contracts().update(moved))
        .hasMessageContaining("lk_unit_never_let_twice");
    assertThat(stores.contracts().find(elsewhere.lessor(), elsewhere.no())).contains(elsewhere);
  }

  @Test
  void theDatabaseAllowsWhatDoesNotCollide() {
    JdbcStores stores = TestDatabase.POSTGRESQL.emptyStores();
    add(stores, on(UNIT, "C-1").during(Slot.DAY));
    add(stores, on(UNIT, "C-2").during(Slot.NIGHT));
    add(stores, on(UNIT, "C-3").of(Samples.OTHER_LESSOR));
    add(stores, on(new UnitRef("garage 2", "A-1"), "C-4"));
    add(stores, on(UNIT, "C-5").lasting(NEXT_YEAR));
    Contract ended = add(stores, on(new UnitRef("garage", "A-2"), "C-6").as(ContractStatus.TERMINATED));
    add(stores, on(new UnitRef("garage", "A-2"), "C-7"));
    stores.contracts().update(ended);
  }
}
