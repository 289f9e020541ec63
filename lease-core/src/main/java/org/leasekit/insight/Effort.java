package org.leasekit.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * What renewing takes of people and money; data that each lessor knows best.
 *
 * @param minutes of work for a task of each kind; a kind that is missing takes none
 * @param perAttempt price of one attempt on each channel; a channel that is missing costs nothing
 * @param perHour what an hour of staff costs, in the currency of {@code perAttempt}
 */
public record Effort(
    Map<StewardTask.Kind, Integer> minutes,
    Map<Channel, MonetaryAmount> perAttempt,
    MonetaryAmount perHour) {

  private static final int MINUTES_PER_HOUR = 60;

  public Effort {
    minutes = Map.copyOf(minutes);
    perAttempt = Map.copyOf(perAttempt);
    if (minutes.values().stream().anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("minutes: not negative");
    }
    for (MonetaryAmount price : perAttempt.values()) {
      if (!price.getCurrency().equals(perHour.getCurrency())) {
        throw new IllegalArgumentException("perAttempt: must be in the currency of perHour");
      }
    }
  }

  /**
   * Ten minutes for a call, an hour for a visit, a quarter of an hour to help a tenant finish, three
   * quarters for a disputed payment, five minutes to approve an offer, ten to pay a deposit back or to see to a place among contracts, half an hour to take a place back; 0.05 CNY for an SMS and 60 CNY for an hour of staff.
   */
  public static Effort standard() {
    return new Effort(
        Map.of(
            StewardTask.Kind.CALL, 10,
            StewardTask.Kind.VISIT, 60,
            StewardTask.Kind.SIGNATURE_MISSING, 15,
            StewardTask.Kind.PAYMENT_MISSING, 15,
            StewardTask.Kind.DISPUTED_PAYMENT, 45,
            StewardTask.Kind.APPROVAL, 5,
            StewardTask.Kind.DEPOSIT_REFUND, 10,
            StewardTask.Kind.MASTER_NOT_RENEWED, 10,
            StewardTask.Kind.MOVE_OUT, 30),
        Map.of(Channel.SMS, MinorUnits.amount(5, "CNY")),
        MinorUnits.amount(60_00, "CNY"));
  }

  /** Minutes of work in the tasks that were done; those that became needless took none. */
  public long minutesOf(Collection<StewardTask> tasks) {
    return tasks.stream()
        .filter(task -> task.outcome() == StewardTask.Outcome.DONE)
        .mapToLong(task -> minutes.getOrDefault(task.kind(), 0))
        .sum();
  }

  /** Cost of the attempts and of the work, rounded half up to the minor unit once, at the end. */
  MonetaryAmount costOf(Collection<Touch> touches, Collection<StewardTask> tasks) {
    long attempts = 0;
    for (Touch touch : touches) {
      MonetaryAmount price = perAttempt.get(touch.channel());
      attempts += price == null ? 0 : MinorUnits.of(price);
    }
    long staff =
        BigDecimal.valueOf(minutesOf(tasks))
            .multiply(BigDecimal.valueOf(MinorUnits.of(perHour)))
            .divide(BigDecimal.valueOf(MINUTES_PER_HOUR), 0, RoundingMode.HALF_UP)
            .longValueExact();
    return MinorUnits.amount(Math.addExact(attempts, staff), perHour.getCurrency());
  }
}
