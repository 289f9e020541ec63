package org.leasekit.dunning;

import java.time.ZoneId;
import java.util.Set;
import org.leasekit.calendar.DayRolls;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Fact;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.PolicyCatalog;
import org.leasekit.escalation.StageAct;
import org.leasekit.party.Channel;

/** The dunning policies the field runs; the anchor is the day the oldest debt was due. */
public final class DunningPolicies {

  /** The text of a first reminder. */
  public static final String OVERDUE = "overdue";

  /** The text of the last one. */
  public static final String FINAL = "overdue-final";

  /** The work of calling about a debt. */
  public static final String CALL = "OVERDUE_CALL";

  /**
   * What a dunning policy may name: two texts, {@link StageAct.Task#ROLES}, calls, hand-overs; working time counts from the end
   * of the day the oldest debt was due. There is nothing to offer and nothing to approve, nobody answers a reminder but by
   * paying, and no intent is estimated. {@link Fact#REACHED} is by the messages about these debts. A lessor with roles of its
   * own names them in {@code DunningProfile.roles} and checks by {@link PolicyCatalog#plusRoles}.
   */
  public static final PolicyCatalog CATALOG =
      new PolicyCatalog(
          Set.of(OVERDUE, FINAL),
          StageAct.Task.ROLES,
          Set.of(CALL),
          Set.of(StageAct.Notice.class, StageAct.Task.class, StageAct.HandOver.class),
          Set.of(Fact.REACHED, Fact.AGE, Fact.OVERDUE, Fact.VALUE, Fact.TAGS),
          false,
          true,
          false);

  private DunningPolicies() {}

  /**
   * A message three business days after the due day and twice more every five, a call after 20, the last message
   * and a hand-over after 30; at 10:00, on business days, caught up at the stage that is due.
   */
  public static EscalationPolicy standard(ZoneId zone) {
    return PolicyBuilder.policy("dunning", zone)
        .roll(DayRolls.FOLLOWING)
        .stage("late", s -> s.businessDaysAfter(3).repeat(5, 3).notice(OVERDUE, Channel.SMS, Channel.WECOM))
        .stage("call", s -> s.businessDaysAfter(20).task(StageAct.Task.STEWARD, CALL))
        .stage(
            "final",
            s ->
                s.businessDaysAfter(30)
                    .notice(FINAL, Channel.SMS, Channel.WECOM)
                    .does(new StageAct.HandOver(1)))
        .anchored(CATALOG)
        .orElseThrow();
  }
}
