package org.leasekit.http.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.escalation.Addressee;
import org.leasekit.escalation.CatchUp;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.PolicyDraft;
import org.leasekit.escalation.QuietHours;
import org.leasekit.escalation.Repeat;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.Trigger;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;

/** Reads a document into a draft; what it cannot read it throws as {@link Node.Unexpected}. */
final class PolicyReader {
  private static final Set<String> POLICY =
      Set.of("id", "version", "zone", "at", "roll", "quiet", "catchUp", "stages");
  private static final Set<String> STAGE =
      Set.of("id", "label", "trigger", "when", "repeat", "actions");
  private static final Set<String> TRIGGER =
      Set.of(
          "daysBefore", "daysAfter", "businessDaysBefore", "businessDaysAfter", "workingTimeAfter",
          "workingTimeBefore",
          "shareOfTarget");
  private static final Set<String> ACTS =
      Set.of("notice", "task", "proposalDraft", "offer", "approval", "handOver");
  private static final Set<String> CONDITION =
      Set.of(
          "ageAtLeast", "overdueAtLeast", "valueAtLeast", "intentAtLeast", "tagged", "all", "any",
          "not");

  private PolicyReader() {}

  /** A policy around an anchor, which has to name its zone. */
  static PolicyDraft anchored(Node root) {
    return draft(root, root.object(POLICY).field("zone").parsed("a zone such as Asia/Shanghai", ZoneId::of));
  }

  /** A policy in the course of a target, to which zone and hours mean nothing. */
  static PolicyDraft ofTarget(Node root) {
    return draft(root.object(Set.of("id", "version", "stages")), ZoneOffset.UTC);
  }

  private static PolicyDraft draft(Node root, ZoneId zone) {
    Node version = root.field("version");
    Node at = root.field("at");
    Node catchUp = root.field("catchUp");
    return new PolicyDraft(
        root.field("id").text(),
        version.isThere() ? version.integer() : 1,
        at.isThere() ? time(at) : LocalTime.of(10, 0),
        zone,
        roll(root.field("roll")),
        quiet(root.field("quiet")),
        catchUp.isThere()
            ? catchUp.parsed("NEXT_BUSINESS_DAY, AT_ONCE or SKIP", CatchUp::valueOf)
            : CatchUp.NEXT_BUSINESS_DAY,
        root.field("stages").each(PolicyReader::stage));
  }

  private static LocalTime time(Node node) {
    return node.parsed("a time such as 10:00", LocalTime::parse);
  }

  private static DayRoll roll(Node node) {
    return node.isThere()
        ? node.parsed("NONE, FOLLOWING, PRECEDING, MODIFIED_FOLLOWING or MODIFIED_PRECEDING", DayRolls::of)
        : DayRolls.PRECEDING;
  }

  private static @Nullable QuietHours quiet(Node node) {
    if (!node.isThere()) {
      return null;
    }
    node.object(Set.of("from", "until"));
    LocalTime from = time(node.field("from"));
    LocalTime until = time(node.field("until"));
    return node.made("two different times", ignored -> new QuietHours(from, until));
  }

  private static PolicyDraft.StageDraft stage(Node node) {
    node.object(STAGE);
    Node trigger = node.field("trigger");
    return new PolicyDraft.StageDraft(
        node.field("id").text(),
        node.field("label").isThere() ? node.field("label").text() : "",
        trigger.isThere() ? trigger(trigger.only(TRIGGER)) : null,
        when(node.field("when")),
        node.field("actions").each(PolicyReader::action),
        repeat(node.field("repeat")));
  }

  private static Trigger trigger(Node node) {
    return switch (node.name()) {
      case "daysBefore" -> node.made("zero or more", n -> new Trigger.DaysBefore(n.integer()));
      case "daysAfter" -> node.made("zero or more", n -> new Trigger.DaysAfter(n.integer()));
      case "businessDaysBefore" ->
          node.made("zero or more", n -> new Trigger.BusinessDaysBefore(n.integer()));
      case "businessDaysAfter" ->
          node.made("zero or more", n -> new Trigger.BusinessDaysAfter(n.integer()));
      case "workingTimeAfter" ->
          node.made(
              "a span such as PT4H",
              n -> new Trigger.WorkingTimeAfter(n.parsed("a span such as PT4H", Duration::parse)));
      case "workingTimeBefore" ->
          node.made(
              "a span such as PT4H",
              n -> new Trigger.WorkingTimeBefore(n.parsed("a span such as PT4H", Duration::parse)));
      default -> node.made("at least 1", n -> new Trigger.ShareOfTarget(n.integer()));
    };
  }

  private static @Nullable Repeat repeat(Node node) {
    if (!node.isThere()) {
      return null;
    }
    node.object(Set.of("every", "times"));
    int every = node.field("every").integer();
    int times = node.field("times").integer();
    return node.made("every at least 1, times at least 2", ignored -> new Repeat(every, times));
  }

  private static StageAction action(Node node) {
    if (node.json() == null || !node.json().isObject()) {
      throw node.expected("an object");
    }
    StageAct act = null;
    for (String name : ACTS) {
      if (node.field(name).isThere()) {
        if (act != null) {
          throw node.expected("one act");
        }
        act = act(node.field(name));
        node.object(Set.of(name, "when", "to"));
      }
    }
    if (act == null) {
      throw node.expected("one of " + String.join(", ", ACTS.stream().sorted().toList()));
    }
    Node to = node.field("to");
    Addressee addressee =
        to.isThere()
            ? to.only(Set.of("onCall"))
                .made("zero or more", n -> new Addressee.OnCall(n.integer()))
            : Addressee.SUBJECT;
    return new StageAction(act, when(node.field("when")), addressee);
  }

  private static StageAct act(Node node) {
    switch (node.name()) {
      case "notice":
        node.object(Set.of("template", "channels"));
        String template = node.field("template").text();
        return node.field("channels")
            .made(
                "a list of SMS and WECOM",
                n ->
                    new StageAct.Notice(
                        template, n.each(each -> each.parsed("SMS or WECOM", Channel::valueOf))));
      case "task":
        node.object(Set.of("role", "work"));
        return new StageAct.Task(node.field("role").text(), node.field("work").text());
      case "approval":
        return new StageAct.Approval(node.object(Set.of("role")).field("role").text());
      case "handOver":
        return node.object(Set.of("levels"))
            .field("levels")
            .made("at least 1", n -> new StageAct.HandOver(n.integer()));
      case "offer":
        node.object(Set.of());
        return new StageAct.MakeOffer();
      default:
        node.object(Set.of());
        return new StageAct.ProposalDraft();
    }
  }

  private static Condition when(Node node) {
    return node.isThere() ? condition(node) : Condition.ALWAYS;
  }

  private static Condition condition(Node node) {
    if (node.isText()) {
      return switch (node.text()) {
        case "always" -> Condition.ALWAYS;
        case "responded" -> new Condition.Responded();
        case "reached" -> new Condition.Reached();
        default -> throw node.expected("always, responded or reached");
      };
    }
    Node only = node.only(CONDITION);
    return switch (only.name()) {
      case "ageAtLeast" -> new Condition.AgeAtLeast(only.integer());
      case "overdueAtLeast" -> new Condition.OverdueAtLeast(money(only));
      case "valueAtLeast" -> new Condition.ValueAtLeast(money(only));
      case "intentAtLeast" ->
          only.made("0 to 100", n -> new Condition.IntentAtLeast(n.integer()));
      case "tagged" -> new Condition.Tagged(only.text());
      case "all" -> new Condition.All(only.each(PolicyReader::condition));
      case "any" -> new Condition.Any(only.each(PolicyReader::condition));
      default -> new Condition.Not(condition(only));
    };
  }

  private static MonetaryAmount money(Node node) {
    node.object(Set.of("amount", "currency"));
    Node currency = node.field("currency");
    String code = currency.text();
    if (!Monetary.isCurrencyAvailable(code)) {
      throw currency.expected("a currency such as CNY");
    }
    return node.field("amount")
        .made(
            "an amount such as 100.00",
            n -> {
              int digits = MinorUnits.digits(Monetary.getCurrency(code));
              BigDecimal minor = new BigDecimal(n.text()).movePointRight(digits);
              return MinorUnits.amount(minor.longValueExact(), code);
            });
  }
}
