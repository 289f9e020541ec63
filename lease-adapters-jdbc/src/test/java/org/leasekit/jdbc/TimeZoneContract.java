package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.payment.Payment;
import org.leasekit.testkit.Samples;

/** One node writes, another reads, and their machines are set to different time zones. */
abstract class TimeZoneContract {

  /** 02:30 does not exist in New York on that day, and 01:30 comes twice on the other. */
  private static final List<Instant> HARD =
      List.of(
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("2026-03-08T02:30:00.000001Z"),
          Instant.parse("2026-03-08T07:30:00Z"),
          Instant.parse("2026-11-01T05:30:00Z"),
          Instant.parse("2026-11-01T06:30:00Z"),
          Instant.parse("2099-12-31T16:00:00.5Z"));

  private final TestDatabase database;
  private final TimeZone before = TimeZone.getDefault();

  TimeZoneContract(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void empty() {
    database.empty();
  }

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  private JdbcStores in(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    return JdbcStores.builder(database.dataSource()).build();
  }

  @Test
  void instantsAreTheSameInEveryZone() {
    ContractNo no = new ContractNo("C-1");
    JdbcStores writer = in("America/New_York");
    for (Instant at : HARD) {
      writer.payments().add(Samples.payment(at.toString(), no, at));
    }
    for (String zone : List.of("America/New_York", "UTC", "Asia/Shanghai", "Pacific/Apia")) {
      List<Instant> read = new ArrayList<>();
      in(zone).records().payments(Samples.LESSOR, payment -> read.add(payment.receivedAt()));
      assertThat(read).as("read in %s", zone).isEqualTo(HARD);
    }
  }

  @Test
  void whatIsDueIsDueInEveryZone() {
    Contract contract = Samples.contract("C-1").build();
    in("Pacific/Apia").cases().add(Samples.renewalCase(contract, Samples.NOW));
    for (String zone : List.of("America/New_York", "Asia/Shanghai")) {
      JdbcStores stores = in(zone);
      assertThat(stores.cases().claimDue(Samples.LESSOR, Samples.NOW.minusNanos(1000), 9)).as(zone).isEmpty();
      assertThat(stores.cases().claimDue(Samples.LESSOR, Samples.NOW, 9)).as(zone).hasSize(1);
    }
  }

  @Test
  void daysAreTheSameInEveryZone() {
    DateRange term = DateRange.of(LocalDate.of(1582, 10, 4), LocalDate.of(2026, 3, 8));
    Contract contract = Samples.contract("C-1").lasting(term).build();
    in("Pacific/Apia").contracts().add(contract, List.of());
    for (String zone : List.of("America/New_York", "UTC", "Asia/Shanghai")) {
      assertThat(in(zone).contracts().find(contract.lessor(), contract.no()).map(Contract::term))
          .as("read in %s", zone)
          .contains(term);
    }
  }

  @Test
  void instantsAreCutToMicroseconds() {
    Instant at = Instant.parse("2026-03-08T02:30:00.123456999Z");
    Payment payment = Samples.payment("P", new ContractNo("C"), at);
    JdbcStores stores = in("UTC");
    stores.payments().add(payment);
    assertThat(stores.payments().byReference(Samples.LESSOR, "C"))
        .extracting(Payment::receivedAt)
        .containsExactly(Instant.parse("2026-03-08T02:30:00.123456Z"));
  }
}
