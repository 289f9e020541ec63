package org.leasekit.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Slot;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;

/** Records as a season leaves them, made by hand. Every case ends with March 31, 2026. */
final class Season {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LessorId LESSOR = new LessorId("garage");
  static final LocalDate EXPIRY = LocalDate.of(2026, 3, 31);

  final List<RenewalCase> cases = new ArrayList<>();
  final List<Touch> touches = new ArrayList<>();
  final List<StewardTask> tasks = new ArrayList<>();

  /** An instant in Shanghai: {@code 03-16 10:00}. */
  static Instant at(String monthDayAndTime) {
    return LocalDate.parse("2026-" + monthDayAndTime.substring(0, 5))
        .atTime(LocalTime.parse(monthDayAndTime.substring(6)))
        .atZone(ZONE)
        .toInstant();
  }

  static MonetaryAmount yuan(long yuan) {
    return MinorUnits.amount(yuan * 100, "CNY");
  }

  /**
   * A case that was opened on March 1.
   *
   * @param answered and, where the state asks for it, signed or closed at the same instant
   */
  RenewalCase renewal(String no, CaseState state, @Nullable String answered) {
    Instant answer = answered == null ? null : at(answered);
    boolean renewed = state == CaseState.RENEWED;
    RenewalCase made =
        new RenewalCase(
            LESSOR,
            id(no),
            new ContractNo(no),
            EXPIRY,
            at("04-01 00:00"),
            "renewal",
            1,
            new Offer(DateRange.ofClosed(EXPIRY.plusDays(1), EXPIRY.plusYears(1)), terms(), yuan(1), yuan(0)),
            state,
            at("03-01 00:00"),
            new RenewalCase.Progress(
                answer,
                renewed ? answer : null,
                renewed ? answer : null,
                renewed ? answer : null,
                state == CaseState.DECLINED ? answer : null,
                renewed ? "S-" + no : null),
            state == CaseState.LAPSED ? at("04-01 00:00") : state.isClosed() ? answer : null,
            null,
            1);
    cases.add(made);
    return made;
  }

  void touch(String no, String when, String stage, Channel channel, Touch.Result result) {
    touches.add(
        new Touch(
            LESSOR, id(no), touches.size() + 1, new ContractNo(no), at(when), stage, channel, "1", result));
  }

  void task(String no, StewardTask.Kind kind, String stage, String when, boolean done) {
    tasks.add(
        new StewardTask(
            LESSOR,
            new TaskId(no + ":" + kind + ":" + stage + ":" + tasks.size()),
            id(no),
            new ContractNo(no),
            kind,
            stage,
            null,
            at(when),
            at(when),
            done ? StewardTask.Outcome.DONE : StewardTask.Outcome.OBSOLETE));
  }

  static CaseId id(String no) {
    return CaseId.of(new ContractNo(no), EXPIRY);
  }

  static ChargeTerms terms() {
    return new ChargeTerms(yuan(1), yuan(0), 1, "ACTUAL_MONTH");
  }

  /** A contract, a master when it has no unit. */
  static Contract contract(String no, @Nullable String unit, @Nullable String parent) {
    return new Contract(
        LESSOR,
        new ContractNo(no),
        unit == null,
        "garage",
        unit == null ? null : new UnitRef("garage", unit),
        Slot.ALL,
        new TenantId("tenant"),
        null,
        List.of(),
        null,
        DateRange.ofClosed(EXPIRY.minusYears(1).plusDays(1), EXPIRY),
        terms(),
        ContractStatus.ACTIVE,
        Links.under(parent == null ? null : new ContractNo(parent)),
        1);
  }

  static StatusChange signed(String no, String when) {
    return new StatusChange(
        LESSOR,
        new ContractNo(no),
        ContractStatus.DRAFT,
        ContractStatus.ACTIVE,
        at(when),
        "test",
        "signed",
        "paper");
  }

  static Receivable receivable(
      String no, String payer, LocalDate due, MonetaryAmount amount, String raised) {
    DateRange period = DateRange.of(due, due.plusMonths(1));
    String currency = amount.getCurrency().getCurrencyCode();
    return new Receivable(
        LESSOR,
        new ReceivableKey(new ContractNo(no), ChargeCode.RENT, period, 0),
        new ContractNo(payer),
        due,
        due,
        amount,
        MinorUnits.amount(0, currency),
        MinorUnits.amount(0, currency),
        new Derivation(
            "ACTUAL_MONTH",
            MinorUnits.of(amount),
            List.of(new Derivation.Slice(period, 1, 1)),
            currency),
        at(raised),
        1);
  }

  static Payment payment(String id, MonetaryAmount amount, String when) {
    return new Payment(
        LESSOR, new PaymentId(id), new ContractNo("A"), "A", amount, amount, at(when), 1);
  }
}
