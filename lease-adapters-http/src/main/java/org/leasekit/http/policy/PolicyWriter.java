package org.leasekit.http.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import javax.money.MonetaryAmount;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.escalation.Addressee;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Policy;
import org.leasekit.escalation.QuietHours;
import org.leasekit.escalation.Repeat;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.Trigger;
import org.leasekit.money.MinorUnits;

/** Writes a policy as the document that {@link PolicyReader} reads. */
final class PolicyWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<DayRoll> STANDARD =
      List.of(
          DayRolls.NONE,
          DayRolls.FOLLOWING,
          DayRolls.PRECEDING,
          DayRolls.MODIFIED_FOLLOWING,
          DayRolls.MODIFIED_PRECEDING);

  /** A part of the policy has no word in a document. */
  static final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String path;
    private final String found;

    Unwritable(String path, String found) {
      super(path);
      this.path = path;
      this.found = found;
    }

    String path() {
      return path;
    }

    String found() {
      return found;
    }
  }

  private PolicyWriter() {}

  /** A roll goes by its name, so that only those can be written that the name leads back to. */
  private static String roll(DayRoll roll) {
    for (DayRoll standard : STANDARD) {
      if (standard.equals(roll)) {
        return roll.name();
      }
    }
    throw new Unwritable("roll", roll.name());
  }

  static ObjectNode write(Policy policy) {
    ObjectNode root = JSON.objectNode().put("id", policy.id()).put("version", policy.version());
    if (policy instanceof EscalationPolicy anchored) {
      root.put("zone", anchored.zone().getId())
          .put("at", anchored.at().toString())
          .put("roll", roll(anchored.roll()))
          .put("catchUp", anchored.catchUp().name());
      QuietHours quiet = anchored.quiet();
      if (quiet != null) {
        root.putObject("quiet")
            .put("from", quiet.from().toString())
            .put("until", quiet.untilExclusive().toString());
      }
    }
    ArrayNode stages = root.putArray("stages");
    policy.stages().forEach(stage -> stages.add(stage(stage)));
    return root;
  }

  private static ObjectNode stage(Stage stage) {
    ObjectNode node = JSON.objectNode().put("id", stage.id());
    if (!stage.label().isEmpty()) {
      node.put("label", stage.label());
    }
    node.set("trigger", trigger(stage.trigger()));
    when(node, stage.when());
    Repeat repeat = stage.repeat();
    if (repeat != null) {
      node.putObject("repeat").put("every", repeat.every()).put("times", repeat.times());
    }
    ArrayNode actions = node.putArray("actions");
    stage.actions().forEach(action -> actions.add(action(action)));
    return node;
  }

  private static ObjectNode trigger(Trigger trigger) {
    ObjectNode node = JSON.objectNode();
    if (trigger instanceof Trigger.DaysBefore before) {
      return node.put("daysBefore", before.days());
    } else if (trigger instanceof Trigger.DaysAfter after) {
      return node.put("daysAfter", after.days());
    } else if (trigger instanceof Trigger.BusinessDaysBefore before) {
      return node.put("businessDaysBefore", before.days());
    } else if (trigger instanceof Trigger.BusinessDaysAfter after) {
      return node.put("businessDaysAfter", after.days());
    } else if (trigger instanceof Trigger.WorkingTimeAfter after) {
      return node.put("workingTimeAfter", after.span().toString());
    } else if (trigger instanceof Trigger.WorkingTimeBefore before) {
      return node.put("workingTimeBefore", before.span().toString());
    } else if (trigger instanceof Trigger.ShareOfTarget share) {
      return node.put("shareOfTarget", share.percent());
    }
    throw new IllegalStateException("no word for " + trigger);
  }

  private static ObjectNode action(StageAction action) {
    ObjectNode node = JSON.objectNode();
    StageAct act = action.act();
    if (act instanceof StageAct.Notice notice) {
      ObjectNode inner = node.putObject("notice").put("template", notice.template());
      ArrayNode channels = inner.putArray("channels");
      notice.channels().forEach(channel -> channels.add(channel.name()));
    } else if (act instanceof StageAct.Task task) {
      node.putObject("task").put("role", task.role()).put("work", task.work());
    } else if (act instanceof StageAct.Approval approval) {
      node.putObject("approval").put("role", approval.role());
    } else if (act instanceof StageAct.HandOver handOver) {
      node.putObject("handOver").put("levels", handOver.levels());
    } else if (act instanceof StageAct.MakeOffer) {
      node.putObject("offer");
    } else {
      node.putObject("proposalDraft");
    }
    when(node, action.when());
    if (action.to() instanceof Addressee.OnCall onCall) {
      node.putObject("to").put("onCall", onCall.level());
    }
    return node;
  }

  private static void when(ObjectNode node, Condition condition) {
    if (!condition.equals(Condition.ALWAYS)) {
      node.set("when", condition(condition));
    }
  }

  private static JsonNode condition(Condition condition) {
    ObjectNode node = JSON.objectNode();
    if (condition instanceof Condition.AgeAtLeast age) {
      return node.put("ageAtLeast", age.years());
    } else if (condition instanceof Condition.OverdueAtLeast overdue) {
      return node.set("overdueAtLeast", money(overdue.amount()));
    } else if (condition instanceof Condition.ValueAtLeast value) {
      return node.set("valueAtLeast", money(value.amount()));
    } else if (condition instanceof Condition.IntentAtLeast intent) {
      return node.put("intentAtLeast", intent.percent());
    } else if (condition instanceof Condition.Tagged tagged) {
      return node.put("tagged", tagged.tag());
    } else if (condition instanceof Condition.All all) {
      return node.set("all", conditions(all.parts()));
    } else if (condition instanceof Condition.Any any) {
      return node.set("any", conditions(any.parts()));
    } else if (condition instanceof Condition.Not not) {
      return node.set("not", condition(not.part()));
    }
    // always, responded, reached
    return JSON.textNode(condition.toString());
  }

  private static ArrayNode conditions(List<Condition> parts) {
    ArrayNode all = JSON.arrayNode();
    parts.forEach(part -> all.add(condition(part)));
    return all;
  }

  private static ObjectNode money(MonetaryAmount amount) {
    String number;
    try {
      number = MinorUnits.plain(amount);
    } catch (ArithmeticException | IllegalArgumentException tooExact) {
      throw new Unwritable("amount", amount.toString());
    }
    return JSON.objectNode()
        .put("amount", number)
        .put("currency", amount.getCurrency().getCurrencyCode());
  }
}
