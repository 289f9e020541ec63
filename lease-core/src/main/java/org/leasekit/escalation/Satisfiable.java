package org.leasekit.escalation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.money.MonetaryAmount;

/**
 * Whether any facts at all meet a condition: tries the values at which its comparisons turn, which is every case
 * there is.
 */
final class Satisfiable {

  /** Beyond this many cases a condition is taken at its word. */
  private static final long MOST_CASES = 200_000;

  private final Set<Integer> ages = new TreeSet<>();
  private final Set<Integer> intents = new TreeSet<>();
  private final Set<MonetaryAmount> overdues = new LinkedHashSet<>();
  private final Set<MonetaryAmount> values = new LinkedHashSet<>();
  private final Set<String> tags = new TreeSet<>();

  private Satisfiable() {}

  static boolean canHold(Condition condition) {
    Satisfiable space = new Satisfiable();
    space.collect(condition);
    long cases =
        4L * (space.ages.size() + 1) * (space.intents.size() + 1) * (space.overdues.size() + 1)
            * (space.values.size() + 1);
    if (space.tags.size() > 12 || cases << space.tags.size() > MOST_CASES) {
      return true;
    }
    return space.cases().stream().anyMatch(condition::holds);
  }

  private void collect(Condition condition) {
    if (condition instanceof Condition.AgeAtLeast age) {
      ages.add(age.years());
    } else if (condition instanceof Condition.IntentAtLeast intent) {
      intents.add(intent.percent());
    } else if (condition instanceof Condition.OverdueAtLeast overdue) {
      overdues.add(overdue.amount());
    } else if (condition instanceof Condition.ValueAtLeast value) {
      values.add(value.amount());
    } else if (condition instanceof Condition.Tagged tagged) {
      tags.add(tagged.tag());
    } else if (condition instanceof Condition.All all) {
      all.parts().forEach(this::collect);
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(this::collect);
    } else if (condition instanceof Condition.Not not) {
      collect(not.part());
    }
  }

  /** Unknown stands for every value below the smallest that is asked for: nothing is compared with it. */
  private List<Facts> cases() {
    List<Facts> all = List.of(Facts.UNKNOWN);
    all = each(all, List.of(true, false), yes -> facts -> facts.withReach(yes, facts.reached()));
    all = each(all, List.of(true, false), yes -> facts -> facts.withReach(facts.responded(), yes));
    all = each(all, optional(ages), age -> facts -> aged(facts, age));
    all = each(all, optional(intents), percent -> facts -> facts.withIntent(percent));
    all =
        each(
            all,
            amounts(overdues),
            amount -> facts -> facts.withAmounts(amount.orElse(null), facts.value()));
    all =
        each(
            all,
            amounts(values),
            amount -> facts -> facts.withAmounts(facts.overdue(), amount.orElse(null)));
    for (String tag : tags) {
      all = each(all, List.of(true, false), yes -> facts -> yes ? tagged(facts, tag) : facts);
    }
    return all;
  }

  private static <V> List<Facts> each(
      List<Facts> base, List<V> values, Function<V, Function<Facts, Facts>> with) {
    List<Facts> all = new ArrayList<>();
    for (V value : values) {
      base.forEach(facts -> all.add(with.apply(value).apply(facts)));
    }
    return all;
  }

  private static List<OptionalInt> optional(Set<Integer> thresholds) {
    List<OptionalInt> values = new ArrayList<>(List.of(OptionalInt.empty()));
    thresholds.forEach(threshold -> values.add(OptionalInt.of(threshold)));
    return values;
  }

  private static List<Optional<MonetaryAmount>> amounts(Set<MonetaryAmount> thresholds) {
    List<Optional<MonetaryAmount>> values = new ArrayList<>(List.of(Optional.empty()));
    thresholds.forEach(threshold -> values.add(Optional.of(threshold)));
    return values;
  }

  private static Facts aged(Facts facts, OptionalInt age) {
    return new Facts(
        facts.silent(), age, facts.responded(), facts.reached(), facts.overdue(), facts.value(),
        facts.intent(), facts.tags());
  }

  private static Facts tagged(Facts facts, String tag) {
    Set<String> more = new TreeSet<>(facts.tags());
    more.add(tag);
    return facts.withTags(more);
  }
}
