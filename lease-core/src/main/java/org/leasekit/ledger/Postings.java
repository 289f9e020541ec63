package org.leasekit.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Tax;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/**
 * The entries of charges and their corrections. Rent is revenue, less its tax, which is owed on; a deposit is a liability
 * and has no tax.
 */
public final class Postings {

  private Postings() {}

  /**
   * A charge that is raised. What it comes to must be above zero.
   *
   * @param parts net and tax, in minor units, zero or more
   * @param currency ISO 4217 code
   */
  public static JournalEntry charged(
      LessorId lessor, ReceivableKey key, Tax.Split parts, String currency, Instant at) {
    return new JournalEntry(
        lessor, new EntryId("RAISE:" + key), at, "raised " + key, lines(key, parts.netMinor(), parts.taxMinor(), currency));
  }

  /**
   * A correction. Its tax is the difference of the taxes before and after, so that all entries of an amount together have
   * the tax of what it finally comes to, to the unit.
   *
   * @param taxBefore the tax of the amount as it was; that of the amount as it is stands in the derivation
   */
  public static JournalEntry adjusted(Adjustment adjustment, Tax taxBefore) {
    Tax.Split before = taxBefore.splitTotal(MinorUnits.of(adjustment.before()));
    Tax.Split after = adjustment.derivation().tax().splitTotal(MinorUnits.of(adjustment.after()));
    return new JournalEntry(
        adjustment.lessor(),
        new EntryId("ADJUST:" + adjustment.key()),
        adjustment.at(),
        "adjusted " + adjustment.key() + " because of " + adjustment.cause(),
        lines(
            adjustment.key(),
            after.netMinor() - before.netMinor(),
            after.taxMinor() - before.taxMinor(),
            adjustment.derivation().currency()));
  }

  /** The receivable on one side, what it is for on the other; sides turn where amounts are negative. */
  private static List<JournalLine> lines(ReceivableKey key, long net, long tax, String currency) {
    boolean deposit = key.charge().equals(ChargeCode.DEPOSIT);
    List<JournalLine> lines = new ArrayList<>();
    add(lines, AccountRole.RECEIVABLE, Math.addExact(net, tax), currency, key.contract());
    add(lines, deposit ? AccountRole.DEPOSIT_LIABILITY : AccountRole.REVENUE, -net, currency, key.contract());
    add(lines, AccountRole.TAX_PAYABLE, -tax, currency, key.contract());
    return lines;
  }

  private static void add(
      List<JournalLine> lines, AccountRole account, long debitMinor, String currency, ContractNo contract) {
    if (debitMinor > 0) {
      lines.add(JournalLine.debit(account, MinorUnits.amount(debitMinor, currency), contract));
    } else if (debitMinor < 0) {
      lines.add(JournalLine.credit(account, MinorUnits.amount(-debitMinor, currency), contract));
    }
  }
}
