package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.application.RaiseCharge;
import org.leasekit.billing.AmountExplanation;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;

/**
 * Charges that somebody raises once, through the front door on an adapter's stores: receivables like all others, and raised once
 * whatever is asked for again.
 */
public abstract class OneOffChargeContract extends MoneyStage {

  /** For subclasses. */
  protected OneOffChargeContract() {}

  private static RaiseCharge damage(String id, String no, String amount) {
    return new RaiseCharge(
        id, no, "DAMAGE", RenewalTown.yuan(amount), LocalDate.parse("2026-03-07"), "broken lamp", "photo 7",
        "finance-1");
  }

  private Outcome<OneOffCharge> raise(String id, String no, String amount) {
    return town.kit.charges().raise(damage(id, no, amount));
  }

  private List<Receivable> charges(String no) {
    return town.town.receivables(no).stream()
        .filter(each -> OneOffCharge.isOneOff(each.key().charge()))
        .toList();
  }

  private static ChargeRules taxed(ChargeRules of, ChargeRules.Levy tax) {
    return new ChargeRules(
        of.per(), of.every(), of.timing(), of.stub(), of.rollDay(), of.dueOffsetDays(), of.rentFree(), of.steps(),
        of.discounts(), tax, of.index());
  }

  /** Charges 100.00, and answers with tax and total. */
  private String taxOf(String no, ChargeRules.Levy levy) {
    Contract contract = town.let(no);
    town.stores.contracts().update(
        town.contract(no)
            .withTerms(contract.terms().withRules(taxed(contract.terms().rules(), levy))));
    OneOffCharge charge = raise("D-" + no, no, "100.00").orElseThrow();
    Receivable raised = charges(no).get(0);
    assertThat(raised.key()).isEqualTo(charge.key());
    AmountExplanation why = town.kit.billing().explain(charge.key()).orElseThrow();
    assertThat(why.text(Locale.ENGLISH)).contains("9% tax");
    return MinorUnits.plain(MinorUnits.amount(-town.town.balance(AccountRole.TAX_PAYABLE, no), "CNY"))
        + " of "
        + MinorUnits.plain(raised.amount());
  }

  @Test
  void aChargeIsOwedOnItsDayAndDueByTheCalendarAndTellsWhy() {
    town.let("A");
    OneOffCharge charge = raise("D-1", "A", "250.00").orElseThrow();
    Receivable raised = charges("A").get(0);
    assertThat(raised.key()).isEqualTo(charge.key());
    assertThat(raised.amount()).isEqualTo(RenewalTown.yuan("250.00"));
    assertThat(raised.payer()).isEqualTo(A);
    // a Saturday
    assertThat(raised.unadjustedDue()).isEqualTo(LocalDate.of(2026, 3, 7));
    assertThat(raised.due()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(town.balance(AccountRole.REVENUE)).isEqualTo(-250_00);
    AmountExplanation why = town.kit.billing().explain(charge.key()).orElseThrow();
    assertThat(why.text(Locale.ENGLISH))
        .contains("one-off charge of 250.00 CNY", "DAMAGE (id D-1) raised by finance-1: broken lamp (evidence: photo 7)");
    assertThat(why.text(Locale.CHINESE)).contains("一次性费用 250.00 CNY", "由 finance-1 计收：broken lamp");
    assertThat(town.kit.charges().of(A).orElseThrow()).containsExactly(charge);
  }

  @Test
  void itBearsTheContractsTax() {
    assertThat(taxOf("A", new ChargeRules.Levy(900, false))).isEqualTo("9.00 of 109.00");
    assertThat(taxOf("B", new ChargeRules.Levy(900, true))).isEqualTo("8.26 of 100.00");
  }

  @Test
  void whatIsAskedForAgainIsRaisedOnce() {
    town.let("A");
    town.let("B");
    OneOffCharge first = raise("D-1", "A", "250.00").orElseThrow();
    List<List<?>> once = town.state();
    town.clock.set(march(20));
    assertThat(raise(" D-1 ", "A", "250").orElseThrow()).isEqualTo(first);
    assertRule(raise("D-1", "A", "250.01"), "CHARGE_ID_TAKEN");
    assertRule(raise("D-1", "B", "250.00"), "CHARGE_ID_TAKEN");
    RaiseCharge damage = damage("D-1", "A", "250.00");
    assertRule(
        town.kit.charges().raise(
            new RaiseCharge(
                "D-1", "A", "KEY", damage.amount(), damage.owedOn(), damage.reason(), damage.evidence(), "x")),
        "CHARGE_ID_TAKEN");
    assertRule(
        town.kit.charges().raise(
            new RaiseCharge(
                "D-1", "A", "DAMAGE", damage.amount(), damage.owedOn().plusDays(1), damage.reason(), damage.evidence(),
                "x")),
        "CHARGE_ID_TAKEN");
    assertThat(town.state()).isEqualTo(once);
    // another one of its kind, on the same day
    raise("D-2", "A", "250.00").orElseThrow();
    assertThat(charges("A"))
        .extracting(each -> each.key().charge().value())
        .containsExactly("ONCE-DAMAGE", "ONCE-DAMAGE-2");
  }

  @Test
  void whatCannotBeAChargeIsRefusedAndChangesNothing() {
    town.let("A");
    List<List<?>> before = town.state();
    assertRule(raise("D-1", "A", "0.00"), "CHARGE_NOT_ABOVE_ZERO");
    assertRule(raise("D-1", "A", "-1.00"), "CHARGE_NOT_ABOVE_ZERO");
    assertRule(raise("D-1", "NOBODY", "1.00"), "NO_SUCH_CONTRACT");
    RaiseCharge inYen =
        new RaiseCharge(
            "D-1", "A", "DAMAGE", MinorUnits.amount(100, "JPY"), MARCH, "broken lamp", "", "finance-1");
    assertRule(town.kit.charges().raise(inYen), "CHARGE_IN_OTHER_CURRENCY");
    RaiseCharge tooFine =
        new RaiseCharge(
            "D-1", "A", "DAMAGE", RenewalTown.yuan("1.00").divide(8), MARCH, "broken lamp", "", "finance-1");
    assertRule(town.kit.charges().raise(tooFine), "AMOUNT_NOT_PAYABLE");
    RaiseCharge noReason =
        new RaiseCharge("D-1", "A", "DAMAGE", RenewalTown.yuan("1.00"), MARCH, " ", "", "finance-1");
    assertRule(town.kit.charges().raise(noReason), "INVALID_COMMAND");
    Actor steward = new Actor.Staff(new StaffId("steward-a"), Actor.Role.STEWARD);
    assertRule(town.kit.as(steward).charges().raise(damage("D-1", "A", "1.00")), "ACTION_NOT_ALLOWED");
    assertThat(town.state()).isEqualTo(before);
    assertThat(town.kit.charges().of(A).orElseThrow()).isEmpty();
  }

  @Test
  void inATreeItGoesToWhoeverPaysAndIsPaidLikeAllElse() {
    ContractNo master = town.tree();
    raise("D-1", "A", "250.00").orElseThrow();
    assertThat(charges("A")).extracting(Receivable::payer).containsExactly(master);
    town.town.pay("M", "P-1", "250.00").orElseThrow();
    assertThat(charges("A")).extracting(Receivable::status).containsExactly(Receivable.Status.PAID);
  }

  @Test
  void aFreezeHoldsItAndNoRunAndNoSuspensionChangesIt() {
    town.let("A");
    OneOffCharge charge = raise("D-1", "A", "250.00").orElseThrow();
    town.suspend("S", A, march(1), march(31)).orElseThrow();
    town.runOn("2026-03-31");
    assertThat(charges("A")).extracting(Receivable::outstandingMinor).containsExactly(250_00L);
    assertThat(town.kit.billing().explain(charge.key()).orElseThrow().suspended()).isEmpty();
    town.locked("F", new LockScope.OneAmount(charge.key()), march(1), null, town.kit.locks()::freeze).orElseThrow();
    town.pay("P-1", "1000.00");
    assertThat(charges("A")).extracting(Receivable::outstandingMinor).containsExactly(250_00L);
    town.release("F", march(31)).orElseThrow();
    assertThat(charges("A")).extracting(Receivable::outstandingMinor).containsExactly(0L);
  }
}
