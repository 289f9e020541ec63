package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.intent.Example;
import org.leasekit.intent.Feature;
import org.leasekit.memory.MemoryStores;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Offers;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

class IntentLessonsTest {
  private static final LessorId TOWN = new LessorId("town");
  private static final Instant DRAFTED = Instant.parse("2026-02-20T16:00:00Z");
  private static final Instant REDRAFTED = Instant.parse("2026-02-24T16:00:00Z");
  private static final Instant OPENED = Instant.parse("2026-02-27T16:00:00Z");
  private static final Instant LAPSES = Instant.parse("2026-03-31T16:00:00Z");
  private static final Proposal.Approval FREE = approval(Proposal.ApprovalState.NOT_NEEDED, null);

  private final Stores stores = new MemoryStores();

  private static MonetaryAmount yuan(long whole) {
    return MinorUnits.amount(whole * 100, "CNY");
  }

  private static Proposal.Approval approval(Proposal.ApprovalState state, @Nullable StaffId by) {
    return new Proposal.Approval(state, List.of(), null, by, by == null ? null : OPENED);
  }

  /**
   * The row costs 1300.00 by now, and somebody has set another price on another day than the model was asked on, which was
   * asked about 1100.00 instead of 1000.00.
   */
  private void ended(String no, CaseState state, Proposal.Approval approval) {
    Contract contract =
        new Contract(
            TOWN, new ContractNo(no), false, "garage", new UnitRef("garage", no), Slot.ALL, new TenantId("t"),
            null, List.of(), null,
            DateRange.ofClosed(LocalDate.parse("2025-04-01"), LocalDate.parse("2026-03-31")),
            new ChargeTerms(yuan(1300), yuan(0), 1, "ACTUAL_MONTH"), ContractStatus.ACTIVE, Links.NONE, 1);
    CaseId id = CaseId.of(contract.no(), contract.term().lastDay());
    stores.contracts().add(contract, List.of());
    stores
        .cases()
        .add(
            new RenewalCase(
                TOWN, id, contract.no(), contract.term().lastDay(), LAPSES, "renewal", 1,
                Offers.offer(contract, PricingStrategies.changed(-500), BusinessCalendar.everyDay()), state, OPENED,
                RenewalCase.Progress.NONE, state.isClosed() ? LAPSES : null, state.isClosed() ? null : LAPSES, 1));
    stores
        .proposals()
        .add(
            new Proposal(
                TOWN, id, contract.no(), new Proposal.Price(yuan(1000), yuan(900), yuan(873), "SET_BY(boss)"),
                new Proposal.Chance(
                    "M", Estimate.UNKNOWN, EarlyBird.Group.EARLY_BIRD,
                    new Proposal.Question(yuan(1000), yuan(1100), DRAFTED)),
                null, null, false, approval, REDRAFTED, null, 1));
  }

  private List<Example> learnt() {
    return learnt(LAPSES);
  }

  private List<Example> learnt(Instant now) {
    LessorProfile profile =
        LessorProfile.standard(
            TOWN, ZoneId.of("Asia/Shanghai"), Locale.SIMPLIFIED_CHINESE, BusinessCalendar.everyDay());
    return new IntentLessons(stores, profile).examples(now);
  }

  /** Ten percent more was asked when the model was asked, whatever came off later and whatever the rent is now. */
  @Test
  void theRentChangeIsTheOneThatTheModelWasAskedAbout() {
    ended("A", CaseState.RENEWED, FREE);
    assertThat(learnt())
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.renewed()).isTrue();
              assertThat(example.features().value(Feature.RENT_CHANGE)).isBetween(0.0999, 0.1001);
              // 326 days from April 1, 2025 to the day of the draft, February 21, 2026
              assertThat(example.features().value(Feature.TENURE))
                  .isEqualTo(StrictMath.log1p(326 / 365.2425));
            });
  }

  /** Those who say nothing are known last: who has renewed before them is no sample of all. */
  @Test
  void aSeasonThatStillRunsTeachesNothing() {
    ended("A", CaseState.RENEWED, FREE);
    ended("B", CaseState.DECLINED, FREE);
    assertThat(learnt(LAPSES.minusNanos(1))).isEmpty();
    assertThat(learnt(LAPSES)).hasSize(2);
  }

  @Test
  void whoCouldNotAnswerTeachesNothing() {
    ended("SUPERSEDED", CaseState.SUPERSEDED, FREE);
    ended("OPEN", CaseState.NOTIFIED, FREE);
    ended("WAITED", CaseState.LAPSED, approval(Proposal.ApprovalState.PENDING, null));
    ended("REFUSED", CaseState.LAPSED, approval(Proposal.ApprovalState.REFUSED, new StaffId("boss")));
    assertThat(learnt()).isEmpty();
    ended("LAPSED", CaseState.LAPSED, FREE);
    ended("DECLINED", CaseState.DECLINED, approval(Proposal.ApprovalState.APPROVED, new StaffId("boss")));
    assertThat(learnt()).extracting(Example::renewed).containsExactly(false, false);
  }
}
