package org.leasekit.renewal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javax.money.MonetaryAmount;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.money.MinorUnits;

/**
 * What the tenant is offered: the price shown is the price charged. Discounts are in the rent already.
 *
 * @param term of the successor contract
 * @param terms of the successor contract
 * @param firstRent rent of the successor's first billing period, tax and all, zero or more; zero where it is due in arrears
 * @param depositTopUp what the new deposit exceeds the old one by, zero or more
 * @param depositRefund what the old deposit exceeds the new one by, zero or more; as far as it was paid it is
 *     paid back apart; of a renewed case what is paid back
 * @param addOns what is taken beside the unit, each id once
 */
public record Offer(
    DateRange term,
    ChargeTerms terms,
    MonetaryAmount firstRent,
    MonetaryAmount depositTopUp,
    MonetaryAmount depositRefund,
    List<AddOnLine> addOns) {

  private static final int FINGERPRINT_BYTES = 8;

  public Offer {
    addOns = List.copyOf(addOns);
    if (addOns.stream().map(AddOnLine::id).distinct().count() < addOns.size()) {
      throw new IllegalArgumentException("addOns: each id once");
    }
  }

  /** An offer without refund and add-ons. */
  public Offer(
      DateRange term, ChargeTerms terms, MonetaryAmount firstRent, MonetaryAmount depositTopUp) {
    this(
        term, terms, firstRent, depositTopUp, MinorUnits.amount(0, terms.currency()), List.of());
  }

  /** What has to be paid for the renewal to count as paid, zero or more. */
  public MonetaryAmount firstPayment() {
    return firstRent.add(depositTopUp).add(addOnTotal());
  }

  /** What the add-ons cost, zero or more. */
  public MonetaryAmount addOnTotal() {
    MonetaryAmount total = MinorUnits.amount(0, terms.currency());
    for (AddOnLine line : addOns) {
      total = total.add(line.amount());
    }
    return total;
  }

  /**
   * Stands for everything that the tenant is offered: as long as it is the same, so is what is charged. 16 hexadecimal
   * digits, for comparing with what was shown; no secret.
   */
  public String fingerprint() {
    StringJoiner all = new StringJoiner("|");
    all.add(term.toString()).add(MinorUnits.plain(terms.monthlyRent())).add(MinorUnits.plain(terms.deposit()));
    all.add(terms.currency().getCurrencyCode()).add(String.valueOf(terms.cycleMonths())).add(terms.proration());
    all.add(terms.rules().toString());
    all.add(MinorUnits.plain(firstRent)).add(MinorUnits.plain(depositTopUp)).add(MinorUnits.plain(depositRefund));
    addOns.stream()
        .sorted(Comparator.comparing(AddOnLine::id))
        .forEach(line -> all.add(line.id() + "*" + line.quantity() + "=" + MinorUnits.plain(line.amount())));
    return digest(all.toString());
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The line of an add-on. */
  public Optional<AddOnLine> addOn(AddOnId id) {
    return addOns.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** The same offer with other add-ons. */
  Offer withAddOns(List<AddOnLine> lines) {
    return new Offer(term, terms, firstRent, depositTopUp, depositRefund, lines);
  }

  /** The same offer with another refund. */
  Offer withRefund(MonetaryAmount refund) {
    return new Offer(term, terms, firstRent, depositTopUp, refund, addOns);
  }

  /** The same offer with a line in place of the one with its id. */
  Offer with(AddOnLine line) {
    List<AddOnLine> lines = new ArrayList<>(without(line.id()).addOns);
    lines.add(line);
    return withAddOns(lines);
  }

  /** The same offer without an add-on. */
  Offer without(AddOnId id) {
    return withAddOns(addOns.stream().filter(line -> !line.id().equals(id)).toList());
  }
}
