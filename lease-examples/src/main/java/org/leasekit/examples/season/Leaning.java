package org.leasekit.examples.season;

import java.math.BigDecimal;
import java.math.MathContext;
import org.leasekit.intent.EarlyBird;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Proposal;

/**
 * What the price and an early offer make of a simulated tenant's mind. An assumption of this example, so that there is a
 * true effect to be measured:
 *
 * <ul>
 *   <li>of those who would renew at the old rent, {@value #LEAVES_BY_RISE} times the rise leave: a rise of 10 % drives
 *       away 8 %;
 *   <li>of those who would leave, {@value #WON_OVER} stay when they are told early;
 *   <li>who answers nobody, and who speaks for a company's master contract, is moved by neither.
 * </ul>
 *
 * <p>A tenant's mind is made up by what they are offered first. Each tenant has two numbers that say how easily they
 * are moved, which are the same whatever they are offered: so what would have been without the early offer is known, too.
 */
record Leaning(double minding, double openness) {
  /** Of those who would renew, the share that leaves for a rise of the whole rent. */
  static final double LEAVES_BY_RISE = 0.8;

  /** Of those who would leave, the share that stays when they are told early. */
  static final double WON_OVER = 0.5;

  private static final int WHOLE = 10_000;

  static Leaning of(long seed, CaseId id) {
    return new Leaning(Dice.share(seed, "price:" + id), Dice.share(seed, "early:" + id));
  }

  /**
   * The mind of somebody with an offer.
   *
   * @param rise of the rent as a share of the old one, below zero for a fall
   * @param early whether they are told early
   */
  Persona.Mind mind(Persona persona, double rise, boolean early) {
    if (persona.master()) {
      return persona.mind();
    }
    return switch (persona.mind()) {
      case RENEWS -> minding < LEAVES_BY_RISE * rise ? Persona.Mind.DECLINES : Persona.Mind.RENEWS;
      case DECLINES -> early && openness < WON_OVER ? Persona.Mind.RENEWS : Persona.Mind.DECLINES;
      case SILENT -> Persona.Mind.SILENT;
    };
  }

  /** The mind of somebody with a proposal as it stands. */
  Persona.Mind mind(Persona persona, Proposal proposal, int earlyDiscount) {
    boolean early = proposal.chance().group() == EarlyBird.Group.EARLY_BIRD;
    return mind(persona, rise(proposal, early ? earlyDiscount : 0), early);
  }

  /**
   * How much the rent rises.
   *
   * @param discount off the new rent, in hundredths of a percent
   */
  static double rise(Proposal proposal, int discount) {
    BigDecimal old = proposal.price().old().getNumber().numberValueExact(BigDecimal.class);
    BigDecimal list = proposal.price().list().getNumber().numberValueExact(BigDecimal.class);
    return old.signum() == 0
        ? 0
        : list.divide(old, MathContext.DECIMAL64).doubleValue() * (WHOLE - discount) / WHOLE - 1;
  }
}
