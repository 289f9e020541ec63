package org.leasekit.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;

class RenewalsTest {
  private static final Instant OPENED = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant LAPSES = Instant.parse("2026-03-31T16:00:00Z");

  private static Contract contract(String start, String lastDay, int cycle, long rent) {
    return new Contract(
        new LessorId("town"),
        new ContractNo("A"),
        false,
        "garage",
        new UnitRef("garage", "B1-001"),
        Slot.ALL,
        new TenantId("t"),
        null,
        List.of(),
        null,
        DateRange.ofClosed(LocalDate.parse(start), LocalDate.parse(lastDay)),
        new ChargeTerms(
            MinorUnits.amount(rent, "CNY"), MinorUnits.amount(0, "CNY"), cycle, "ACTUAL_MONTH"),
        ContractStatus.ACTIVE,
        Links.NONE,
        1);
  }

  private static RenewalCase renewal(long rent) {
    Contract contract = contract("2025-04-01", "2026-03-31", 1, rent);
    return new RenewalCase(
        contract.lessor(),
        CaseId.of(contract.no(), contract.term().lastDay()),
        contract.no(),
        contract.term().lastDay(),
        LAPSES,
        "renewal",
        1,
        Offers.offer(contract, PricingStrategies.UNCHANGED, BusinessCalendar.everyDay()),
        CaseState.OPEN,
        OPENED,
        RenewalCase.Progress.NONE,
        null,
        OPENED,
        1);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, false, PROPOSED",
    "false, true, false, PROPOSED",
    "true, false, false, OPEN",
    "true, true, false, NOTIFIED",
    "true, false, true, ACCEPTED",
    "true, true, true, ACCEPTED"
  })
  void aSupersededCaseIsTakenUpInTheStateItHad(
      boolean cleared, boolean told, boolean accepted, CaseState state) {
    RenewalCase before =
        accepted ? Renewals.accept(renewal(1000), OPENED).orElseThrow() : renewal(1000);
    RenewalCase superseded = Renewals.supersede(before, OPENED.plusSeconds(1));
    Instant later = OPENED.plusSeconds(2);
    RenewalCase again = Renewals.reopen(superseded, cleared, told, later);
    assertThat(again.state()).isEqualTo(state);
    assertThat(again.closedAt()).isNull();
    assertThat(again.nextDueAt()).isEqualTo(later);
    assertThat(again.progress()).isEqualTo(before.progress());
    assertThat(Renewals.reopen(before, cleared, told, later)).isEqualTo(before);
    assertThat(Renewals.reopen(superseded, cleared, told, LAPSES)).isEqualTo(superseded);
  }

  /** Whole months of the term that ends, at least one, from the day after its last. */
  @ParameterizedTest
  @CsvSource({
    "2025-04-01, 2026-03-31, 1, 2026-04-01, 2027-03-31, 1000.00",
    "2025-03-29, 2026-03-31, 3, 2026-04-01, 2027-03-31, 3000.00", // twelve months and three days
    "2025-03-29, 2026-03-28, 12, 2026-03-29, 2027-03-28, 12000.00",
    "2026-01-31, 2026-02-27, 1, 2026-02-28, 2026-03-27, 1000.00", // under a month
    "2026-01-01, 2026-06-30, 12, 2026-07-01, 2026-12-31, 6000.00", // the cycle outlasts the term
    "2023-03-01, 2024-02-29, 1, 2024-03-01, 2025-02-28, 1000.00",
  })
  void anOfferContinuesTheTerm(
      String start, String lastDay, int cycle, String from, String through, String first) {
    Offer offer =
        Offers.offer(
            contract(start, lastDay, cycle, 100000),
            PricingStrategies.UNCHANGED,
            BusinessCalendar.everyDay());
    assertThat(offer.term().start()).isEqualTo(from);
    assertThat(offer.term().lastDay()).isEqualTo(through);
    assertThat(MinorUnits.plain(offer.firstPayment())).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"PK1, PK1-R1", "PK1-R1, PK1-R2", "PK1-R9, PK1-R10", "A-RX, A-RX-R1", "A-R0, A-R0-R1", "-R1, -R1-R1"})
  void successorsAreNumberedOn(String predecessor, String successor) {
    assertThat(Renewals.successorNumber(new ContractNo(predecessor)).value()).isEqualTo(successor);
  }

  @Test
  void anOfferWithNothingToPayIsPaidByItsSignature() {
    RenewalCase signed = Renewals.signed(renewal(0), "S", OPENED.plusSeconds(1)).orElseThrow();
    assertThat(signed.state()).isEqualTo(CaseState.RENEWED);
    assertThat(signed.progress().paidAt()).isEqualTo(signed.progress().signedAt());
  }

  @Test
  void theReminderSpeaksTheReadersLanguageWhateverTheMachineSpeaks() {
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.CHINA);
      assertThat(text(Locale.UK)).startsWith("[garage] The lease A of B1-001 ends on 2026-03-31").contains("1000.00 CNY");
      Locale.setDefault(Locale.US);
      assertThat(text(Locale.SIMPLIFIED_CHINESE)).startsWith("【garage】您租用的B1-001").contains("1000.00 CNY");
      assertThat(text(Locale.FRANCE)).startsWith("[garage] The lease");
    } finally {
      Locale.setDefault(machine);
    }
  }

  private static String text(Locale locale) {
    return NoticeText.reminder(
        renewal(100000), contract("2025-04-01", "2026-03-31", 1, 100000), locale);
  }

  enum Step {
    ACCEPT,
    DECLINE,
    PAY,
    SIGN,
    LAPSE
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.of(Step.class).list().ofMaxSize(12);
  }

  /**
   * Any order of steps, against the plain rule: renewed exactly when paid and signed before anything
   * closed it; declined only while nothing was paid or signed; closed for ever; silent for ever.
   */
  @Property
  void anyOrderOfStepsObeysThePlainRule(@ForAll("steps") List<Step> steps) {
    RenewalCase renewal = renewal(100000);
    boolean paid = false;
    boolean signed = false;
    CaseState closed = null;
    boolean wasSilent = false;
    Instant now = OPENED;
    for (Step step : steps) {
      now = step == Step.LAPSE ? LAPSES : now.plusSeconds(60);
      if (now.isAfter(LAPSES)) {
        now = LAPSES;
      }
      boolean over = closed != null || !now.isBefore(LAPSES);
      RenewalCase before = renewal;
      renewal = take(renewal, step, now);
      if (!over) {
        if (step == Step.DECLINE && !paid && !signed) {
          closed = CaseState.DECLINED;
        }
        paid |= step == Step.PAY;
        signed |= step == Step.SIGN;
        if (paid && signed) {
          closed = CaseState.RENEWED;
        }
      }
      if (step == Step.LAPSE && closed == null) {
        closed = CaseState.LAPSED;
      }
      assertThat(renewal.state().isClosed()).isEqualTo(closed != null);
      if (closed != null) {
        assertThat(renewal.state()).isEqualTo(closed);
      }
      if (before.state().isClosed()) {
        assertThat(renewal).isEqualTo(before);
      }
      assertThat(renewal.isSilent()).isEqualTo(paid || signed || closed != null);
      assertThat(!wasSilent || renewal.isSilent()).as("silence stays").isTrue();
      wasSilent = renewal.isSilent();
    }
  }

  private static RenewalCase take(RenewalCase renewal, Step step, Instant now) {
    Outcome<RenewalCase> outcome =
        switch (step) {
          case ACCEPT -> Renewals.accept(renewal, now);
          case DECLINE -> Renewals.decline(renewal, now);
          case PAY -> Renewals.paid(renewal, now);
          case SIGN -> Renewals.signed(renewal, "S", now);
          case LAPSE -> Outcome.accepted(Renewals.lapse(renewal, now));
        };
    return outcome.isAccepted() ? outcome.orElseThrow() : renewal;
  }
}
