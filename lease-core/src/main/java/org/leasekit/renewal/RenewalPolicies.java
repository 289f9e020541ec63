package org.leasekit.renewal;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.leasekit.calendar.DayRolls;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyCatalog;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.party.Channel;

/** The renewal policies the field runs. */
public final class RenewalPolicies {

  /** From this age on a tenant gets a call beside the first digital notice. */
  public static final int ELDER_AGE = 65;

  /** The mark of tenants who asked that somebody call and come by. */
  public static final String IN_PERSON = "in-person";

  /** Of {@value #ELDER_AGE} and over, or asked for it. */
  public static final Condition NEEDS_A_PERSON =
      new Condition.Any(
          List.of(new Condition.AgeAtLeast(ELDER_AGE), new Condition.Tagged(IN_PERSON)));

  /**
   * What a renewal policy may name: the shipped texts, {@link StageAct.Task#ROLES}, the work that is a stage's to ask for, every
   * act and every fact; working time counts back from the end of the term. A lessor with roles of its own names them in {@code
   * Outreach.levels} and checks by {@code LessorProfile.renewalCatalog()}.
   */
  public static final PolicyCatalog CATALOG =
      new PolicyCatalog(
          NoticeTemplate.keys(),
          StageAct.Task.ROLES,
          Arrays.stream(StewardTask.Kind.values())
              .filter(StewardTask.Kind::isForStages)
              .map(Enum::name)
              .collect(Collectors.toSet()),
          true,
          true,
          false);

  private RenewalPolicies() {}

  /**
   * A message with a personal link first, a call by the steward last, WeCom messages between, at 10:00
   * on the preceding business day where a stage falls on a day off; tenants of {@value #ELDER_AGE} and
   * over, and whoever asked for it, get a call and a visit beside the first message. A single stage is a message.
   *
   * @param daysBefore calendar days before the last day of the term, strictly falling, for example
   *     30, 15, 3
   * @throws IllegalArgumentException when the days do not fall
   */
  public static EscalationPolicy ladder(List<Integer> daysBefore, ZoneId zone) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < daysBefore.size(); i++) {
      boolean last = i == daysBefore.size() - 1;
      List<StageAction> actions = new ArrayList<>();
      Channel channel = i == 0 ? Channel.SMS : last ? Channel.CALL : Channel.WECOM;
      actions.add(new StageAction(channel, Condition.ALWAYS));
      if (i == 0) {
        actions.add(new StageAction(Channel.CALL, NEEDS_A_PERSON));
        actions.add(new StageAction(Channel.VISIT, NEEDS_A_PERSON));
      }
      stages.add(new Stage(String.valueOf(daysBefore.get(i)), daysBefore.get(i), actions));
    }
    return new EscalationPolicy(
        "renewal", 1, LocalTime.of(10, 0), zone, DayRolls.PRECEDING, stages);
  }
}
