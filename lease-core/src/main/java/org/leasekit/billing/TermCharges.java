package org.leasekit.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;

/**
 * Compares what was raised once for a whole term, such as an add-on, with what it comes to when the contract ends early:
 * the price is for all days of the term, and the days that are not let any more are credited, each the same share. What
 * is owed is rounded once, half up. When the end is taken back, the credit is taken back by a debit.
 *
 * <p>Locks on days of rent do not change it: who rests for a month keeps the add-on.
 */
public final class TermCharges {

  private TermCharges() {}

  /**
   * The corrections that are missing.
   *
   * @param contract what is known of the contract beside: above whom, changes of its terms, its zone
   * @param raised all that was raised for one charge so far, in any order
   * @param endsOn first day that is not let any more, after or before the end of what was raised; null when the contract
   *     does not end early
   * @param currency ISO 4217 code
   */
  public static List<Reckoning.Correction> corrections(
      Reckoning.Charge contract,
      Collection<Reckoning.Raised> raised,
      @Nullable LocalDate endsOn,
      String currency) {
    CauseFinder causes =
        new CauseFinder(contract.above(), contract.changes(), contract.zone(), List.of());
    List<Reckoning.Correction> corrections = new ArrayList<>();
    for (Account account : Account.of(raised).values()) {
      DateRange term = account.key().period();
      Derivation derivation =
          new Derivation(
              Derivation.ONE_OFF, price(account, raised), List.of(share(term, endsOn)), currency);
      if (derivation.totalMinor() != account.minor()) {
        corrections.add(
            new Reckoning.Correction(
                account.next(), account.minor(), derivation.totalMinor(), derivation, causes.of(account)));
      }
    }
    return corrections;
  }

  private static long price(Account account, Collection<Reckoning.Raised> raised) {
    return raised.stream()
        .filter(each -> each.key().equals(account.key()))
        .mapToLong(Reckoning.Raised::minor)
        .sum();
  }

  private static Derivation.Slice share(DateRange term, @Nullable LocalDate endsOn) {
    if (endsOn == null || !endsOn.isBefore(term.endExclusive())) {
      return new Derivation.Slice(term, 1, 1);
    }
    return endsOn.isAfter(term.start())
        ? new Derivation.Slice(DateRange.of(term.start(), endsOn), DateRange.of(term.start(), endsOn).days(), term.days())
        : new Derivation.Slice(term, 0, 1);
  }
}
