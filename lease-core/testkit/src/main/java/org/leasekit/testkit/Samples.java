package org.leasekit.testkit;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AdjustmentCause;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.billing.Tax;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.StatusChange;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Fired;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.ledger.AccountRole;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.JournalLine;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyKind;
import org.leasekit.party.StaffId;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;
import org.leasekit.port.MessageGateway;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;

/**
 * Valid records to test adapters with: those of one lessor, in CNY, around one instant. Whatever is not an
 * argument has a plausible value that does not matter.
 */
public final class Samples {

  /** The lessor of every sample. */
  public static final LessorId LESSOR = new LessorId("lessor-1");

  /** Somebody else, who must see nothing of it. */
  public static final LessorId OTHER_LESSOR = new LessorId("lessor-2");

  /** 10:00 in Shanghai on a working day. */
  public static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  /** The same time of day, with all the microseconds that a store has to keep. */
  public static final Instant MICROS = Instant.parse("2026-03-02T02:00:00.123457Z");

  /** From April 1, 2025 up to April 1, 2026. */
  public static final DateRange YEAR =
      DateRange.of(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1));

  /** The first month of {@link #YEAR}. */
  public static final DateRange APRIL =
      DateRange.of(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 5, 1));

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Samples() {}

  /** An amount in yuan, exact to the fen. */
  public static MonetaryAmount yuan(long fen) {
    return MinorUnits.amount(fen, "CNY");
  }

  /** A month's rent of 1,200.00 and a deposit of 2,400.00 yuan, billed every month. */
  public static ChargeTerms terms() {
    return new ChargeTerms(yuan(1200_00), yuan(2400_00), 1, "ACTUAL_MONTH");
  }

  /** Charges with every rule that a period in months can have, and what a store has to keep of it. */
  public static ChargeRules everyRule() {
    return ChargeRules.STANDARD
        .pricedPer(ChargeRules.Per.DAY)
        .rollingOn(31, ChargeRules.Stub.LONG_INITIAL)
        .due(ChargeRules.Timing.ARREARS, -5)
        .withRentFree(APRIL, DateRange.of(YEAR.start().plusDays(70), YEAR.start().plusDays(71)))
        .withSteps(
            new ChargeRules.Step(YEAR.start().plusMonths(7), Long.MAX_VALUE),
            new ChargeRules.Step(YEAR.start().plusMonths(5), 0))
        .withDiscounts(
            new ChargeRules.Reduction("tab\t, 折扣 \\ line\n'\"𠮷", YEAR, 10_000),
            new ChargeRules.Reduction("B", APRIL, 1))
        .withTax(new ChargeRules.Levy(600, false))
        .indexedBy(
            new ChargeRules.Index(
                Map.of(YearMonth.of(2025, 1), new BigDecimal("101.30"), YearMonth.of(2025, 12), new BigDecimal("0.7")),
                YearMonth.of(2025, 1), YEAR.start().plusMonths(6), 12, 3, -250, 500));
  }

  /** A natural person. */
  public static Tenant tenant(String id) {
    return new Tenant(LESSOR, new TenantId(id), "王晓明", PartyKind.PERSON, LocalDate.of(1958, 2, 28));
  }

  /** A tenant with the id and the lessor that a contract names. */
  public static Tenant tenantOf(Contract contract) {
    return new Tenant(contract.lessor(), contract.tenant(), "王晓明", PartyKind.PERSON, null);
  }

  /** An active contract for {@link #YEAR} on a unit that no other number's sample has. */
  public static ContractSample contract(String number) {
    return new ContractSample(number);
  }

  /** A step of a contract's life. */
  public static StatusChange change(
      ContractNo contract, ContractStatus from, ContractStatus to, Instant at, String reason) {
    return new StatusChange(LESSOR, contract, from, to, at, "office", reason, "row 7");
  }

  /** The rent of a contract for some days, unpaid, with the contract itself as payer. */
  public static Receivable rent(ContractNo contract, DateRange period) {
    return receivable(new ReceivableKey(contract, ChargeCode.RENT, period, 0), contract, 1200_00);
  }

  /** An unpaid receivable. */
  public static Receivable receivable(ReceivableKey key, ContractNo payer, long fen) {
    Derivation derivation =
        new Derivation(
            "ACTUAL_MONTH", fen, List.of(new Derivation.Slice(key.period(), 1, 1)), "CNY");
    LocalDate due = key.period().start();
    return Receivable.raised(LESSOR, key, payer, due, due.minusDays(1), yuan(fen), derivation, NOW);
  }

  /** A correction of a receivable by a credit, because of two locks and two changes of terms. */
  public static Adjustment credit(ReceivableKey key, ContractNo payer, long fen, long after) {
    Derivation derivation =
        new Derivation(
            "ACTUAL_MONTH", after, List.of(new Derivation.Slice(key.period(), 1, 1)), "CNY", Tax.included(900));
    return new Adjustment(
        LESSOR, key, payer, key.period().start(), Adjustment.Side.CREDIT, yuan(fen), yuan(after),
        new AdjustmentCause(List.of(new LockId("锁-1"), new LockId("L\t2")), List.of("C-1/3", "补充协议\n7")),
        derivation, NOW);
  }

  /** A suspension without end that nobody has released. */
  public static ReceivableLock lock(String id, LockScope scope, Instant knownAt) {
    return new ReceivableLock(
        LESSOR, new LockId(id), ReceivableLock.Effect.SUSPEND, scope, LockReason.SUSPENSION, "mail 7", "tenant",
        "manager", NOW, null, true, knownAt, List.of());
  }

  /** An entry of two lines that balance. */
  public static JournalEntry entry(String id, Instant at, ContractNo contract) {
    return new JournalEntry(
        LESSOR,
        new EntryId(id),
        at,
        "rent raised",
        List.of(
            JournalLine.debit(AccountRole.RECEIVABLE, yuan(1200_00), contract),
            JournalLine.credit(AccountRole.REVENUE, yuan(1200_00), contract)));
  }

  /** 1,200.00 yuan for a contract, all of it unapplied, with the contract's number as reference. */
  public static Payment payment(String id, ContractNo contract, Instant receivedAt) {
    return new Payment(
        LESSOR, new PaymentId(id), contract, contract.value(), yuan(1200_00), yuan(1200_00),
        receivedAt, 0);
  }

  /** What a receivable takes up of a payment. */
  public static Allocation allocation(Payment payment, Receivable receivable, long fen) {
    return new Allocation(payment.lessor(), payment.id(), receivable.key(), yuan(fen), NOW);
  }

  /**
   * An open case for the end of a contract's term, in which nothing has happened yet.
   *
   * @param nextDueAt null when nobody has to look at it again
   */
  public static RenewalCase renewalCase(Contract contract, @Nullable Instant nextDueAt) {
    LocalDate expiry = contract.term().lastDay();
    DateRange next =
        DateRange.of(contract.term().endExclusive(), contract.term().endExclusive().plusYears(1));
    return new RenewalCase(
        contract.lessor(),
        CaseId.of(contract.no(), expiry),
        contract.no(),
        expiry,
        contract.term().endExclusive().atStartOfDay(ZONE).toInstant(),
        "renewal",
        1,
        new Offer(next, contract.terms(), yuan(1200_00), yuan(0)),
        CaseState.OPEN,
        NOW,
        RenewalCase.Progress.NONE,
        null,
        nextDueAt,
        0);
  }

  /** A proposal of unchanged rent for the end of {@link #YEAR} of a contract, drafted at {@link #NOW}. */
  public static Proposal proposal(String contract) {
    return new Proposal(
        LESSOR,
        caseIdOf(contract),
        new ContractNo(contract),
        new Proposal.Price(yuan(1200_00), yuan(1200_00), yuan(1200_00), "UNCHANGED"),
        new Proposal.Chance("UNKNOWN", Estimate.UNKNOWN, EarlyBird.Group.NOT_ELIGIBLE,
            new Proposal.Question(yuan(1200_00), yuan(1200_00), NOW)),
        null,
        null,
        false,
        new Proposal.Approval(
            Proposal.ApprovalState.NOT_NEEDED, List.of(), null, null, null),
        NOW,
        null,
        0);
  }

  /** The case for the end of {@link #YEAR} of a contract. */
  public static CaseId caseIdOf(String contract) {
    return CaseId.of(new ContractNo(contract), YEAR.lastDay());
  }

  /** A stage that was planned for an instant and fired then. */
  public static Fired fired(String stage, Instant at) {
    return new Fired(stage, at, at);
  }

  /** Everything that may be known of a subject, with what a store has to keep of it. */
  public static Facts everyFact() {
    return new Facts(
        true, OptionalInt.of(0), true, true, MinorUnits.amount(7, "JPY"), yuan(-123_45), OptionalInt.of(100),
        Set.of("vip", "tab\t, 标签 \\ line\n'\"𠮷"));
  }

  /** A message that arrived; storage gives it its sequence. */
  public static Touch touch(RenewalCase renewal, Instant at) {
    return new Touch(
        renewal.lessor(), renewal.id(), 0, renewal.contract(), at, "T-30", Channel.SMS,
        "13800000000", Touch.Result.DELIVERED);
  }

  /** A notice that is to be sent at an instant and expires a day later. */
  public static Notice notice(String id, RenewalCase renewal, Instant nextAttemptAt) {
    return new Notice(
        renewal.lessor(), new NoticeId(id), renewal.id(), renewal.contract(), "T-30",
        new Contact(Channel.SMS, "13800000000"), Notice.State.PENDING, 0, nextAttemptAt,
        nextAttemptAt.plusSeconds(86_400));
  }

  /** An open call task of a steward. */
  public static StewardTask task(String id, RenewalCase renewal, Instant openedAt) {
    return new StewardTask(
        renewal.lessor(), new TaskId(id), renewal.id(), renewal.contract(), StewardTask.Kind.CALL,
        "T-3", new StaffId("steward-1"), openedAt, null, null);
  }

  /** A renewal reminder by SMS. */
  public static MessageGateway.Message message(String idempotencyKey) {
    return new MessageGateway.Message(
        LESSOR, idempotencyKey, new Contact(Channel.SMS, "13800000000"), "renewal.T-30",
        Locale.SIMPLIFIED_CHINESE, "您的车位将于2026年3月31日到期", URI.create("https://lease.example/r/1"));
  }
}
