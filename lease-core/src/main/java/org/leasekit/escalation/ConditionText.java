package org.leasekit.escalation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.money.MinorUnits;

/** Conditions in the words of the story, in its language. */
final class ConditionText {
  private final ResourceBundle bundle;

  ConditionText(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  String of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return joined(all.parts(), "if.AND");
    } else if (condition instanceof Condition.Any any) {
      return joined(any.parts(), "if.OR");
    } else if (condition instanceof Condition.Not not) {
      return Story.say(bundle, "if.NOT", part(not.part()));
    }
    return single(condition);
  }

  /** What is known of everything that a condition asks about, each once. */
  String known(Condition condition, Facts facts) {
    Set<String> told = new LinkedHashSet<>();
    collect(condition, facts, told);
    return String.join(", ", told);
  }

  private void collect(Condition condition, Facts facts, Set<String> told) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> collect(part, facts, told));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> collect(part, facts, told));
    } else if (condition instanceof Condition.Not not) {
      collect(not.part(), facts, told);
    } else if (!condition.equals(Condition.ALWAYS)) {
      told.add(fact(condition, facts));
    }
  }

  private String fact(Condition condition, Facts facts) {
    if (condition instanceof Condition.AgeAtLeast) {
      return number("fact.AGE", facts.age());
    } else if (condition instanceof Condition.IntentAtLeast) {
      return number("fact.INTENT", facts.intent());
    } else if (condition instanceof Condition.OverdueAtLeast) {
      return amount("fact.OVERDUE", facts.overdue());
    } else if (condition instanceof Condition.ValueAtLeast) {
      return amount("fact.VALUE", facts.value());
    } else if (condition instanceof Condition.Tagged tagged) {
      return Story.say(bundle, facts.tags().contains(tagged.tag()) ? "if.TAGGED" : "fact.UNTAGGED", tagged.tag());
    } else if (condition instanceof Condition.Responded) {
      return Story.say(bundle, facts.responded() ? "if.RESPONDED" : "fact.UNANSWERED");
    }
    return Story.say(bundle, facts.reached() ? "if.REACHED" : "fact.UNREACHED");
  }

  private String number(String key, OptionalInt known) {
    return known.isPresent()
        ? Story.say(bundle, key, String.valueOf(known.getAsInt()))
        : Story.say(bundle, key + ".UNKNOWN");
  }

  private String amount(String key, @Nullable MonetaryAmount known) {
    return known == null ? Story.say(bundle, key + ".UNKNOWN") : Story.say(bundle, key, text(known));
  }

  private String single(Condition condition) {
    if (condition instanceof Condition.AgeAtLeast age) {
      return Story.say(bundle, "if.AGE", String.valueOf(age.years()));
    } else if (condition instanceof Condition.OverdueAtLeast overdue) {
      return Story.say(bundle, "if.OVERDUE", text(overdue.amount()));
    } else if (condition instanceof Condition.ValueAtLeast value) {
      return Story.say(bundle, "if.VALUE", text(value.amount()));
    } else if (condition instanceof Condition.IntentAtLeast intent) {
      return Story.say(bundle, "if.INTENT", String.valueOf(intent.percent()));
    } else if (condition instanceof Condition.Tagged tagged) {
      return Story.say(bundle, "if.TAGGED", tagged.tag());
    }
    return Story.say(
        bundle,
        condition instanceof Condition.Responded
            ? "if.RESPONDED"
            : condition instanceof Condition.Reached ? "if.REACHED" : "if.ALWAYS");
  }

  private static String text(MonetaryAmount amount) {
    return MinorUnits.plain(amount) + " " + amount.getCurrency().getCurrencyCode();
  }

  private String joined(List<Condition> parts, String word) {
    return parts.stream().map(this::part).collect(Collectors.joining(Story.say(bundle, word)));
  }

  private String part(Condition part) {
    boolean composed = part instanceof Condition.All || part instanceof Condition.Any;
    return composed ? "(" + of(part) + ")" : of(part);
  }
}
