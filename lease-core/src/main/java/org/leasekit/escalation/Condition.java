package org.leasekit.escalation;

import java.util.List;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.money.MinorUnits;

/**
 * An expression over {@link Facts}: when a stage fires, when one of its actions is taken. A comparison with what is
 * not known does not hold; {@link Not} turns that round like everything else. Its {@code toString} is the expression
 * as people read it, for example {@code age >= 65 and not responded}.
 */
public sealed interface Condition {

  /** Holds for everybody. */
  Condition ALWAYS = new Always();

  /** True when the facts meet the condition. */
  boolean holds(Facts facts);

  /** Holds for everybody. */
  record Always() implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return true;
    }

    @Override
    public String toString() {
      return "always";
    }
  }

  /**
   * Holds for natural persons of an age; never for somebody whose age is unknown.
   *
   * @param years completed years, inclusive
   */
  record AgeAtLeast(int years) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.age().isPresent() && facts.age().getAsInt() >= years;
    }

    @Override
    public String toString() {
      return "age >= " + years;
    }
  }

  /** Holds once the addressee has answered in any way. */
  record Responded() implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.responded();
    }

    @Override
    public String toString() {
      return "responded";
    }
  }

  /** Holds once the addressee was certainly reached. */
  record Reached() implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.reached();
    }

    @Override
    public String toString() {
      return "reached";
    }
  }

  /**
   * Holds when enough is overdue; never in another currency.
   *
   * @param amount inclusive
   */
  record OverdueAtLeast(MonetaryAmount amount) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return reaches(facts.overdue(), amount);
    }

    @Override
    public String toString() {
      return "overdue >= " + MinorUnits.plain(amount) + " " + amount.getCurrency().getCurrencyCode();
    }
  }

  /**
   * Holds when the subject is worth enough; never in another currency.
   *
   * @param amount inclusive
   */
  record ValueAtLeast(MonetaryAmount amount) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return reaches(facts.value(), amount);
    }

    @Override
    public String toString() {
      return "value >= " + MinorUnits.plain(amount) + " " + amount.getCurrency().getCurrencyCode();
    }
  }

  /**
   * Holds when the wanted end is likely enough; never when nothing was estimated.
   *
   * @param percent inclusive, 0 to 100
   */
  record IntentAtLeast(int percent) implements Condition {
    public IntentAtLeast {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("intent: 0 to 100, but was " + percent);
      }
    }

    @Override
    public boolean holds(Facts facts) {
      return facts.intent().isPresent() && facts.intent().getAsInt() >= percent;
    }

    @Override
    public String toString() {
      return "intent >= " + percent + " %";
    }
  }

  /** Holds for subjects that carry a mark, exactly as written. */
  record Tagged(String tag) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.tags().contains(tag);
    }

    @Override
    public String toString() {
      return "tagged " + tag;
    }
  }

  /** Holds when each part does; with no part, always. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Facts facts) {
      return parts.stream().allMatch(part -> part.holds(facts));
    }

    @Override
    public String toString() {
      return joined(parts, " and ");
    }
  }

  /** Holds when one part does; with no part, never. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Facts facts) {
      return parts.stream().anyMatch(part -> part.holds(facts));
    }

    @Override
    public String toString() {
      return joined(parts, " or ");
    }
  }

  /** Holds when the part does not. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return !part.holds(facts);
    }

    @Override
    public String toString() {
      return "not " + joined(List.of(part), "");
    }
  }

  /** Whether an expression is, or has in it, a condition of a kind. */
  static boolean asks(Condition condition, Class<? extends Condition> kind) {
    if (kind.isInstance(condition)) {
      return true;
    } else if (condition instanceof All all) {
      return all.parts().stream().anyMatch(part -> asks(part, kind));
    } else if (condition instanceof Any any) {
      return any.parts().stream().anyMatch(part -> asks(part, kind));
    }
    return condition instanceof Not not && asks(not.part(), kind);
  }

  private static boolean reaches(@Nullable MonetaryAmount known, MonetaryAmount asked) {
    return known != null
        && known.getCurrency().equals(asked.getCurrency())
        && known.compareTo(asked) >= 0;
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream()
        .map(part -> part instanceof All || part instanceof Any ? "(" + part + ")" : part.toString())
        .collect(Collectors.joining(word));
  }
}
