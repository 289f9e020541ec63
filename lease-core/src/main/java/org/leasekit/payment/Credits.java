package org.leasekit.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.money.MinorUnits;

/** Takes credits off receivables, and money back from those that were paid more than is owed now. */
public final class Credits {

  private Credits() {}

  /**
   * What a credit did.
   *
   * @param receivables those that changed, after it
   * @param givenBack what they gave back to payments, each amount below zero
   */
  public record Result(List<Receivable> receivables, List<Allocation> givenBack) {
    public Result {
      receivables = List.copyOf(receivables);
      givenBack = List.copyOf(givenBack);
    }
  }

  /**
   * Takes a credit off the amounts it corrects: first off what is still open of them, the latest revision first; what
   * exceeds that is given back to the payments that covered it, the latest allocation first.
   *
   * @param amounts of the same contract, charge and period as the credit, of any revision
   * @param made what was put to them and given back so far, in the order it was made
   * @throws IllegalArgumentException if the adjustment is a debit, or more than all that is owed and paid
   */
  public static Result take(
      Adjustment credit, Collection<Receivable> amounts, Collection<Allocation> made, Instant now) {
    if (credit.side() != Adjustment.Side.CREDIT) {
      throw new IllegalArgumentException("credit: a debit takes nothing off, " + credit.key());
    }
    List<Receivable> latestFirst =
        amounts.stream()
            .sorted(Comparator.comparing((Receivable each) -> each.key().revision()).reversed())
            .toList();
    long rest = MinorUnits.of(credit.amount());
    List<Receivable> changed = new ArrayList<>();
    List<Allocation> givenBack = new ArrayList<>();
    List<Receivable> afterOpen = new ArrayList<>();
    for (Receivable each : latestFirst) {
      long open = Math.min(rest, each.outstandingMinor());
      rest -= open;
      afterOpen.add(open == 0 ? each : each.credit(money(each, open)));
    }
    for (Receivable each : afterOpen) {
      long back = Math.min(rest, MinorUnits.of(each.allocated()));
      rest -= back;
      Receivable after =
          back == 0 ? each : each.allocate(money(each, -back)).credit(money(each, back));
      giveBack(givenBack, each, back, made, now);
      if (!amounts.contains(after)) {
        changed.add(after);
      }
    }
    if (rest > 0) {
      throw new IllegalArgumentException("credit: more than is owed and paid, " + credit.key());
    }
    return new Result(changed, givenBack);
  }

  private static void giveBack(
      List<Allocation> givenBack, Receivable from, long minor, Collection<Allocation> made, Instant now) {
    long rest = minor;
    List<Allocation> net = new ArrayList<>(netByPayment(from.key(), made).values());
    for (int i = net.size() - 1; i >= 0 && rest > 0; i--) {
      long back = Math.min(rest, MinorUnits.of(net.get(i).amount()));
      if (back > 0) {
        rest -= back;
        givenBack.add(
            new Allocation(from.lessor(), net.get(i).payment(), from.key(), money(from, -back), now));
      }
    }
    if (rest > 0) {
      throw new IllegalArgumentException("made: less than was allocated to " + from.key());
    }
  }

  /** What each payment still covers, in the order of the last allocation of each; payments of nothing are left out. */
  private static Map<PaymentId, Allocation> netByPayment(ReceivableKey key, Collection<Allocation> made) {
    Map<PaymentId, Allocation> net = new LinkedHashMap<>();
    for (Allocation each : made) {
      if (each.receivable().equals(key)) {
        Allocation before = net.remove(each.payment());
        MonetaryAmount sum = before == null ? each.amount() : before.amount().add(each.amount());
        if (!sum.isZero()) {
          net.put(
              each.payment(), new Allocation(each.lessor(), each.payment(), key, sum, each.at()));
        }
      }
    }
    return net;
  }

  private static MonetaryAmount money(Receivable like, long minor) {
    return MinorUnits.amount(minor, like.amount().getCurrency());
  }
}
