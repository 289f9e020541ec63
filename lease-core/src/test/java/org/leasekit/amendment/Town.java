package org.leasekit.amendment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;
import org.leasekit.party.TenantId;

/** A contract of the year 2026 and what may be proposed for it. */
final class Town {
  static final LocalDate START = LocalDate.of(2026, 1, 1);
  static final LocalDate END = LocalDate.of(2027, 1, 1);
  static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");
  static final Proof PROOF = new Proof("steward-1", "asked by the tenant", "mail 7");
  static final ContractNo NO = new ContractNo("C-1");
  static final ContractNo OTHER = new ContractNo("C-2");

  static final YearMonth BASE = YearMonth.of(2025, 12);

  /** Reviewed in July and January. */
  private static final ChargeRules.Index INDEX =
      new ChargeRules.Index(
          Map.of(BASE, BigDecimal.valueOf(100)), BASE, LocalDate.of(2026, 7, 1), 6, 1, -1000, 1000);

  private Town() {}

  static MonetaryAmount yuan(long amount) {
    return MinorUnits.amount(amount * 100, "CNY");
  }

  static UnitRef unit(String name) {
    return new UnitRef("garage", name);
  }

  static Origin origin() {
    return new Origin(
        new LessorId("lessor"), NO, "garage", unit("A"), Portion.WHOLE, new TenantId("t1"), null,
        List.of(), DateRange.of(START, END), yuan(100), ChargeRules.STANDARD.indexedBy(INDEX), SIGNED);
  }

  static Origin master() {
    Origin lease = origin();
    return new Origin(
        lease.lessor(), NO, "garage", null, Portion.WHOLE, lease.tenant(), null, List.of(), lease.term(),
        lease.monthlyRent(), lease.rules(), SIGNED);
  }

  /** A change of that kind, possible on a plain contract where one is; two of one kind differ by {@code nth}. */
  static Change change(ChangeKind kind, LocalDate day, int nth) {
    return switch (kind) {
      case EXTENSION -> new Change.Extension(END.plusYears(nth));
      case RENT_CHANGE -> new Change.RentChange(yuan(100 + nth), "S-" + nth);
      case PRICE_RULES ->
          new Change.PriceRules(
              List.of(new ChargeRules.Step(day.plusMonths(1), 12_000 + nth)),
              List.of(DateRange.of(day, day.plusDays(nth + 1))),
              List.of(new ChargeRules.Reduction("D" + nth, DateRange.of(day, day.plusMonths(3)), 100 * (nth + 1))),
              "S-" + nth);
      case INDEX_FIGURES ->
          new Change.IndexFigures(Map.of(YearMonth.from(day).minusMonths(1), BigDecimal.valueOf(100 + nth)));
      case UNIT_SWAP -> new Change.UnitSwap(unit("B" + nth));
      case SPLIT ->
          new Change.Split(OTHER, Portion.of(Slot.DAY), Portion.of(Slot.NIGHT), yuan(50), "S-" + nth);
      case MERGE_BACK -> new Change.MergeBack(OTHER, yuan(100), "S-" + nth);
      case SUBLEASE -> new Change.Sublease(new TenantId("sub"), LocalDate.of(2026, 9, 1));
      case ASSIGNMENT -> new Change.Assignment(
              new TenantId("t" + (nth + 1)), List.of(new Contact(Channel.SMS, "1370000000" + nth)));
      case CONTACT_CHANGE ->
          new Change.ContactChange(List.of(new Contact(Channel.SMS, "1380000000" + nth)));
      case OCCUPANT_CHANGE -> new Change.OccupantChange(new Occupant("user " + nth, "B" + nth));
      case PAYER_CHANGE ->
          new Change.PayerChange(
              new Payer(new PayerId("p" + nth), "payer " + nth, List.of(new Contact(Channel.SMS, "1390000000" + nth))));
      case SUSPENSION -> new Change.Suspension();
      case RESUMPTION -> new Change.Resumption();
      case EARLY_TERMINATION -> new Change.EarlyTermination(day.minusDays(30));
      case WITHDRAWAL -> new Change.Withdrawal(nth);
    };
  }

  static Outcome<ContractHistory> record(ContractHistory history, LocalDate day, Change change) {
    return history.record(
        new Proposal(day, PROOF, change), history.latest().plusSeconds(1), AmendmentPolicy.LENIENT);
  }
}
