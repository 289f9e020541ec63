package org.leasekit.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leasekit.money.MinorUnits;

class ConditionTest {

  private static final Facts KNOWN =
      new Facts(
          false, OptionalInt.of(70), true, false, MinorUnits.amount(10_000, "CNY"),
          MinorUnits.amount(50_000, "CNY"), OptionalInt.of(60), Set.of("vip"));

  @Test
  void comparesWithWhatIsKnownAndNeverWithWhatIsNot() {
    List<Condition> met =
        List.of(
            Condition.ALWAYS,
            new Condition.AgeAtLeast(70),
            new Condition.Responded(),
            new Condition.Not(new Condition.Reached()),
            new Condition.OverdueAtLeast(MinorUnits.amount(10_000, "CNY")),
            new Condition.ValueAtLeast(MinorUnits.amount(50_000, "CNY")),
            new Condition.IntentAtLeast(60),
            new Condition.Tagged("vip"));
    List<Condition> unmet =
        List.of(
            new Condition.AgeAtLeast(71),
            new Condition.Reached(),
            new Condition.Not(new Condition.Responded()),
            new Condition.OverdueAtLeast(MinorUnits.amount(10_001, "CNY")),
            new Condition.OverdueAtLeast(MinorUnits.amount(1, "USD")),
            new Condition.ValueAtLeast(MinorUnits.amount(50_001, "CNY")),
            new Condition.IntentAtLeast(61),
            new Condition.Tagged("VIP"));
    assertThat(met).allMatch(condition -> condition.holds(KNOWN));
    assertThat(unmet).noneMatch(condition -> condition.holds(KNOWN));
    assertThat(new Condition.All(met).holds(KNOWN)).isTrue();
    assertThat(new Condition.Any(unmet).holds(KNOWN)).isFalse();
    assertThat(List.of(met.get(1), met.get(2), met.get(4), met.get(5), met.get(6), met.get(7)))
        .noneMatch(condition -> condition.holds(Facts.UNKNOWN));
  }

  @Test
  void readsAsPeopleReadIt() {
    assertThat(
            new Condition.All(
                List.of(
                    new Condition.AgeAtLeast(65),
                    new Condition.Not(new Condition.Responded()),
                    new Condition.Any(
                        List.of(
                            new Condition.OverdueAtLeast(MinorUnits.amount(12_345, "CNY")),
                            new Condition.Tagged("vip"))))))
        .hasToString("age >= 65 and not responded and (overdue >= 123.45 CNY or tagged vip)");
  }

  @Property(tries = 500)
  void whatSomebodyMeetsCanBeMet(@ForAll("conditions") Condition condition, @ForAll("facts") Facts facts) {
    boolean canHold = Satisfiable.canHold(condition);
    if (condition.holds(facts)) {
      assertThat(canHold).isTrue();
    }
    assertThat(Satisfiable.canHold(new Condition.All(List.of(condition, new Condition.Not(condition)))))
        .isFalse();
    assertThat(Satisfiable.canHold(new Condition.Any(List.of(condition, new Condition.Not(condition)))))
        .isTrue();
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return tree(2);
  }

  private static Arbitrary<Condition> tree(int depth) {
    Arbitrary<Condition> leaves =
        Arbitraries.oneOf(
            Arbitraries.integers().between(18, 90).map(Condition.AgeAtLeast::new),
            Arbitraries.integers().between(0, 100).map(Condition.IntentAtLeast::new),
            Arbitraries.of("a", "b").map(Condition.Tagged::new),
            Arbitraries.longs().between(1, 500).map(m -> new Condition.OverdueAtLeast(MinorUnits.amount(m, "CNY"))),
            Arbitraries.longs().between(1, 500).map(m -> new Condition.ValueAtLeast(MinorUnits.amount(m, "CNY"))),
            Arbitraries.of(new Condition.Responded(), new Condition.Reached(), Condition.ALWAYS));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Condition> deeper = tree(depth - 1);
    return Arbitraries.oneOf(
        leaves,
        deeper.map(Condition.Not::new),
        deeper.list().ofMinSize(1).ofMaxSize(2).map(Condition.All::new),
        deeper.list().ofMinSize(1).ofMaxSize(2).map(Condition.Any::new));
  }

  @Provide
  Arbitrary<Facts> facts() {
    return Combinators.combine(
            Arbitraries.integers().between(10, 95),
            Arbitraries.integers().between(0, 100),
            Arbitraries.of(true, false),
            Arbitraries.longs().between(0, 600),
            Arbitraries.longs().between(0, 600),
            Arbitraries.of("a", "b").set().ofMaxSize(2))
        .as(
            (age, intent, yes, overdue, value, tags) ->
                new Facts(
                    false, age < 18 ? OptionalInt.empty() : OptionalInt.of(age), yes, !yes,
                    MinorUnits.amount(overdue, "CNY"), MinorUnits.amount(value, "CNY"),
                    OptionalInt.of(intent), tags));
  }
}
