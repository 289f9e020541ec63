package org.leasekit.examples.season;

import java.time.Duration;
import org.leasekit.contract.Contract;
import org.leasekit.party.Channel;

/**
 * What a simulated tenant is like. The shares below are assumptions of this example, chosen to resemble
 * what the field reports; the library knows none of them.
 *
 * @param mind what they want
 * @param finish how they go about it once they have said yes
 * @param elder 65 or over: calls reach them better than messages
 * @param master speaks for a company's master contract
 */
record Persona(Mind mind, Finish finish, boolean elder, boolean master) {
  private static final double SILENT = 0.085;
  private static final double DECLINES = 0.085;
  private static final double SILENT_COMPANY = 0.05;
  private static final double DECLINING_COMPANY = 0.05;

  /** What a tenant wants. */
  enum Mind {
    RENEWS,
    DECLINES,
    /** Answers nobody. */
    SILENT
  }

  /** How a tenant who renews goes about payment and signature. */
  enum Finish {
    AT_ONCE(0.87),
    /** Does one half and forgets the other until the steward helps. */
    NEEDS_HELP(0.06),
    /** Says yes and puts the phone away until the next reminder. */
    NEEDS_REMINDER(0.04),
    /** Pays in two parts. */
    PAYS_IN_PARTS(0.008),
    /** Pays, forgets it and pays again. */
    PAYS_TWICE(0.006),
    /** Does the second half when the term is over. */
    AFTER_THE_END(0.01),
    /** Never does the second half. */
    NEVER(0.006);

    private final double share;

    Finish(double share) {
      this.share = share;
    }

    static Finish of(double throwOfDice) {
      double sum = 0;
      for (Finish finish : values()) {
        sum += finish.share;
        if (throwOfDice < sum) {
          return finish;
        }
      }
      return NEVER;
    }
  }

  static Persona of(long seed, Contract contract, boolean elder) {
    Dice dice = new Dice(seed, "tenant:" + contract.no());
    boolean master = contract.master();
    double silent = master ? SILENT_COMPANY : SILENT;
    double declines = master ? DECLINING_COMPANY : DECLINES;
    double share = dice.share();
    Mind mind =
        share < silent ? Mind.SILENT : share < silent + declines ? Mind.DECLINES : Mind.RENEWS;
    Finish finish = master ? Finish.AT_ONCE : Finish.of(dice.share());
    return new Persona(mind, finish, elder, master);
  }

  /** The same person with another mind. */
  Persona minded(Mind other) {
    return new Persona(other, finish, elder, master);
  }

  /** How likely one touch makes them act. */
  double answers(Channel channel) {
    if (mind == Mind.SILENT) {
      return 0;
    }
    if (master) {
      return 0.95;
    }
    return switch (channel) {
      case SMS -> elder ? 0.45 : 0.7;
      case WECOM -> elder ? 0.4 : 0.74;
      case CALL, VISIT -> elder ? 0.95 : 0.88;
    };
  }

  /** How likely they pick up the phone or open the door. */
  double picksUp(Channel channel) {
    return channel == Channel.VISIT ? 0.75 : elder ? 0.92 : 0.82;
  }

  /** How long after a touch they act: most within hours, some within days. */
  static Duration delay(Dice dice, Channel channel) {
    double share = dice.share();
    boolean spoken = channel == Channel.CALL || channel == Channel.VISIT;
    if (share < (spoken ? 0.75 : 0.55)) {
      return dice.between(Duration.ofMinutes(3), Duration.ofHours(3));
    }
    if (share < (spoken ? 0.97 : 0.85)) {
      return dice.between(Duration.ofHours(3), Duration.ofHours(36));
    }
    return dice.between(Duration.ofHours(36), Duration.ofDays(6));
  }
}
