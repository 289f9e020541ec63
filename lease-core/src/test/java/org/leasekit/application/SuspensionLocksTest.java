package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.memory.MemoryStores;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;

/** Locks do what the suspensions of a contract say, whatever is recorded or withdrawn in which order. */
class SuspensionLocksTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final ContractNo NO = new ContractNo("C-1");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private final LessorProfile profile =
      LessorProfile.standard(new LessorId("L"), ZONE, Locale.ENGLISH, ShippedCalendars.china());
  private final MemoryStores stores = new MemoryStores();
  private final SuspensionLocks locks = new SuspensionLocks(stores, profile);
  private Instant now = Instant.parse("2026-02-01T00:00:00Z");
  private ContractHistory history =
      ContractHistory.begin(
          new Origin(
              profile.lessor(), NO, "garage", new UnitRef("garage", "U"), Portion.WHOLE, new TenantId("T"), null,
              List.of(), DateRange.of(MARCH, MARCH.plusYears(1)), MinorUnits.amount(310_000, "CNY"),
              ChargeRules.STANDARD, now));

  private void amend(int march, Change change) {
    now = now.plusSeconds(3600);
    ContractHistory before = history;
    Proof proof = new Proof("steward", "asked for", "mail 7");
    history =
        history
            .record(new Proposal(MARCH.withDayOfMonth(march), proof, change), now, AmendmentPolicy.LENIENT)
            .orElseThrow();
    locks.follow(before, history, now);
  }

  /** The days of March from which and to which each lock holds, by lock. */
  private String held() {
    return stores.locks().of(profile.lessor(), List.of(NO)).stream()
        .map(lock -> lock.id() + " " + day(lock.from()) + "-" + day(lock.ends()))
        .collect(Collectors.joining(", "));
  }

  private static String day(Instant instant) {
    return instant == null ? "" : Integer.toString(instant.atZone(ZONE).getDayOfMonth());
  }

  @Test
  void aSuspensionLocksUntilItsResumption() {
    amend(11, new Change.Suspension());
    assertThat(held()).isEqualTo("S-C-1-1 11-");
    amend(21, new Change.Resumption());
    assertThat(held()).isEqualTo("S-C-1-1 11-21");
    ReceivableLock lock = stores.locks().of(profile.lessor(), List.of(NO)).get(0);
    assertThat(lock.effect()).isEqualTo(ReceivableLock.Effect.SUSPEND);
    assertThat(lock.reason()).isEqualTo(LockReason.SUSPENSION);
    assertThat(lock.askedBy()).isEqualTo("steward");
    assertThat(lock.evidence()).isEqualTo("mail 7");
    assertThat(lock.from()).isEqualTo(profile.startOf(LocalDate.of(2026, 3, 11)));
    assertThat(stores.receivables().billable(profile.lessor(), profile.day(now), 9)).containsExactly(NO);
  }

  @Test
  void aWithdrawnResumptionTakesTheReleaseBackAndAnotherSetsIt() {
    amend(11, new Change.Suspension());
    amend(21, new Change.Resumption());
    amend(1, new Change.Withdrawal(2));
    assertThat(held()).isEqualTo("S-C-1-1 11-");
    amend(16, new Change.Resumption());
    assertThat(held()).isEqualTo("S-C-1-1 11-16");
    assertThat(stores.locks().of(profile.lessor(), List.of(NO)).get(0).releases()).hasSize(3);
  }

  @Test
  void aWithdrawnSuspensionHasNeverHeld() {
    amend(11, new Change.Suspension());
    amend(1, new Change.Withdrawal(1));
    assertThat(held()).isEqualTo("S-C-1-1 11-11");
  }

  @Test
  void suspensionsThatFollowEachOtherHaveALockEach() {
    amend(11, new Change.Suspension());
    amend(21, new Change.Resumption());
    amend(25, new Change.Suspension());
    amend(28, new Change.Resumption());
    assertThat(held()).isEqualTo("S-C-1-1 11-21, S-C-1-3 25-28");
  }

  @Test
  void anAmendmentOfAnotherKindLeavesLocksAlone() {
    amend(11, new Change.Suspension());
    amend(21, new Change.Resumption());
    amend(25, new Change.Assignment(new TenantId("other")));
    assertThat(held()).isEqualTo("S-C-1-1 11-21");
    assertThat(stores.locks().of(profile.lessor(), List.of(NO)).get(0).releases()).hasSize(1);
  }
}
