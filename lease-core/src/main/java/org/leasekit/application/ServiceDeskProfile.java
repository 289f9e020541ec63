package org.leasekit.application;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.escalation.Addressee;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.PolicyCatalog;
import org.leasekit.escalation.PolicyDraft;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.escalation.Trigger;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.servicedesk.CheckInPolicy;
import org.leasekit.servicedesk.RoutingPolicy;
import org.leasekit.servicedesk.TriageMatrix;
import org.leasekit.sla.Milestone;
import org.leasekit.sla.SlaPolicies;
import org.leasekit.sla.SlaTarget;
import org.leasekit.sla.SlaTerms;

/**
 * How one lessor's service desk works; data, no behaviour of its own.
 *
 * @param lessor the operating organisation: every key in storage starts with it
 * @param zone where its days begin and end
 * @param terms what is promised, on which calendars; targets start and end by the events of a request
 * @param escalation the stages of every target, at shares at which each target of the initial policy warns, or
 *     at 100, or so much working time after its clock began
 * @param triage impact and urgency turned into a priority
 * @param routing how a technician is chosen
 * @param shifts working hours of technicians, by the name that technicians carry
 * @param checkIn what a check-in has to be like
 * @param top who is asked when nobody else is on duty
 * @param repeatWithin a fault that is reported again within this time has come back
 */
public record ServiceDeskProfile(
    LessorId lessor,
    ZoneId zone,
    SlaTerms terms,
    TargetPolicy escalation,
    TriageMatrix triage,
    RoutingPolicy routing,
    Map<String, WorkingCalendar> shifts,
    CheckInPolicy checkIn,
    StaffId top,
    Duration repeatWithin) {

  /**
   * What a policy of targets may name: whoever is reached is told by message, call or visit, and hears what it is about; the role
   * of tasks is {@link StageAct.Task#STEWARD}, which here is whoever the action is for. A hand-over goes up the on-call chain,
   * from the highest of those who have open work of earlier stages of the target, or from whoever has the request; with an
   * addressee on call, to their level at least. Working time counts on a target's clock. Nothing is known of anybody, so that
   * there are no conditions.
   */
  public static final PolicyCatalog CATALOG =
      new PolicyCatalog(
          Set.of(StageAct.Notice.REMINDER),
          Set.of(StageAct.Task.STEWARD),
          Set.of(Channel.CALL.name(), Channel.VISIT.name()),
          Set.of(StageAct.Notice.class, StageAct.Task.class, StageAct.HandOver.class),
          Set.of(),
          false,
          true,
          true);

  /**
   * Checks the stages.
   *
   * @throws IllegalArgumentException when a stage names what {@link #CATALOG} does not know, or when it or one of its repetitions
   *     lies at a share at which a target does not warn
   */
  public ServiceDeskProfile {
    shifts = Map.copyOf(shifts);
    checked(escalation);
    for (Stage stage : escalation.occurrences()) {
      if (stage.countsWorkingTime()) {
        continue;
      }
      for (SlaTarget target : terms.initial().targets()) {
        if (!marks(target).contains(stage.trigger())) {
          throw new IllegalArgumentException(
              "escalation: stage " + stage.id() + " lies where target " + target.id()
                  + " does not warn: " + target.warnAtPercent());
        }
      }
    }
  }

  /** A policy that was made without a builder has not been checked for what the desk can do; one without stages does nothing. */
  private static void checked(TargetPolicy policy) {
    if (policy.stages().isEmpty()) {
      return;
    }
    Outcome<TargetPolicy> outcome = PolicyDraft.of(policy).ofTarget(CATALOG);
    if (!outcome.isAccepted()) {
      throw new IllegalArgumentException("escalation: " + outcome.rejection().message(Locale.ENGLISH));
    }
  }

  private static Set<Trigger> marks(SlaTarget target) {
    Set<Trigger> marks = new HashSet<>();
    target.warnAtPercent().forEach(percent -> marks.add(new Trigger.ShareOfTarget(percent)));
    marks.add(new Trigger.ShareOfTarget(Milestone.BREACH));
    return marks;
  }

  /**
   * The usual profile: the service policy of {@link SlaPolicies#serviceDesk}, a message to whoever has the
   * request at half of a target, one to the first level on call at four fifths, a call to the second level when
   * the target is breached; the standard matrix, routing and check-in; repeats within 30 days.
   *
   * @param calendar the desk's working hours
   * @param shifts working hours of technicians by name
   * @param top who is asked when nobody else is on duty
   */
  public static ServiceDeskProfile standard(
      LessorId lessor,
      ZoneId zone,
      WorkingCalendar calendar,
      Map<String, WorkingCalendar> shifts,
      StaffId top) {
    return new ServiceDeskProfile(
        lessor,
        zone,
        SlaTerms.of(SlaPolicies.serviceDesk(calendar.name()), calendar),
        ladder(),
        TriageMatrix.STANDARD,
        RoutingPolicy.standard(Map.of()),
        shifts,
        CheckInPolicy.STANDARD,
        top,
        Duration.ofDays(30));
  }

  private static TargetPolicy ladder() {
    return new TargetPolicy(
        "service-desk",
        1,
        List.of(
            stage(50, new StageAction(Channel.WECOM, Condition.ALWAYS)),
            stage(
                80, new StageAction(Channel.WECOM, Condition.ALWAYS, new Addressee.OnCall(1))),
            stage(
                Milestone.BREACH,
                new StageAction(Channel.CALL, Condition.ALWAYS, new Addressee.OnCall(2)))));
  }

  private static Stage stage(int percent, StageAction action) {
    return new Stage(percent + "%", new Trigger.ShareOfTarget(percent), List.of(action));
  }

  /** The same profile with another way to choose technicians. */
  public ServiceDeskProfile withRouting(RoutingPolicy policy) {
    return new ServiceDeskProfile(
        lessor, zone, terms, escalation, triage, policy, shifts, checkIn, top, repeatWithin);
  }

  /** The same profile with other promises and stages. */
  public ServiceDeskProfile withTerms(SlaTerms other, TargetPolicy stages) {
    return new ServiceDeskProfile(
        lessor, zone, other, stages, triage, routing, shifts, checkIn, top, repeatWithin);
  }

  /** The calendar of the desk itself. */
  WorkingCalendar calendar() {
    String name = terms.initial().calendar();
    return terms
        .calendar(name)
        .orElseThrow(() -> new IllegalStateException("calendar is not bound: " + name));
  }
}
