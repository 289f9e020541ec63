package org.leasekit.testkit;

import jakarta.validation.Validator;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.leasekit.LeaseKit;
import org.leasekit.application.AnswerOffer;
import org.leasekit.application.CheckInOnSite;
import org.leasekit.application.CompleteWork;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.ReportFault;
import org.leasekit.application.ServiceDeskProfile;
import org.leasekit.application.ServiceDeskService;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;
import org.leasekit.escalation.TargetPolicy;
import org.leasekit.memory.SettableClock;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Documents;
import org.leasekit.port.Events;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Stores;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.Area;
import org.leasekit.servicedesk.Duty;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.FaultKind;
import org.leasekit.servicedesk.GeoPoint;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.RoutingPolicy;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.Site;
import org.leasekit.servicedesk.SiteId;
import org.leasekit.servicedesk.Skill;
import org.leasekit.servicedesk.Technician;
import org.leasekit.servicedesk.Urgency;
import org.leasekit.sla.PolicyId;
import org.leasekit.sla.SignalRule;
import org.leasekit.sla.SlaPolicies;
import org.leasekit.sla.SlaPolicy;
import org.leasekit.sla.SlaTerms;
import org.leasekit.sla.TargetId;
import org.leasekit.sla.TargetReading;

/**
 * The service desk of an office tower in Shanghai on given stores, with a clock to set: the stage on which {@link
 * ServiceDeskContract} plays. Monday to Friday from 9 to 12 and from 13 to 18; ann, bob and cid mend air
 * conditioning and start 1, 2 and 3 kilometres from the tower.
 */
final class ServiceTown {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final LessorId LESSOR = new LessorId("town");
  static final StaffId ANN = new StaffId("ann");
  static final StaffId BOB = new StaffId("bob");
  static final StaffId BOSS = new StaffId("boss");
  static final StaffId OWNER = new StaffId("owner");
  static final TenantId TENANT = new TenantId("T-1");
  static final Actor CUSTOMER = new Actor.Customer(TENANT);
  static final Actor SUPERVISOR = new Actor.Supervisor(BOSS);
  static final GeoPoint TOWER = new GeoPoint(31.2335, 121.5055);

  /** A policy that promises to resolve, and nothing else. */
  static final PolicyId RESOLVE_ONLY = new PolicyId("resolve-only");

  private static final double METRES_PER_DEGREE = 111_195;
  private static final SiteId SITE = new SiteId("S-1");
  private static final Area PUDONG = new Area("Pudong");
  private static final Skill COLD = new Skill("COLD");
  private static final FaultKind COOLING = new FaultKind("AIR_CONDITIONING");

  final SettableClock clock;
  final Stores stores;
  final LeaseKit kit;
  final ServiceDeskService desk;

  /** At 09:00 of a day. */
  ServiceTown(Stores stores, Validator validator, String day) {
    this(builder -> builder, stores, validator, new SettableClock(at(day, "09:00")));
  }

  /** On somebody else's time, with documents. */
  ServiceTown(Stores stores, Validator validator, SettableClock clock, Documents documents) {
    this(builder -> builder.documents(documents), stores, validator, clock);
  }

  /** At 09:00 of a day, where somebody hears what happens. */
  ServiceTown(Stores stores, Validator validator, String day, Events listener) {
    this(builder -> builder.events(listener), stores, validator, new SettableClock(at(day, "09:00")));
  }

  /** At 09:00 of a day, with promises and stages of its own. */
  ServiceTown(Stores stores, Validator validator, String day, ServiceDeskProfile desk) {
    this(builder -> builder.serviceDesk(desk), stores, validator, new SettableClock(at(day, "09:00")));
  }

  /** The same, where somebody hears what happens. */
  ServiceTown(Stores stores, Validator validator, String day, ServiceDeskProfile desk, Events listener) {
    this(
        builder -> builder.serviceDesk(desk).events(listener), stores, validator, new SettableClock(at(day, "09:00")));
  }

  private ServiceTown(
      UnaryOperator<LeaseKit.Builder> more, Stores stores, Validator validator, SettableClock clock) {
    this.stores = stores;
    this.clock = clock;
    LeaseKit.Builder builder =
        LeaseKit.builder()
            .profile(
                LessorProfile.standard(
                    LESSOR, SHANGHAI, Locale.SIMPLIFIED_CHINESE, ShippedCalendars.china()))
            .stores(stores)
            .gateway(message -> MessageGateway.Delivery.DELIVERED)
            .links((lessor, renewalCase, expires) -> URI.create("https://town.example/r/1"))
            .validator(validator)
            .clock(clock)
            .serviceDesk(profile());
    this.kit = more.apply(builder).build();
    this.desk = kit.serviceDesk();
    stores
        .serviceDesk()
        .sites()
        .putAll(List.of(new Site(LESSOR, SITE, "Tower", PUDONG, TOWER, 100)));
    stores
        .serviceDesk()
        .staff()
        .putAll(
            List.of(technician("ann", 1000), technician("bob", 2000), technician("cid", 3000)));
  }

  static ServiceDeskProfile profile() {
    WorkingCalendar office = office();
    ServiceDeskProfile standard =
        ServiceDeskProfile.standard(
                LESSOR, SHANGHAI, office, Map.of("day", office, "never", never()), OWNER)
            .withRouting(RoutingPolicy.standard(Map.of(COOLING, Set.of(COLD))));
    SlaPolicy usual = SlaPolicies.serviceDesk(office.name());
    SlaPolicy less =
        new SlaPolicy(
            RESOLVE_ONLY,
            office.name(),
            usual.targets().stream()
                .filter(target -> target.id().equals(TargetId.RESOLVE))
                .toList(),
            usual.signals().stream()
                .filter(rule -> Set.of("OPENED", "RESOLVED", "REOPENED").contains(rule.signal().value()))
                .map(
                    rule ->
                        switch (rule.signal().value()) {
                          case "OPENED" ->
                              SignalRule.on("OPENED")
                                  .opening()
                                  .starting(TargetId.RESOLVE);
                          case "RESOLVED" ->
                              SignalRule.on("RESOLVED").ending(TargetId.RESOLVE);
                          default -> rule;
                        })
                .toList());
    TargetPolicy stages = standard.escalation();
    return standard.withTerms(new SlaTerms(usual, List.of(less), List.of(office)), stages);
  }

  private static WorkingCalendar office() {
    return WorkingHours.in(SHANGHAI)
        .onWeekdays(Shift.of("09:00-12:00"), Shift.of("13:00-18:00"))
        .holidays(ShippedCalendars.china())
        .calendar("office");
  }

  /** A quarter of an hour in the night to Monday. */
  private static WorkingCalendar never() {
    return WorkingHours.in(SHANGHAI)
        .on(DayOfWeek.MONDAY, Shift.of("00:00-00:15"))
        .calendar("never");
  }

  static Technician technician(String id, double metresNorth) {
    return technician(id, metresNorth, "day", 2);
  }

  static Technician technician(String id, double metresNorth, String shift, int capacity) {
    return new Technician(
        LESSOR, new StaffId(id), id, Set.of(COLD), Set.of(PUDONG), shift, capacity,
        north(metresNorth));
  }

  static GeoPoint north(double metres) {
    return new GeoPoint(TOWER.latitude() + metres / METRES_PER_DEGREE, TOWER.longitude());
  }

  static Instant at(String day, String time) {
    return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(SHANGHAI).toInstant();
  }

  /** Sets the clock to a time of its day, without doing what is due. */
  Instant setTime(String time) {
    LocalDate today = clock.instant().atZone(SHANGHAI).toLocalDate();
    clock.set(at(today.toString(), time));
    return clock.instant();
  }

  /** Sets the clock and does all that is due. */
  void goTo(String day, String time) {
    clock.set(at(day, time));
    kit.runDue();
  }

  /** Sets the clock to a time of its day and does all that is due. */
  void goTo(String time) {
    setTime(time);
    kit.runDue();
  }

  /** Lives through every minute up to a time of the day, so that nothing is seen late. */
  void liveTo(String time) {
    LocalDate today = clock.instant().atZone(SHANGHAI).toLocalDate();
    Instant end = at(today.toString(), time);
    while (clock.instant().isBefore(end)) {
      clock.set(clock.instant().plus(Duration.ofMinutes(1)));
      kit.runDue();
    }
  }

  void onDuty(int level, String staff, String day, String from, String until) {
    stores
        .serviceDesk()
        .roster()
        .putAll(
            List.of(new Duty(LESSOR, level, new StaffId(staff), at(day, from), at(day, until))));
  }

  /** A report about an air conditioner. */
  static ReportFault fault(String id, String asset, Impact impact, Urgency urgency) {
    return new ReportFault(
        id, asset, SITE.value(), "12F", COOLING.value(), impact, urgency, "不制冷",
        List.of("photo-1"), null, TENANT.value());
  }

  /** A request of a priority, taken in now; of priority 1 to 4. */
  RequestId reported(String id, int priority) {
    return reported(id, "AC-" + id, priority);
  }

  RequestId reported(String id, String asset, int priority) {
    Impact impact =
        switch (priority) {
          case 1, 2 -> Impact.SITE;
          case 3 -> Impact.SEVERAL;
          default -> Impact.SINGLE;
        };
    Urgency urgency =
        switch (priority) {
          case 1 -> Urgency.HIGH;
          case 2, 3 -> Urgency.MEDIUM;
          default -> Urgency.LOW;
        };
    return desk.report(fault(id, asset, impact, urgency)).orElseThrow().file().request().id();
  }

  /** A request that is taken in and accepted now. */
  RequestId accepted(String id, int priority) {
    RequestId request = reported(id, priority);
    desk.accept(request, SUPERVISOR).orElseThrow();
    return request;
  }

  Outcome<ServiceFile> takes(StaffId technician, RequestId request) {
    return desk.answer(new AnswerOffer(request.value(), technician.value(), true, ""));
  }

  Outcome<ServiceFile> refuses(StaffId technician, RequestId request) {
    return desk.answer(new AnswerOffer(request.value(), technician.value(), false, "busy"));
  }

  /** Checks in so many metres north of the tower, exact to ten metres, with a clock that is right. */
  Outcome<ServiceFile> checksIn(StaffId technician, RequestId request, double metresNorth) {
    return checksIn(technician, request, metresNorth, clock.instant());
  }

  Outcome<ServiceFile> checksIn(
      StaffId technician, RequestId request, double metresNorth, Instant measured) {
    GeoPoint here = north(metresNorth);
    return desk.checkIn(
        new CheckInOnSite(
            request.value(), technician.value(), here.latitude(), here.longitude(), 10, measured,
            clock.instant(), false));
  }

  Outcome<ServiceFile> completes(StaffId technician, RequestId request) {
    return desk.complete(
        new CompleteWork(
            request.value(), technician.value(), "加注冷媒", List.of("photo-2"), null));
  }

  ServiceFile file(RequestId request) {
    return desk.view(request).orElseThrow().file();
  }

  TargetReading reading(RequestId request, TargetId target) {
    return file(request).clock().at(clock.instant(), target).orElseThrow();
  }

  /** Who has a request, or is offered it with a question mark, or nobody. */
  String with(RequestId request) {
    ServiceFile file = file(request);
    return file.history()
        .technician()
        .map(StaffId::value)
        .or(() -> file.history().offer().map(offer -> offer.technician() + "?"))
        .orElse("nobody");
  }

  /** Open tasks as {@code assignee: detail}, without the explanation of a search. */
  List<String> tasks() {
    return desk.openTasks().stream()
        .map(
            task ->
                task.assignee()
                    + ": "
                    + (task.kind() == DutyTask.Kind.ESCALATION ? task.detail() : task.kind()))
        .collect(Collectors.toList());
  }
}
