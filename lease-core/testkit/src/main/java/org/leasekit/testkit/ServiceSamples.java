package org.leasekit.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.Channel;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.Area;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.CheckIn;
import org.leasekit.servicedesk.CheckInFlag;
import org.leasekit.servicedesk.Duty;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.DutyTaskId;
import org.leasekit.servicedesk.Evidence;
import org.leasekit.servicedesk.FaultKind;
import org.leasekit.servicedesk.GeoPoint;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.OnCallRoster;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.RequestState;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.servicedesk.Sighting;
import org.leasekit.servicedesk.Site;
import org.leasekit.servicedesk.SiteId;
import org.leasekit.servicedesk.Skill;
import org.leasekit.servicedesk.Technician;
import org.leasekit.servicedesk.Urgency;
import org.leasekit.sla.PauseReason;
import org.leasekit.sla.PolicyId;
import org.leasekit.sla.TargetId;

/**
 * Valid records of a service desk to test adapters with: those of {@link Samples#LESSOR} around {@link Samples#NOW}.
 * Whatever is not an argument has a plausible value that does not matter.
 */
public final class ServiceSamples {

  /** A technician. */
  public static final StaffId ANN = new StaffId("ann");

  private ServiceSamples() {}

  /** A new request about an asset of its own, to be looked at by an instant, or never when null. */
  public static ServiceRequest request(String id, @Nullable Instant nextDueAt) {
    return request(Samples.LESSOR, id, "AC-" + id, null, Samples.NOW, nextDueAt);
  }

  /** A new request. */
  public static ServiceRequest request(
      LessorId lessor,
      String id,
      String asset,
      @Nullable ContractNo contract,
      Instant openedAt,
      @Nullable Instant nextDueAt) {
    ServiceRequest.Report report =
        new ServiceRequest.Report(
            new AssetId(asset), new SiteId("S-1"), "12楼 \t东侧\n机房", new FaultKind("空调"),
            Impact.SITE, Urgency.HIGH, "不制冷; it's \"warm\" 𠮷", List.of("photo-1", "图 2"),
            contract, contract == null ? null : new TenantId("T-1"));
    return new ServiceRequest(
        lessor, new RequestId(id), report, openedAt,
        new ServiceRequest.Standing(RequestState.RECEIVED, Priority.P1, null), nextDueAt, 0);
  }

  /** The first entry of a request. */
  public static RequestEntry opened() {
    return RequestEntry.now(new RequestEvent.Opened(Priority.P1), Actor.DESK, Samples.NOW);
  }

  /** Something that happened at an instant and was learnt a second later. */
  public static RequestEntry entry(RequestEvent event, Instant at) {
    return RequestEntry.learnt(event, at, new Actor.Technician(ANN), at.plusSeconds(1));
  }

  /** One event of every kind. */
  public static List<RequestEvent> everyKind() {
    CheckIn checkIn =
        new CheckIn(
            new GeoPoint(31.233512345678, -121.505512345678), 12.5, Samples.MICROS, Samples.NOW,
            Samples.MICROS, true);
    return List.of(
        new RequestEvent.Opened(Priority.P4),
        new RequestEvent.PolicySet(new PolicyId("金牌")),
        new RequestEvent.Prioritised(Priority.P2, "机房\t重要\n"),
        new RequestEvent.Accepted(),
        new RequestEvent.Offered(ANN, Samples.MICROS, "ann 3 min = travel 3"),
        new RequestEvent.Refused(ANN, ""),
        new RequestEvent.Unanswered(ANN),
        new RequestEvent.Preempted(ANN, new RequestId("R-9")),
        new RequestEvent.Dispatched(ANN),
        new RequestEvent.CheckedIn(
            ANN, checkIn, Set.of(CheckInFlag.TOO_FAR, CheckInFlag.SIMULATED)),
        new RequestEvent.Arrived(ANN, "租户看见了"),
        new RequestEvent.Paused(new PauseReason("WAITING_PARTS")),
        new RequestEvent.Resumed(null),
        new RequestEvent.Resumed(new PauseReason("WAITING_PARTS")),
        new RequestEvent.Waited(new PauseReason("WAITING_TENANT"), Samples.NOW.plusSeconds(999_999)),
        new RequestEvent.Resolved(ANN, new Evidence("加注冷媒", List.of("photo-3", "图 4"))),
        new RequestEvent.Reopened("still warm"),
        new RequestEvent.Verified(),
        new RequestEvent.Rated(5, "谢谢"),
        new RequestEvent.Breached(TargetId.RESOLVE, Samples.MICROS),
        new RequestEvent.Escalated(
            TargetId.RESOLVE, "80%", Samples.MICROS,
            List.of(
                new OnCallRoster.Reached(ANN, 0),
                new OnCallRoster.Reached(new StaffId("主管"), 2))),
        new RequestEvent.Merged(new RequestId("R-8")),
        new RequestEvent.Cancelled("sold"));
  }

  /** A technician who mends cooling in Pudong. */
  public static Technician technician(LessorId lessor, String id) {
    return new Technician(
        lessor, new StaffId(id), "安师傅", Set.of(new Skill("COLD"), new Skill("电工")),
        Set.of(new Area("浦东")), "day", 2, new GeoPoint(31.2, 121.5));
  }

  /** Where a technician was. */
  public static Sighting sighting(String technician, Instant at, double latitude) {
    return new Sighting(new StaffId(technician), new GeoPoint(latitude, 121.5), 12.5, at);
  }

  /** A site whose position is known. */
  public static Site site(LessorId lessor, String id, String name) {
    return new Site(
        lessor, new SiteId(id), name, new Area("浦东"), new GeoPoint(31.2335, 121.5055), 100.5);
  }

  /** A duty that lasts an hour. */
  public static Duty duty(int level, String staff, Instant from) {
    return new Duty(Samples.LESSOR, level, new StaffId(staff), from, from.plusSeconds(3600));
  }

  /** An open task about a request. */
  public static DutyTask task(String id, String request, Instant openedAt) {
    return new DutyTask(
        Samples.LESSOR, new DutyTaskId(id), new RequestId(request), DutyTask.Kind.ESCALATION,
        "resolve 80%", Channel.CALL, new StaffId("主管"), 2, openedAt, null);
  }
}
