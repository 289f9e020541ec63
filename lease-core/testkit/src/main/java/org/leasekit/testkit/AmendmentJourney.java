package org.leasekit.testkit;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Standing;
import org.leasekit.application.AmendContract;
import org.leasekit.application.SignContract;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.occupancy.Hold;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/** What the tests of contracts that change have in common. Leases run to 2026-03-31; it is June of the year before. */
abstract class AmendmentJourney {
  RenewalTown town;

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new RenewalTown(stores(), validator(), "2025-06-10");
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static AmendContract.Basis basis(String no, String effective) {
    return new AmendContract.Basis(no, day(effective), "steward-a", "租户要求", "mail 7");
  }

  ContractHistory amend(AmendContract command) {
    return town.kit.amendments().amend(command).orElseThrow();
  }

  Rejection rejected(AmendContract command) {
    return town.kit.amendments().amend(command).rejection();
  }

  Outcome<ContractHistory> withdraw(String no, int number) {
    return town.kit.amendments()
        .withdraw(new WithdrawAmendment(no, number, "steward-a", "a mistake", "mail 8"));
  }

  Standing asOf(String no, String effective, Instant known) {
    return town.kit.amendments().asOf(new ContractNo(no), day(effective), known).orElseThrow();
  }

  static AmendContract extension(String no, String effective, String newEnd) {
    return new AmendContract.Extension(basis(no, effective), day(newEnd));
  }

  static AmendContract swap(String no, String effective, String unit) {
    return new AmendContract.UnitSwap(basis(no, effective), "garage", unit);
  }

  static AmendContract termination(String no, String effective, SubsAtEnd subs) {
    return new AmendContract.EarlyTermination(basis(no, effective), day(effective), subs);
  }

  static AmendContract.Split split(String no, String effective, String other) {
    return new AmendContract.Split(
        basis(no, effective), Portion.of(Slot.DAY), Portion.of(Slot.NIGHT), RenewalTown.yuan("600.00"), "S-1",
        new AmendContract.OtherHalf(
            other, "tenant-" + no, null, null, List.of(), RenewalTown.yuan("400.00"), RenewalTown.yuan("0.00"),
            null));
  }

  List<Hold> holds(String unit) {
    return town.kit.occupancy().of(new UnitRef("garage", unit)).orElseThrow();
  }

  static DateRange days(String from, String to) {
    return DateRange.of(day(from), day(to));
  }

  SignContract draft(String no, String unit, String start, String end, @Nullable String parent) {
    Tenant tenant =
        new Tenant(RenewalTown.LESSOR, new TenantId("signed-" + no), "韩梅梅", PartyKind.PERSON, null);
    return new SignContract(
        no, "garage", unit, Portion.WHOLE, tenant, null, null, List.of(), "steward-a", day(start), day(end),
        RenewalTown.yuan("900.00"), RenewalTown.yuan("0.00"), 1, "ACTUAL_MONTH", parent, "steward-a", "paper 1");
  }
}
