package org.leasekit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.DiscountCode;

/**
 * What can be used up: discount codes and the stock of add-ons.
 *
 * <ol>
 *   <li>A code is unique for its lessor: adding it again answers false and changes nothing, also when two transactions
 *       do it at once.
 *   <li>A code is used once: of all that redeem it, also at once, exactly one is told so.
 *   <li>No more of an add-on is ever taken than its stock, and none is given back that was not taken, also when two do
 *       it at once: who would go beyond that is told no, and nothing changes.
 *   <li>Codes and add-ons of another lessor are not seen.
 * </ol>
 */
public interface OfferExtras {

  /** Adds a code; false when it is known. */
  boolean addCode(DiscountCode code);

  Optional<DiscountCode> findCode(LessorId lessor, String code);

  /** Uses a code up; false when it is unknown or used. */
  boolean redeem(LessorId lessor, String code, Instant at);

  /**
   * Adds an add-on, or changes name, price and stock of a known one; what is taken of it stays.
   *
   * @throws IllegalArgumentException when more is taken than the new stock
   */
  void putAddOn(AddOn addOn);

  /** Every add-on, by id. */
  List<AddOn> addOns(LessorId lessor);

  /**
   * Takes some of an add-on, or gives them back.
   *
   * @param pieces not zero; below zero to give back
   * @return false when there is no such add-on, fewer are left, or fewer were taken
   */
  boolean take(LessorId lessor, AddOnId addOn, int pieces);
}
