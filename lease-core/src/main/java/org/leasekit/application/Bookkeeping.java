package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.ledger.EntryId;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.ledger.JournalLine;
import org.leasekit.ledger.Postings;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.Payment;

/** Which entry each operation posts; the entry's id is made from the cause, so it is posted once. */
final class Bookkeeping {

  private Bookkeeping() {}

  /** A receivable is raised: rent is revenue less its tax, a deposit is a liability. */
  static JournalEntry raised(Receivable receivable, Instant now) {
    return Postings.charged(
        receivable.lessor(),
        receivable.key(),
        receivable.derivation().tax().splitTotal(MinorUnits.of(receivable.amount())),
        receivable.amount().getCurrency().getCurrencyCode(),
        now);
  }

  /** Money arrives; it is owed to the payer until a receivable takes it up. */
  static JournalEntry received(Payment payment) {
    return new JournalEntry(
        payment.lessor(),
        new EntryId("RECEIVE:" + payment.id()),
        payment.receivedAt(),
        "received " + payment.id() + " for " + payment.reference(),
        List.of(
            JournalLine.debit(AccountRole.CASH, payment.amount(), payment.contract()),
            JournalLine.credit(AccountRole.UNAPPLIED_CASH, payment.amount(), payment.contract())));
  }

  /**
   * A receivable takes up money.
   *
   * @param times how often it has taken up money of that payment, this time included
   */
  static JournalEntry allocated(Payment payment, Allocation allocation, long times) {
    return new JournalEntry(
        allocation.lessor(),
        new EntryId(
            "ALLOCATE:" + payment.id() + ":" + allocation.receivable() + (times == 1 ? "" : ":" + times)),
        allocation.at(),
        "allocated " + payment.id() + " to " + allocation.receivable(),
        List.of(
            JournalLine.debit(AccountRole.UNAPPLIED_CASH, allocation.amount(), payment.contract()),
            JournalLine.credit(
                AccountRole.RECEIVABLE,
                allocation.amount(),
                allocation.receivable().contract())));
  }

  /** A receivable gives money back, because a credit has taken off what it was paid for. */
  static JournalEntry givenBack(Payment payment, Allocation allocation, Adjustment credit) {
    MonetaryAmount amount = allocation.amount().negate();
    return new JournalEntry(
        allocation.lessor(),
        new EntryId(
            "TAKE-BACK:" + payment.id() + ":" + allocation.receivable() + ":" + credit.key().revision()),
        allocation.at(),
        "taken back from " + allocation.receivable() + " to " + payment.id(),
        List.of(
            JournalLine.debit(AccountRole.RECEIVABLE, amount, allocation.receivable().contract()),
            JournalLine.credit(AccountRole.UNAPPLIED_CASH, amount, payment.contract())));
  }

  /** A deposit moves from the contract that ends to its successor; it stays a liability. */
  static JournalEntry depositMoved(
      LessorId lessor, ContractNo from, ContractNo to, MonetaryAmount amount, Instant now) {
    return depositMoved(lessor, depositMove(from, to), from, to, amount, now);
  }

  /** The entry by which a renewal moves a deposit. */
  static EntryId depositMove(ContractNo from, ContractNo to) {
    return new EntryId("MOVE-DEPOSIT:" + from + ":" + to);
  }

  /** The same under another id. */
  static JournalEntry depositMoved(
      LessorId lessor, EntryId id, ContractNo from, ContractNo to, MonetaryAmount amount, Instant now) {
    return new JournalEntry(
        lessor,
        id,
        now,
        "deposit moved from " + from + " to " + to,
        List.of(
            JournalLine.debit(AccountRole.DEPOSIT_LIABILITY, amount, from),
            JournalLine.credit(AccountRole.DEPOSIT_LIABILITY, amount, to)));
  }

  /** What is left of a deposit after a move is on its way back to the tenant; paying it out clears the account. */
  static JournalEntry depositToPayBack(
      LessorId lessor, ContractNo contract, MonetaryAmount amount, Instant now) {
    return new JournalEntry(
        lessor,
        new EntryId("RETURN-DEPOSIT:" + contract),
        now,
        "deposit to be paid back of " + contract,
        List.of(
            JournalLine.debit(AccountRole.DEPOSIT_LIABILITY, amount, contract),
            JournalLine.credit(AccountRole.CLEARING, amount, contract)));
  }

  /** It has been paid out, once a contract. */
  static JournalEntry depositPaidBack(
      LessorId lessor, ContractNo contract, MonetaryAmount amount, String reference, Instant now) {
    return new JournalEntry(
        lessor,
        new EntryId("PAY-OUT-DEPOSIT:" + contract),
        now,
        "deposit paid back of " + contract + " by " + reference,
        List.of(
            JournalLine.debit(AccountRole.CLEARING, amount, contract),
            JournalLine.credit(AccountRole.CASH, amount, contract)));
  }

  /** A deposit pays what is owed, as money received would. */
  static JournalEntry depositApplied(Payment payment) {
    return new JournalEntry(
        payment.lessor(),
        new EntryId("SETTLE-DEPOSIT:" + payment.id()),
        payment.receivedAt(),
        "deposit put to what is owed, " + payment.id(),
        List.of(
            JournalLine.debit(AccountRole.DEPOSIT_LIABILITY, payment.amount(), payment.contract()),
            JournalLine.credit(AccountRole.UNAPPLIED_CASH, payment.amount(), payment.contract())));
  }

  /** What a settlement leaves is on its way back to the tenant's side; paying it out clears the account. */
  static JournalEntry settlementToPayBack(
      LessorId lessor,
      ContractNo settled,
      int statement,
      int fund,
      AccountRole from,
      ContractNo of,
      MonetaryAmount amount,
      Instant now) {
    return new JournalEntry(
        lessor,
        new EntryId("RETURN-SETTLED:" + settled + ":" + statement + ":" + fund),
        now,
        "to be paid back by statement " + statement + " of " + settled,
        List.of(
            JournalLine.debit(from, amount, of),
            JournalLine.credit(AccountRole.CLEARING, amount, settled)));
  }

  /** It has been paid out, once a statement and payer. */
  static JournalEntry settlementPaidBack(
      LessorId lessor,
      ContractNo settled,
      int statement,
      ContractNo payer,
      MonetaryAmount amount,
      String reference,
      Instant now) {
    return new JournalEntry(
        lessor,
        new EntryId("PAY-OUT-SETTLED:" + settled + ":" + statement + ":" + payer),
        now,
        "paid back to " + payer + " by statement " + statement + " of " + settled + ", " + reference,
        List.of(
            JournalLine.debit(AccountRole.CLEARING, amount, settled),
            JournalLine.credit(AccountRole.CASH, amount, settled)));
  }
}
