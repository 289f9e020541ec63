package org.leasekit.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import javax.money.MonetaryAmount;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.payment.Allocation;
import org.leasekit.payment.AllocationStrategy;
import org.leasekit.payment.Allocations;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;

/**
 * Nets what is owed under a contract with the money that is here.
 *
 * <ol>
 *   <li>Money that was received and waits goes to what is owed, in the order of the strategy, as a billing run would put it.
 *   <li>Then deposits do, each to what its own payer owes: nobody's deposit pays another one's debt, nor does money that a later
 *       credit gives back to a deposit. A contract and those that it continues are one and the same payer.
 *   <li>What is frozen, wholly or in part, takes up nothing. So that there is security for it when the freeze is over, as much
 *       as is frozen is held back of what is left: first of money received, which would go to it by itself, then of the
 *       deposit of the payer who would owe it. A deposit that was not paid needs no security, and a deposit that is frozen
 *       itself is held back whole. Money that was received is nothing that was raised: no freeze holds it beyond that.
 *   <li>What is left goes back to the payer.
 * </ol>
 * Amounts in another currency than the contract's are listed, and nothing is put to them.
 */
public final class Netting {
  private final Case of;
  private final ToLongFunction<Receivable> heldMinor;
  private final AllocationStrategy strategy;
  private final Instant now;
  private final Map<ReceivableKey, Receivable> debts = new LinkedHashMap<>();
  private final List<Allocations.Result> moves = new ArrayList<>();
  private final Set<PaymentId> fromDeposits = new HashSet<>();

  /**
   * What is owed and what is here.
   *
   * @param number of the statement that is to be made
   * @param currency ISO 4217 code of the contract
   * @param debts all that the contract owes or pays for others, each once
   * @param payments with something unapplied, in the order in which they are used
   * @param deposits one for each payer
   * @param continued contracts that this one continues: they are the same party
   * @param givenBack whose deposit a payment was, where one is given back what a deposit had paid
   */
  public record Case(
      LessorId lessor,
      ContractNo contract,
      int number,
      String currency,
      List<Debt> debts,
      List<Payment> payments,
      List<Deposit> deposits,
      Set<ContractNo> continued,
      Map<PaymentId, ContractNo> givenBack) {
    public Case {
      debts = List.copyOf(debts);
      payments = List.copyOf(payments);
      deposits = List.copyOf(deposits);
      continued = Set.copyOf(continued);
      givenBack = Map.copyOf(givenBack);
    }

    /** Of a contract that continues none, and whose deposits were given nothing back. */
    public Case(
        LessorId lessor,
        ContractNo contract,
        int number,
        String currency,
        List<Debt> debts,
        List<Payment> payments,
        List<Deposit> deposits) {
      this(lessor, contract, number, currency, debts, payments, deposits, Set.of(), Map.of());
    }

    private ContractNo party(ContractNo payer) {
      return continued.contains(payer) ? contract : payer;
    }

    /** Whose a payment is; whoever received it may pay anybody's debt under the contract. */
    private Optional<ContractNo> depositor(Payment payment) {
      return Optional.ofNullable(givenBack.get(payment.id())).map(this::party);
    }
  }

  /**
   * Something that is owed.
   *
   * @param receivable as it is stored, the credit taken off
   * @param credited what was taken off for this statement, zero or more
   */
  public record Debt(Receivable receivable, MonetaryAmount credited) {}

  /**
   * A deposit that is here.
   *
   * @param payer the contract whose tenant paid it
   * @param paid what of it is here, zero or more
   * @param frozen what of that a freeze holds, zero to {@code paid}
   */
  public record Deposit(ContractNo payer, MonetaryAmount paid, MonetaryAmount frozen) {}

  /**
   * What netting comes to.
   *
   * @param claims in the order of the strategy
   * @param funds payments, then deposits
   * @param moves what money and deposits were put to, in order; a deposit is put as a payment of its own, see {@link
   *     PaymentId#ofDeposit}, of just what is put
   * @param receivables those that changed, after all moves
   */
  public record Result(
      List<Claim> claims,
      List<Fund> funds,
      List<Allocations.Result> moves,
      List<Receivable> receivables) {
    public Result {
      claims = List.copyOf(claims);
      funds = List.copyOf(funds);
      moves = List.copyOf(moves);
      receivables = List.copyOf(receivables);
    }
  }

  private Netting(
      Case of, ToLongFunction<Receivable> heldMinor, AllocationStrategy strategy, Instant now) {
    this.of = of;
    this.heldMinor = heldMinor;
    this.strategy = strategy;
    this.now = now;
    of.debts().forEach(debt -> debts.put(debt.receivable().key(), debt.receivable()));
  }

  /**
   * Nets a contract.
   *
   * @param heldMinor how much of what is outstanding of a receivable is frozen, in minor units; see {@link
   *     org.leasekit.billing.Locks#heldMinor}
   */
  public static Result net(
      Case of, ToLongFunction<Receivable> heldMinor, AllocationStrategy strategy, Instant now) {
    return new Netting(of, heldMinor, strategy, now).net();
  }

  private Result net() {
    List<Payment> paid = new ArrayList<>();
    for (Payment payment : of.payments()) {
      paid.add(
          allocate(
              payment,
              of.depositor(payment).map(this::owedBy).orElseGet(() -> List.copyOf(debts.values()))));
    }
    List<Long> applied = new ArrayList<>();
    for (int i = 0; i < of.deposits().size(); i++) {
      applied.add(applyDeposit(of.deposits().get(i), i + 1));
    }
    Frozen frozen = frozen();
    List<Fund> funds = new ArrayList<>();
    for (int i = 0; i < paid.size(); i++) {
      funds.add(fund(of.payments().get(i), paid.get(i), frozen));
    }
    for (int i = 0; i < applied.size(); i++) {
      funds.add(fund(of.deposits().get(i), applied.get(i), frozen));
    }
    return new Result(claims(), funds, moves, changed());
  }

  /** Puts what is unapplied of a payment to some debts, and answers with the payment after it. */
  private Payment allocate(Payment payment, List<Receivable> some) {
    Allocations.Result result = Allocations.allocate(payment, some, strategy, heldMinor, now);
    result.receivables().forEach(each -> debts.put(each.key(), each));
    if (!result.allocations().isEmpty()) {
      moves.add(result);
    }
    return result.payment();
  }

  /** Puts a deposit to what its payer owes; answers with how much of it that took. */
  private long applyDeposit(Deposit deposit, int number) {
    List<Receivable> own = owedBy(of.party(deposit.payer()));
    long payable =
        own.stream().mapToLong(each -> each.outstandingMinor() - heldMinor.applyAsLong(each)).sum();
    long free = MinorUnits.of(deposit.paid()) - MinorUnits.of(deposit.frozen());
    long used = Math.min(free, payable);
    if (used > 0) {
      MonetaryAmount amount = money(used);
      PaymentId id = PaymentId.ofDeposit(of.contract(), of.number(), number);
      fromDeposits.add(id);
      allocate(
          new Payment(of.lessor(), id, of.contract(), of.contract().value(), amount, amount, now, 0), own);
    }
    return used;
  }

  /** What a deposit of somebody's may be put to. */
  private List<Receivable> owedBy(ContractNo party) {
    return debts.values().stream()
        .filter(each -> of.party(each.payer()).equals(party) && isOwn(each))
        .toList();
  }

  private boolean isOwn(Receivable receivable) {
    return receivable.amount().getCurrency().getCurrencyCode().equals(of.currency());
  }

  /** What is frozen of each payer's debts and has no security yet. */
  private Frozen frozen() {
    Frozen frozen = new Frozen(new HashMap<>());
    for (Receivable each : debts.values()) {
      if (isOwn(each) && !each.key().charge().equals(ChargeCode.DEPOSIT)) {
        frozen.minor().merge(of.party(each.payer()), heldMinor.applyAsLong(each), Long::sum);
      }
    }
    return frozen;
  }

  /** By payer, in minor units. */
  private record Frozen(Map<ContractNo, Long> minor) {

    /** Takes at most so much off what a payer's freezes hold. */
    long secure(ContractNo payer, long most) {
      long held = minor.getOrDefault(payer, 0L);
      long taken = Math.min(held, most);
      minor.put(payer, held - taken);
      return taken;
    }

    /** The same for whoever's they are, one payer's first. */
    long secureAny(ContractNo first, long most) {
      long taken = secure(first, most);
      for (ContractNo payer : minor.keySet().stream().sorted().toList()) {
        taken += secure(payer, most - taken);
      }
      return taken;
    }
  }

  private Fund fund(Payment before, Payment after, Frozen frozen) {
    long rest = MinorUnits.of(after.unapplied());
    Optional<ContractNo> depositor = of.depositor(before);
    return new Fund(
        Fund.Kind.PAYMENT,
        before.id().value(),
        depositor.orElse(of.contract()),
        before.unapplied(),
        before.unapplied().subtract(after.unapplied()),
        money(
            depositor.isPresent()
                ? frozen.secure(depositor.get(), rest)
                : frozen.secureAny(of.contract(), rest)));
  }

  private Fund fund(Deposit deposit, long applied, Frozen frozen) {
    long held = MinorUnits.of(deposit.frozen());
    long rest = MinorUnits.of(deposit.paid()) - applied - held;
    // what is frozen of the deposit itself is security already
    ContractNo party = of.party(deposit.payer());
    frozen.secure(party, held);
    return new Fund(
        Fund.Kind.DEPOSIT,
        of.contract().value(),
        deposit.payer(),
        deposit.paid(),
        money(applied),
        money(held + frozen.secure(party, rest)));
  }

  private List<Claim> claims() {
    Map<ReceivableKey, Long> money = new HashMap<>();
    Map<ReceivableKey, Long> deposit = new HashMap<>();
    for (Allocations.Result move : moves) {
      for (Allocation each : move.allocations()) {
        Map<ReceivableKey, Long> from = fromDeposits.contains(each.payment()) ? deposit : money;
        from.merge(each.receivable(), MinorUnits.of(each.amount()), Long::sum);
      }
    }
    Map<ReceivableKey, Debt> before = new HashMap<>();
    of.debts().forEach(debt -> before.put(debt.receivable().key(), debt));
    List<Claim> claims = new ArrayList<>();
    for (Receivable each : strategy.order(of.debts().stream().map(Debt::receivable).toList())) {
      Debt debt = before.getOrDefault(each.key(), new Debt(each, money(0)));
      String currency = each.amount().getCurrency().getCurrencyCode();
      claims.add(
          new Claim(
              each.key(),
              each.payer(),
              each.outstanding().add(debt.credited()),
              debt.credited(),
              MinorUnits.amount(money.getOrDefault(each.key(), 0L), currency),
              MinorUnits.amount(deposit.getOrDefault(each.key(), 0L), currency),
              MinorUnits.amount(
                  heldMinor.applyAsLong(debts.getOrDefault(each.key(), each)), currency)));
    }
    return claims;
  }

  private List<Receivable> changed() {
    return of.debts().stream()
        .map(Debt::receivable)
        .filter(each -> !each.equals(debts.get(each.key())))
        .map(each -> debts.getOrDefault(each.key(), each))
        .toList();
  }

  private MonetaryAmount money(long minor) {
    return MinorUnits.amount(minor, of.currency());
  }
}
