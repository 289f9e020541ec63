package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.HoldoverPolicy;
import org.leasekit.application.AmendContract;
import org.leasekit.application.LessorProfile;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.UnitRef;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/** How leases end: with notice, held over, continued; through the front door, on an adapter's stores. */
public abstract class LeaseEndJourneyContract {

  /** For subclasses. */
  protected LeaseEndJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town(LessorProfile profile) {
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  private static LessorProfile heldOver(int months, int percent) {
    return RenewalTown.profile().withHoldover(HoldoverPolicy.monthToMonth(months, percent, "合同第9条"));
  }

  private static ContractHistory history(RenewalTown town, String no) {
    return town.kit.amendments().history(new ContractNo(no)).orElseThrow();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Outcome<ContractHistory> terminate(
      RenewalTown town, String no, String effective, String notice) {
    return town.kit.amendments()
        .amend(
            new AmendContract.EarlyTermination(
                new AmendContract.Basis(no, day(effective), "steward-a", "moves away", "letter"), day(notice),
                SubsAtEnd.REFUSE));
  }

  @Test
  void minimumTermAndNoticeAreEnforced() {
    RenewalTown town = town(RenewalTown.profile().withAmendmentPolicy(new AmendmentPolicy(10, 30)));
    town.let("A", lease -> {});
    assertThat(terminate(town, "A", "2026-01-31", "2026-01-01").rejection().rule())
        .isEqualTo("MINIMUM_TERM_NOT_REACHED");
    assertThat(terminate(town, "A", "2026-02-18", "2026-01-20").rejection().rule()).isEqualTo("NOTICE_TOO_SHORT");
    assertThat(terminate(town, "A", "2026-02-19", "2026-01-20").isAccepted()).isTrue();
  }

  @Test
  void whoStaysIsHeldOverMonthByMonthAsLongAsThePolicyGoes() {
    RenewalTown town = town(heldOver(2, 150));
    town.let("A", lease -> lease.lastDay = "2026-01-31");
    town.goTo("2026-02-01", "00:00");
    Contract held = town.contract("A");
    assertThat(held.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(held.term().endExclusive()).isEqualTo(day("2026-03-01"));
    assertThat(held.terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1500.00"));
    town.goTo("2026-03-01", "00:00");
    assertThat(town.contract("A").term().endExclusive()).isEqualTo(day("2026-04-01"));
    assertThat(town.contract("A").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1500.00"));
    town.goTo("2026-04-01", "00:00");
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.EXPIRED);
    assertThat(history(town, "A").recorded())
        .extracting(amendment -> amendment.change().kind() + " " + amendment.effective())
        .containsExactly("EXTENSION 2026-02-01", "RENT_CHANGE 2026-02-01", "EXTENSION 2026-03-01");
    assertThat(history(town, "A").recorded())
        .extracting(Amendment::proof)
        .allSatisfy(proof -> assertThat(proof.evidence()).isEqualTo("合同第9条"));
  }

  @Test
  void theRentOfAHoldoverIsReckonedFromTheLastStep() {
    RenewalTown town = town(heldOver(2, 150));
    town.let("A", lease -> lease.lastDay = "2026-01-31");
    town.kit
        .amendments()
        .amend(
            new AmendContract.PriceRules(
                new AmendContract.Basis("A", day("2026-01-01"), "steward-a", "agreed", "mail"),
                List.of(new ChargeRules.Step(day("2026-01-15"), 1200_00)), List.of(), List.of(), "S-1"))
        .orElseThrow();
    town.goTo("2026-02-01", "00:00");
    assertThat(town.contract("A").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1800.00"));
  }

  @Test
  void aHoldoverGoesByTheRentInForceAndNotByTheFirst() {
    RenewalTown town = town(heldOver(2, 110));
    town.let(
        "A",
        lease -> {
          lease.rent = "1000.00";
          lease.lastDay = "2026-01-31";
        });
    Contract let = town.contract("A");
    ChargeRules dearer =
        ChargeRules.STANDARD.withSteps(new ChargeRules.Step(day("2025-10-01"), 1200_00));
    town.stores.contracts().update(let.withTerms(let.terms().withRules(dearer)));
    town.goTo("2026-02-01", "00:00");
    assertThat(town.contract("A").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1320.00"));
  }

  @Test
  void aSweepThatComesLateHoldsOverEveryMonthThatHasPassed() {
    RenewalTown town = town(heldOver(12, 100));
    town.let("A", lease -> lease.lastDay = "2026-01-30");
    town.goTo("2026-03-31", "10:00");
    // the thirty-first, as far as the month has one
    assertThat(town.contract("A").term().endExclusive()).isEqualTo(day("2026-04-30"));
    assertThat(history(town, "A").recorded())
        .extracting(amendment -> amendment.change().kind())
        .containsExactly(ChangeKind.EXTENSION, ChangeKind.EXTENSION, ChangeKind.EXTENSION);
    assertThat(history(town, "A").recorded())
        .extracting(Amendment::effective)
        .containsExactly(day("2026-01-31"), day("2026-02-28"), day("2026-03-31"));
  }

  @Test
  void whoDeclinedOrHasASuccessorOnTheUnitIsNotHeldOver() {
    RenewalTown town = town(heldOver(3, 100));
    town.let("declined", lease -> {});
    town.let("followed", lease -> {});
    town.let("next", lease -> {
      lease.unit = "U-followed";
      lease.start = "2026-04-01";
      lease.lastDay = "2026-12-31";
    });
    town.let("noticed", lease -> {});
    assertThat(terminate(town, "noticed", "2026-03-31", "2026-01-20").isAccepted()).isTrue();
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "11:00");
    assertThat(town.decline("declined").isAccepted()).isTrue();
    town.goTo("2026-04-01", "00:00");
    assertThat(List.of("declined", "followed", "noticed"))
        .extracting(no -> town.contract(no).status())
        .containsExactly(ContractStatus.EXPIRED, ContractStatus.EXPIRED, ContractStatus.TERMINATED);
  }

  @Test
  void withoutAPolicyATermEndsAsAgreed() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.goTo("2026-04-01", "00:00");
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.EXPIRED);
    assertThat(history(town, "A").recorded()).isEmpty();
  }

  @Test
  void anOfferIsMadeForWhatTheLeaseIsOnItsLastDay() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    AmendContract.Basis basis =
        new AmendContract.Basis("A", day("2026-03-10"), "steward-a", "agreed", "S-4");
    town.kit.amendments()
        .amend(new AmendContract.RentChange(basis, RenewalTown.yuan("1200.00"), "S-4"))
        .orElseThrow();
    town.goTo("2026-02-28", "00:00");
    assertThat(town.contract("A").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1000.00"));
    assertThat(town.renewal("A").offer().terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1200.00"));
  }

  @Test
  void aSuccessorContinuesTheUnitOfTheLastDay() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "11:00");
    town.kit.amendments()
        .amend(
            new AmendContract.UnitSwap(
                new AmendContract.Basis("A", day("2026-03-20"), "steward-a", "asked", "mail"), "garage", "B-1"))
        .orElseThrow();
    assertThat(town.sign("A", "sig-1").isAccepted()).isTrue();
    assertThat(town.payRenewal("A", "p-1", "1000.00").isAccepted()).isTrue();
    assertThat(town.contract("A-R1").unit()).isEqualTo(new UnitRef("garage", "B-1"));
    assertThat(town.contract("A").unit()).isEqualTo(new UnitRef("garage", "U-A"));
  }
}
