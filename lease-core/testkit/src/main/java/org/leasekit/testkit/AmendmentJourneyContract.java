package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Aspect;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Phase;
import org.leasekit.amendment.Version;
import org.leasekit.application.AmendContract;
import org.leasekit.application.BookPackage;
import org.leasekit.application.SignContract;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.hierarchy.HierarchyRejection;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Mismatch;
import org.leasekit.occupancy.PackageRejection;
import org.leasekit.occupancy.RentRoll;
import org.leasekit.occupancy.Sighting;
import org.leasekit.occupancy.Vacancy;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.TenantId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;

/** Contracts that change while they run, through the front door, on an adapter's stores. */
public abstract class AmendmentJourneyContract extends AmendmentJourney {

  /** For subclasses. */
  protected AmendmentJourneyContract() {}

  @Test
  void aRentChangeNeedsAnAgreementAndHoldsFromItsDay() {
    town.let("A", lease -> {});
    Instant before = town.clock.instant();
    town.goTo("2025-06-11", "09:00");
    assertThat(rejected(new AmendContract.RentChange(basis("A", "2025-07-01"), RenewalTown.yuan("1100.00"), null))
            .rule())
        .isEqualTo("RENT_CHANGE_WITHOUT_AGREEMENT");
    amend(new AmendContract.RentChange(basis("A", "2025-07-01"), RenewalTown.yuan("1100.00"), "补充协议 3"));
    Instant now = town.clock.instant();
    assertThat(asOf("A", "2025-06-30", now).monthlyRent()).isEqualTo(RenewalTown.yuan("1000.00"));
    assertThat(asOf("A", "2025-07-01", now).monthlyRent()).isEqualTo(RenewalTown.yuan("1100.00"));
    assertThat(asOf("A", "2025-07-01", before).monthlyRent()).isEqualTo(RenewalTown.yuan("1000.00"));
    assertThat(town.contract("A").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1000.00"));
    town.goTo("2025-07-01", "00:00");
    assertThat(town.contract("A").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1100.00"));
    assertThat(town.stores.amendments().changing(RenewalTown.LESSOR, day("2026-03-31"), 9)).isEmpty();
  }

  @Test
  void aSwapMovesTheContractToAFreeUnitAndNamesWhatIsTaken() {
    town.let("A", lease -> {});
    town.let("B", lease -> lease.start = "2025-09-01");
    Rejection taken = rejected(swap("A", "2025-07-01", "U-B"));
    assertThat(taken)
        .isEqualTo(
            new ContractRejection.UnitAlreadyLeased(
                new ContractNo("A"), new UnitRef("garage", "U-B"), days("2025-09-01", "2026-04-01")));
    assertThat(holds("U-A")).extracting(Hold::days).containsExactly(days("2025-04-01", "2026-04-01"));
    amend(swap("A", "2025-07-01", "free"));
    assertThat(holds("U-A")).extracting(Hold::days).containsExactly(days("2025-04-01", "2025-07-01"));
    assertThat(holds("free")).extracting(Hold::days).containsExactly(days("2025-07-01", "2026-04-01"));
    town.let("C", lease -> {
      lease.unit = "U-A";
      lease.start = "2025-07-01";
    });
    assertThat(Objects.requireNonNull(town.contract("A").unit()).unit()).isEqualTo("U-A");
    town.goTo("2025-07-01", "00:00");
    assertThat(Objects.requireNonNull(town.contract("A").unit()).unit()).isEqualTo("free");
    assertThat(withdraw("A", 1).rejection().rule()).isEqualTo("UNIT_ALREADY_LEASED");
  }

  @Test
  void aSplitSignsTheOtherContractAndAMergeEndsIt() {
    town.let("A", lease -> {});
    amend(split("A", "2025-07-01", "A-N"));
    Contract other = town.contract("A-N");
    assertThat(other.portion()).isEqualTo(Portion.of(Slot.NIGHT));
    assertThat(other.term()).isEqualTo(days("2025-07-01", "2026-04-01"));
    assertThat(other.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(rejected(split("A", "2025-08-01", "A-X")).rule()).isEqualTo("CONTRACT_IS_SPLIT");
    assertThat(withdraw("A", 1).rejection().rule()).isEqualTo("UNIT_ALREADY_LEASED");
    amend(
        new AmendContract.MergeBack(basis("A", "2025-10-01"), "A-N", RenewalTown.yuan("1000.00"), "S-2"));
    assertThat(town.contract("A-N").endsOn()).isEqualTo(day("2025-10-01"));
    assertThat(holds("U-A"))
        .extracting(hold -> hold.contract() + " " + hold.portion().slot() + " " + hold.days().start())
        .containsExactly("A ALL 2025-04-01", "A DAY 2025-07-01", "A-N NIGHT 2025-07-01", "A ALL 2025-10-01");
    town.goTo("2025-10-01", "00:00");
    assertThat(town.contract("A-N").status()).isEqualTo(ContractStatus.TERMINATED);
    assertThat(town.contract("A").portion()).isEqualTo(Portion.WHOLE);
  }

  @Test
  void aSplitUnderANumberThatIsTakenChangesNothing() {
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    assertThat(rejected(split("A", "2025-07-01", "B")).rule()).isEqualTo("DUPLICATE_CONTRACT_NUMBER");
    assertThat(town.kit.amendments().history(new ContractNo("A")).orElseThrow().recorded()).isEmpty();
    assertThat(holds("U-A")).hasSize(1);
  }

  @Test
  void aSubleaseAnAssignmentAndPeopleChange() {
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    assertThat(rejected(new AmendContract.Assignment(basis("A", "2025-07-01"), "nobody")))
        .isEqualTo(new ContractRejection.NoSuchTenant(new TenantId("nobody")));
    amend(new AmendContract.Sublease(basis("A", "2025-07-01"), "tenant-B", day("2025-08-01")));
    assertThat(rejected(new AmendContract.Assignment(basis("A", "2025-07-15"), "tenant-B")).rule())
        .isEqualTo("CONTRACT_IS_SUBLET");
    amend(new AmendContract.Assignment(basis("A", "2025-08-01"), "tenant-B"));
    List<Contact> contacts = List.of(new Contact(Channel.SMS, "13900000000"));
    amend(new AmendContract.ContactChange(basis("A", "2025-06-10"), contacts));
    amend(new AmendContract.OccupantChange(basis("A", "2025-06-01"), "李雷", "沪A·12345"));
    assertThat(town.contract("A").contacts()).isEqualTo(contacts);
    assertThat(Objects.requireNonNull(town.contract("A").occupant()).badge()).isEqualTo("沪A·12345");
    town.goTo("2025-08-02", "00:00");
    assertThat(town.contract("A").tenant()).isEqualTo(new TenantId("tenant-B"));
    Instant now = town.clock.instant();
    assertThat(asOf("A", "2025-07-31", now).subtenant()).isEqualTo(new TenantId("tenant-B"));
    assertThat(asOf("A", "2025-08-01", now).subtenant()).isNull();
    Sighting seen = new Sighting(new UnitRef("garage", "U-A"), day("2025-08-02"), "沪A 12345");
    Sighting stranger = new Sighting(new UnitRef("garage", "U-A"), day("2025-08-02"), "沪B 1");
    assertThat(town.kit.occupancy().mismatches(List.of(seen, stranger), now).orElseThrow())
        .extracting(Mismatch::kind)
        .containsExactly(Mismatch.Kind.OTHER_USER);
  }

  @Test
  void aPauseLearntLateIsKnownFromThenOnOnly() {
    town.let("A", lease -> {});
    town.goTo("2025-06-20", "09:00");
    Instant monday = town.clock.instant();
    town.goTo("2025-06-22", "09:00");
    amend(new AmendContract.Suspension(basis("A", "2025-06-20")));
    town.goTo("2025-06-25", "09:00");
    amend(new AmendContract.Resumption(basis("A", "2025-06-24")));
    Instant later = town.clock.instant();
    assertThat(asOf("A", "2025-06-21", monday).phase()).isEqualTo(Phase.RUNNING);
    assertThat(asOf("A", "2025-06-21", later).phase()).isEqualTo(Phase.SUSPENDED);
    assertThat(asOf("A", "2025-06-24", later).phase()).isEqualTo(Phase.RUNNING);
    List<Version> versions =
        town.kit.amendments().timeline(new ContractNo("A"), later).orElseThrow();
    assertThat(versions)
        .extracting(version -> version.from() + " " + version.standing().phase() + " "
            + version.changed().contains(Aspect.PHASE))
        .containsExactly(
            "2025-04-01 RUNNING false", "2025-06-20 SUSPENDED true", "2025-06-24 RUNNING true",
            "2026-04-01 EXPIRED true");
    assertThat(holds("U-A")).extracting(Hold::resting).containsExactly(false, true, false);
  }

  @Test
  void anExtensionGoesOnPastTheTermUnlessTheUnitIsLetAfterIt() {
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.let("next", lease -> {
      lease.unit = "U-B";
      lease.start = "2026-04-01";
      lease.lastDay = "2026-12-31";
    });
    assertThat(rejected(extension("B", "2026-04-01", "2026-07-01")).rule()).isEqualTo("UNIT_ALREADY_LEASED");
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "11:00");
    CaseId old = town.caseOf("A");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    amend(extension("A", "2026-04-01", "2026-07-01"));
    assertThat(town.contract("A").term()).isEqualTo(days("2025-04-01", "2026-07-01"));
    assertThat(town.stores.cases().find(RenewalTown.LESSOR, old).orElseThrow().state())
        .isEqualTo(CaseState.SUPERSEDED);
    int shown = town.shown.size();
    town.goTo("2026-03-30", "11:00");
    assertThat(town.shown).hasSize(shown);
    town.goTo("2026-04-01", "00:00");
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.ACTIVE);
    town.goTo("2026-07-01", "00:00");
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.EXPIRED);
    amend(extension("A", "2026-07-01", "2026-08-01"));
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.ACTIVE);
  }

  @Test
  void anExtensionThatIsTakenBackOpensTheRenewalAgain() {
    town.let("A", lease -> {});
    town.goTo("2026-03-05", "11:00");
    CaseId id = town.caseOf("A");
    amend(extension("A", "2026-04-01", "2026-07-01"));
    assertThat(withdraw("A", 1).isAccepted()).isTrue();
    assertThat(town.caseOf("A")).isEqualTo(id);
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    assertThat(withdraw("A", 1).rejection().rule()).isEqualTo("ALREADY_WITHDRAWN");
    assertThat(withdraw("A", 7).rejection().rule()).isEqualTo("NO_SUCH_AMENDMENT");
  }

  @Test
  void anEarlyTerminationFreesTheUnitAndEndsTheContract() {
    town.let("A", lease -> {});
    amend(termination("A", "2025-09-01", SubsAtEnd.REFUSE));
    assertThat(town.contract("A").terminatesOn()).isEqualTo(day("2025-09-01"));
    town.let("B", lease -> {
      lease.unit = "U-A";
      lease.start = "2025-09-01";
    });
    town.goTo("2025-08-31", "23:00");
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.ACTIVE);
    town.goTo("2025-09-01", "00:00");
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.TERMINATED);
    assertThat(withdraw("A", 1).rejection().rule()).isEqualTo("UNIT_ALREADY_LEASED");
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.TERMINATED);
    assertThat(rejected(swap("A", "2025-10-01", "free")).rule()).isEqualTo("TERMINATED_ALREADY");
  }

  @Test
  void aSubStaysInsideItsMaster() {
    town.let("M", lease -> lease.master = true);
    town.let("S", lease -> {
      lease.parent = "M";
      lease.lastDay = "2025-12-31";
    });
    amend(extension("S", "2025-10-01", "2026-04-01"));
    assertThat(rejected(extension("S", "2025-10-01", "2026-04-02")))
        .isEqualTo(
            new HierarchyRejection.TermOutside(
                new ContractNo("S"), days("2025-04-01", "2026-04-02"), new ContractNo("M"),
                days("2025-04-01", "2026-04-01")));
    assertThat(rejected(termination("M", "2025-11-01", SubsAtEnd.REFUSE)))
        .isEqualTo(new HierarchyRejection.LiveSubs(new ContractNo("M"), List.of(new ContractNo("S"))));
    amend(termination("M", "2025-11-01", SubsAtEnd.END_TOO));
    assertThat(town.contract("S").endsOn()).isEqualTo(day("2025-11-01"));
    assertThat(withdraw("S", 2).rejection().rule()).isEqualTo("SUB_TERM_OUTSIDE_MASTER");
    town.goTo("2025-11-01", "00:00");
    assertThat(town.contract("M").status()).isEqualTo(ContractStatus.TERMINATED);
    assertThat(town.contract("S").status()).isEqualTo(ContractStatus.TERMINATED);
  }

  @Test
  void subsOfAMasterThatEndsStandAloneOrMoveUp() {
    town.let("T", lease -> lease.master = true);
    for (String no : List.of("M-1", "M-2")) {
      town.let(no, lease -> {
        lease.master = true;
        lease.parent = "T";
      });
      town.let("S-" + no, lease -> lease.parent = no);
    }
    amend(termination("M-1", "2025-11-01", SubsAtEnd.PROMOTE));
    amend(termination("M-2", "2025-11-01", SubsAtEnd.MOVE_UP));
    town.goTo("2025-10-31", "23:30");
    for (String no : List.of("M-1", "M-2")) {
      assertThat(town.contract("S-" + no).parent()).contains(new ContractNo(no));
    }
    town.goTo("2025-11-01", "00:00");
    assertThat(town.contract("S-M-1").parent()).isEmpty();
    assertThat(town.contract("S-M-2").parent()).contains(new ContractNo("T"));
    assertThat(town.contract("S-M-2").endsOn()).isEqualTo(day("2026-04-01"));
    assertThat(Everything.all(town.stores.records()::moves, RenewalTown.LESSOR))
        .extracting(move -> move.contract() + ": " + move.from() + " to " + move.to())
        .containsExactly("S-M-1: M-1 to null", "S-M-2: M-2 to T");
  }

  @Test
  void aDraftIsSignedOnceForAFreeUnit() {
    town.let("M", lease -> lease.master = true);
    Contract signed =
        town.kit.contracts().sign(draft("C", "U", "2025-07-01", "2026-01-01", "M")).orElseThrow();
    assertThat(town.contract("C")).isEqualTo(signed);
    assertThat(signed.status()).isEqualTo(ContractStatus.ACTIVE);
    List<Rejection> rejections = new ArrayList<>();
    for (SignContract wrong :
        List.of(
            draft("C", "V", "2025-07-01", "2026-01-01", null),
            draft("D", "U", "2025-12-31", "2026-06-01", null),
            draft("D", "V", "2025-07-01", "2026-06-01", "M"),
            draft("D", "V", "2025-07-01", "2026-01-01", "C"),
            draft("D", "V", "2025-07-01", "2026-01-01", "none"),
            draft("D", "V", "2025-07-01", "2025-07-01", null))) {
      rejections.add(town.kit.contracts().sign(wrong).rejection());
    }
    assertThat(rejections)
        .extracting(Rejection::rule)
        .containsExactly(
            "DUPLICATE_CONTRACT_NUMBER", "UNIT_ALREADY_LEASED", "SUB_TERM_OUTSIDE_MASTER", "NOT_A_MASTER",
            "NO_SUCH_CONTRACT", "TERM_WITHOUT_DAYS");
    town.goTo("2025-07-01", "01:00");
    assertThat(town.receivables("C")).hasSize(1);
  }

  @Test
  void aPackageFillsAGapAndEndsWithIt() {
    town.let("A", lease -> {});
    BookPackage wanted = new BookPackage("P-1", "garage", "U-A", "tenant-A", day("2025-07-05"), day("2025-07-12"));
    assertThat(town.kit.packages().book(wanted).rejection()).isInstanceOf(PackageRejection.NotVacant.class);
    amend(new AmendContract.Suspension(basis("A", "2025-07-01")));
    Booking booked = town.kit.packages().book(wanted).orElseThrow();
    assertThat(town.kit.packages().book(wanted).orElseThrow()).isEqualTo(booked);
    assertThat(
            town.kit.packages()
                .book(new BookPackage("P-2", "garage", "U-A", "tenant-A", day("2025-07-11"), day("2025-07-12")))
                .rejection())
        .isInstanceOf(PackageRejection.Booked.class);
    amend(new AmendContract.Resumption(basis("A", "2025-07-08")));
    assertThat(town.kit.packages().find("P-1").orElseThrow().orElseThrow().keptUntil()).isEqualTo(day("2025-07-08"));
    assertThat(town.kit.packages().find("P-1").orElseThrow().orElseThrow().sold()).isEqualTo(booked.sold());
    assertThat(
            town.kit.packages()
                .book(new BookPackage("P-3", "garage", "empty", "tenant-A", day("2025-07-05"), day("2025-07-12")))
                .isAccepted())
        .isTrue();
    town.kit.contracts().sign(draft("C", "empty", "2025-07-01", "2026-01-01", null)).orElseThrow();
    assertThat(town.kit.packages().find("P-3").orElseThrow().orElseThrow().left()).isEmpty();
  }

  @Test
  void theRentRollAndTheVacancyOfADayStayWhatTheyWere() {
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    Instant before = town.clock.instant();
    town.goTo("2025-07-20", "09:00");
    amend(new AmendContract.Suspension(basis("A", "2025-07-01")));
    amend(termination("B", "2025-07-15", SubsAtEnd.REFUSE));
    Instant after = town.clock.instant().plusSeconds(1);
    RentRoll then = town.kit.occupancy().rentRoll(day("2025-07-16"), before).orElseThrow();
    RentRoll now = town.kit.occupancy().rentRoll(day("2025-07-16"), after).orElseThrow();
    assertThat(then.total()).containsEntry("CNY", RenewalTown.yuan("2000.00"));
    assertThat(now.lines()).hasSize(1);
    assertThat(now.total()).containsEntry("CNY", RenewalTown.yuan("0.00"));
    List<UnitRef> units =
        List.of(new UnitRef("garage", "U-A"), new UnitRef("garage", "U-B"), new UnitRef("garage", "U-C"));
    assertThat(town.kit.occupancy().vacancy(units, days("2025-07-14", "2025-07-16"), after).orElseThrow().get("garage"))
        .containsExactly(
            new Vacancy(day("2025-07-14"), 3, 1, 1, 1), new Vacancy(day("2025-07-15"), 3, 2, 1, 0));
    assertThat(town.kit.occupancy().vacancy(units, days("2025-07-15", "2025-07-16"), before).orElseThrow().get("garage"))
        .containsExactly(new Vacancy(day("2025-07-15"), 3, 1, 0, 2));
    List<ContractHistory> recorded = Everything.all(town.stores.records()::amendments, RenewalTown.LESSOR);
    assertThat(recorded).extracting(history -> history.origin().contract().value()).containsExactly("A", "B");
  }

  @Test
  void commandsAreCheckedAtTheDoorAndUnknownNumbersNamed() {
    AmendContract.Basis blank = new AmendContract.Basis(" ", day("2025-07-01"), "", "why", "mail");
    assertThat(rejected(new AmendContract.Suspension(blank)).rule()).isEqualTo("INVALID_COMMAND");
    assertThat(rejected(new AmendContract.Suspension(basis("none", "2025-07-01"))))
        .isEqualTo(new ContractRejection.NoSuchContract(new ContractNo("none")));
    town.let("A", lease -> {});
    assertThat(
            rejected(new AmendContract.RentChange(basis("A", "2025-07-01"), RenewalTown.yuan("1.00").divide(3), "S")))
        .isInstanceOf(ContractRejection.AmountNotPayable.class);
  }
}
