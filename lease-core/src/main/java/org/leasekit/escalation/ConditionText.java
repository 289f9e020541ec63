package org.leasekit.escalation;

import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
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
