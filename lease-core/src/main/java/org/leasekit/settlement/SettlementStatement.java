package org.leasekit.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;

/**
 * What was owed and what was here when a settlement was closed, and where it went; never changed. To the unit, of the amounts
 * in its currency: what was owed is what was netted, is still owed and is frozen; deposit and money received are what was
 * applied, goes back and is held back. What is applied is what deposit and money paid of what was owed.
 *
 * @param number 1 for the one that closed the settlement; those that follow settle what was held back or came later
 * @param currency ISO 4217 code of the contract; a claim in another one is listed, and nothing is put to it
 * @param claims what was owed, in the order in which money goes to it
 * @param funds money received first, then deposits
 * @param by who closed it, not blank
 * @param evidence where the proof is kept, may be empty
 */
public record SettlementStatement(
    LessorId lessor,
    ContractNo contract,
    int number,
    String currency,
    List<Claim> claims,
    List<Fund> funds,
    String by,
    String evidence,
    Instant at) {

  /** @throws IllegalArgumentException if its number is not above zero, or the two sides do not agree */
  public SettlementStatement {
    claims = List.copyOf(claims);
    funds = List.copyOf(funds);
    if (number < 1 || by.isBlank()) {
      throw new IllegalArgumentException("number: above zero, by: not blank: " + contract);
    }
    MonetaryAmount paid = sum(claims, currency, claim -> claim.fromMoney().add(claim.fromDeposit()));
    if (!paid.equals(sum(funds, currency, Fund::applied))) {
      throw new IllegalArgumentException("funds: what was applied is what was paid: " + contract);
    }
  }

  /**
   * What goes back to one payer.
   *
   * @param payer the contract whose tenant gets it
   * @param amount above zero
   */
  public record Refund(ContractNo payer, MonetaryAmount amount) {}

  /** What was owed in the contract's currency. */
  public MonetaryAmount owed() {
    return sum(claims, currency, Claim::owed);
  }

  /** What was credited or paid of it. */
  public MonetaryAmount netted() {
    return sum(claims, currency, Claim::netted);
  }

  /** What of it a freeze holds. */
  public MonetaryAmount frozen() {
    return sum(claims, currency, Claim::frozen);
  }

  /** What of it remains to be paid. */
  public MonetaryAmount stillOwed() {
    return sum(claims, currency, Claim::stillOwed);
  }

  /** Deposits that were here. */
  public MonetaryAmount deposit() {
    return sum(of(Fund.Kind.DEPOSIT), currency, Fund::amount);
  }

  /** Money received that had waited. */
  public MonetaryAmount unapplied() {
    return sum(of(Fund.Kind.PAYMENT), currency, Fund::amount);
  }

  /** What deposits and money paid of what was owed. */
  public MonetaryAmount applied() {
    return sum(funds, currency, Fund::applied);
  }

  /** What goes back. */
  public MonetaryAmount refunded() {
    return sum(funds, currency, Fund::refunded);
  }

  /** What stays here because of a freeze. */
  public MonetaryAmount heldBack() {
    return sum(funds, currency, Fund::heldBack);
  }

  /** What goes back to whom, by payer. */
  public List<Refund> refunds() {
    Map<ContractNo, MonetaryAmount> byPayer = new TreeMap<>();
    for (Fund fund : funds) {
      if (fund.refunded().isPositive()) {
        byPayer.merge(fund.payer(), fund.refunded(), MonetaryAmount::add);
      }
    }
    List<Refund> refunds = new ArrayList<>();
    byPayer.forEach((payer, amount) -> refunds.add(new Refund(payer, amount)));
    return List.copyOf(refunds);
  }

  /** Whether it moves anything. */
  public boolean movesMoney() {
    return netted().isPositive() || refunded().isPositive();
  }

  /**
   * All of it in words, a line for each claim and fund and one for each sum; a person can add it up.
   *
   * @param locale Chinese for any {@code zh}, else English; numbers and dates are written the same in both
   */
  public String explain(Locale locale) {
    return new StatementText(this, "zh".equals(locale.getLanguage())).text();
  }

  private List<Fund> of(Fund.Kind kind) {
    return funds.stream().filter(fund -> fund.kind() == kind).toList();
  }

  private static <T> MonetaryAmount sum(
      List<T> lines, String currency, Function<T, MonetaryAmount> amount) {
    Stream<MonetaryAmount> amounts = lines.stream().map(amount);
    return amounts
        .filter(each -> each.getCurrency().getCurrencyCode().equals(currency))
        .reduce(MinorUnits.amount(0, currency), MonetaryAmount::add);
  }
}
