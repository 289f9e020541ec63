package org.leasekit.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.payment.AllocationStrategies;
import org.leasekit.payment.Allocations;
import org.leasekit.payment.Payment;
import org.leasekit.payment.PaymentId;

/** Every unit that was owed and every unit that was here is in one place afterwards, and in the right one. */
class NettingPropertyTest {
  private static final LessorId LESSOR = new LessorId("l");
  private static final ContractNo X = new ContractNo("X");
  private static final ContractNo MASTER = new ContractNo("M");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Instant NOW = Instant.parse("2026-04-02T02:00:00Z");

  /** A debt of whom, how much, how much of it was paid, frozen and credited, in per mille, and of what kind. */
  record Owed(boolean masters, boolean deposit, boolean foreign, long amount, int paid, int frozen, int credited) {}

  /** A deposit of whom, and how much of it is frozen, in per mille. */
  record Security(long amount, int frozen) {}

  record World(String currency, List<Owed> owed, List<Long> payments, List<Security> deposits) {}

  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<Long> money = Arbitraries.longs().between(1, 1_000_000);
    Arbitrary<Integer> share = Arbitraries.oneOf(Arbitraries.of(0, 0, 1000), Arbitraries.integers().between(0, 1000));
    Arbitrary<Boolean> seldom = Arbitraries.of(false, false, false, true);
    Arbitrary<Owed> owed =
        Combinators.combine(Arbitraries.of(true, false), seldom, seldom, money, share, share, share).as(Owed::new);
    Arbitrary<Security> deposit =
        Combinators.combine(Arbitraries.longs().between(0, 2_000_000), share).as(Security::new);
    return Combinators.combine(
            Arbitraries.of("CNY", "JPY", "KWD"),
            owed.list().ofMaxSize(6),
            money.list().ofMaxSize(3),
            deposit.list().ofMaxSize(2))
        .as(World::new);
  }

  /** A world as netting sees it, and how much of each debt is frozen. */
  private static final class Stage {
    final World world;
    final Map<ReceivableKey, Long> frozen = new HashMap<>();
    final List<Netting.Debt> debts = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Netting.Deposit> deposits = new ArrayList<>();

    Stage(World world) {
      this.world = world;
      for (int i = 0; i < world.owed().size(); i++) {
        addDebt(world.owed().get(i), i);
      }
      for (long each : world.payments()) {
        payments.add(
            new Payment(
                LESSOR, new PaymentId("P" + payments.size()), X, "X", amount(each + 7), amount(each), NOW, 3));
      }
      for (Security each : world.deposits()) {
        deposits.add(
            new Netting.Deposit(
                deposits.isEmpty() ? X : MASTER, amount(each.amount()), amount(each.amount() * each.frozen() / 1000)));
      }
    }

    private void addDebt(Owed owed, int i) {
      String currency = owed.foreign() ? "EUR" : world.currency();
      LocalDate day = DAY.plusDays(31L * i % 5);
      ReceivableKey key =
          new ReceivableKey(
              X, owed.deposit() ? ChargeCode.DEPOSIT : new ChargeCode("C" + i), DateRange.ofClosed(day, day.plusDays(i)), 0);
      Derivation derivation =
          new Derivation(
              Derivation.ONE_OFF, owed.amount(), List.of(new Derivation.Slice(key.period(), 1, 1)), currency);
      long paid = owed.amount() * owed.paid() / 1000;
      long credited = owed.deposit() ? (owed.amount() - paid) * owed.credited() / 1000 : 0;
      Receivable receivable =
          new Receivable(
              LESSOR, key, owed.masters() ? MASTER : X, day, day, MinorUnits.amount(owed.amount(), currency),
              MinorUnits.amount(paid, currency), MinorUnits.amount(credited, currency), derivation, NOW, 1);
      debts.add(new Netting.Debt(receivable, MinorUnits.amount(credited, currency)));
      frozen.put(key, receivable.outstandingMinor() * owed.frozen() / 1000);
    }

    MonetaryAmount amount(long minor) {
      return MinorUnits.amount(minor, world.currency());
    }

    ToLongFunction<Receivable> held() {
      return each -> Math.min(frozen.getOrDefault(each.key(), 0L), each.outstandingMinor());
    }

    Netting.Result net(int number, List<Netting.Debt> some, List<Payment> money, List<Netting.Deposit> here) {
      return Netting.net(
          new Netting.Case(LESSOR, X, number, world.currency(), some, money, here), held(),
          AllocationStrategies.OLDEST_DUE_FIRST, NOW);
    }

    SettlementStatement statement(int number, Netting.Result result) {
      return new SettlementStatement(
          LESSOR, X, number, world.currency(), result.claims(), result.funds(), "finance", "", NOW);
    }
  }

  private static long sum(List<Fund> funds, java.util.function.Function<Fund, MonetaryAmount> part) {
    return funds.stream().map(part).mapToLong(MinorUnits::of).sum();
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void nothingIsLostAndNothingMadeUp(@ForAll("worlds") World world) {
    Stage stage = new Stage(world);
    Netting.Result result = stage.net(1, stage.debts, stage.payments, stage.deposits);
    SettlementStatement statement = stage.statement(1, result);
    assertThat(statement.deposit().add(statement.unapplied()))
        .isEqualTo(statement.applied().add(statement.refunded()).add(statement.heldBack()));
    assertThat(statement.owed())
        .isEqualTo(statement.netted().add(statement.stillOwed()).add(statement.frozen()));
    assertThat(sum(result.funds(), Fund::amount))
        .isEqualTo(
            world.payments().stream().mapToLong(each -> each).sum()
                + world.deposits().stream().mapToLong(Security::amount).sum());
    assertThat(result.claims()).hasSameSizeAs(world.owed());
    long before = stage.debts.stream().mapToLong(each -> each.receivable().outstandingMinor()).sum();
    Map<ReceivableKey, Receivable> after = new HashMap<>();
    stage.debts.forEach(each -> after.put(each.receivable().key(), each.receivable()));
    result.receivables().forEach(each -> after.put(each.key(), each));
    long left = after.values().stream().mapToLong(Receivable::outstandingMinor).sum();
    assertThat(MinorUnits.of(statement.applied())).isEqualTo(before - left);
    for (Claim claim : result.claims()) {
      Receivable now = after.get(claim.key());
      assertThat(claim.stillOwed().add(claim.frozen())).isEqualTo(now.outstanding());
      assertThat(MinorUnits.of(claim.frozen())).isEqualTo(stage.frozen.get(claim.key()));
      assertThat(claim.owed().getCurrency().getCurrencyCode().equals(world.currency()) || claim.fromMoney().add(claim.fromDeposit()).isZero())
          .isTrue();
    }
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void moneyGoesBackOnlyWhereNothingIsOwedAndWhatIsFrozenIsSecured(@ForAll("worlds") World world) {
    Stage stage = new Stage(world);
    Netting.Result result = stage.net(1, stage.debts, stage.payments, stage.deposits);
    List<Fund> money = result.funds().subList(0, world.payments().size());
    long payableByAny = payable(result, world, X) + payable(result, world, MASTER);
    assertThat(sum(money, Fund::refunded) == 0 || payableByAny == 0).isTrue();
    long frozenOfAll = frozen(result, world, X) + frozen(result, world, MASTER);
    long heldOfMoney = sum(money, Fund::heldBack);
    assertThat(heldOfMoney).isLessThanOrEqualTo(frozenOfAll);
    assertThat(sum(money, Fund::refunded) == 0 || heldOfMoney == frozenOfAll).isTrue();
    for (int i = 0; i < world.deposits().size(); i++) {
      ContractNo payer = i == 0 ? X : MASTER;
      Fund fund = result.funds().get(world.payments().size() + i);
      long own = MinorUnits.of(stage.deposits.get(i).frozen());
      assertThat(fund.payer()).isEqualTo(payer);
      long paidByIt =
          result.claims().stream()
              .filter(claim -> claim.payer().equals(payer))
              .mapToLong(claim -> MinorUnits.of(claim.fromDeposit()))
              .sum();
      assertThat(MinorUnits.of(fund.applied())).isEqualTo(paidByIt);
      assertThat(MinorUnits.of(fund.heldBack()))
          .isBetween(own, own + frozen(result, world, payer));
      if (fund.refunded().isPositive()) {
        assertThat(payable(result, world, payer)).isZero();
        assertThat(MinorUnits.of(fund.heldBack()) + heldOfMoney)
            .isGreaterThanOrEqualTo(frozen(result, world, payer));
      }
    }
  }

  private static long payable(Netting.Result result, World world, ContractNo payer) {
    return of(result, world, payer).mapToLong(claim -> MinorUnits.of(claim.stillOwed())).sum();
  }

  private static long frozen(Netting.Result result, World world, ContractNo payer) {
    return of(result, world, payer)
        .filter(claim -> !claim.key().charge().equals(ChargeCode.DEPOSIT))
        .mapToLong(claim -> MinorUnits.of(claim.frozen()))
        .sum();
  }

  private static java.util.stream.Stream<Claim> of(Netting.Result result, World world, ContractNo payer) {
    return result.claims().stream()
        .filter(claim -> claim.payer().equals(payer))
        .filter(claim -> claim.owed().getCurrency().getCurrencyCode().equals(world.currency()));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whileTheFreezesLastAnotherStatementMovesNothing(@ForAll("worlds") World world) {
    Stage stage = new Stage(world);
    Netting.Result first = stage.net(1, stage.debts, stage.payments, stage.deposits);
    Map<ReceivableKey, Receivable> after = new HashMap<>();
    first.receivables().forEach(each -> after.put(each.key(), each));
    List<Netting.Debt> debts = new ArrayList<>();
    for (Netting.Debt each : stage.debts) {
      Receivable now = after.getOrDefault(each.receivable().key(), each.receivable());
      debts.add(new Netting.Debt(now, MinorUnits.amount(0, now.amount().getCurrency())));
    }
    Map<PaymentId, Payment> used = new HashMap<>();
    for (Allocations.Result move : first.moves()) {
      used.put(move.payment().id(), move.payment());
    }
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < stage.payments.size(); i++) {
      Payment before = stage.payments.get(i);
      Payment left = used.getOrDefault(before.id(), before).apply(first.funds().get(i).refunded());
      assertThat(left.unapplied()).isEqualTo(first.funds().get(i).heldBack());
      payments.add(left);
    }
    List<Netting.Deposit> deposits = new ArrayList<>();
    for (int i = 0; i < stage.deposits.size(); i++) {
      Netting.Deposit before = stage.deposits.get(i);
      deposits.add(
          new Netting.Deposit(before.payer(), first.funds().get(payments.size() + i).heldBack(), before.frozen()));
    }
    assertThat(stage.statement(2, stage.net(2, debts, payments, deposits)).movesMoney()).isFalse();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void bothLanguagesTellTheSameNumbers(@ForAll("worlds") World world) {
    Stage stage = new Stage(world);
    SettlementStatement statement =
        stage.statement(1, stage.net(1, stage.debts, stage.payments, stage.deposits));
    String english = statement.explain(Locale.ENGLISH);
    String chinese = statement.explain(Locale.SIMPLIFIED_CHINESE);
    assertThat(numbers(english)).isEqualTo(numbers(chinese));
    assertThat(english.lines()).hasSameSizeAs(chinese.lines().toList());
  }

  private static List<String> numbers(String text) {
    return java.util.regex.Pattern.compile("[0-9]+(\\.[0-9]+)?").matcher(text).results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .toList();
  }
}
