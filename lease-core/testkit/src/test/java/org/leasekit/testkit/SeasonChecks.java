package org.leasekit.testkit;

import static org.leasekit.testkit.SeasonFault.check;
import static org.leasekit.testkit.SeasonFault.known;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leasekit.application.DueReport;
import org.leasekit.application.Outreach;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.party.Contact;
import org.leasekit.party.Person;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;
import org.leasekit.testkit.SeasonFault.Clause;
import org.leasekit.testkit.SeasonWorld.Sent;

/** Looks at what one deed has left in the records and at the gateway. */
final class SeasonChecks {
  private final SeasonWorld world;
  private final SeasonCaseChecks cases;
  private final Map<String, String> keys = new HashMap<>();
  private final Set<String> arrived = new HashSet<>();
  private final Map<Person, List<Sent>> messages = new HashMap<>();
  private final Map<String, Set<String>> dead = new HashMap<>();
  private Records before = new Records(Map.of(), Set.of(), Set.of(), Set.of(), 0, Set.of());
  private int calls;

  SeasonChecks(SeasonWorld world) {
    this.world = world;
    this.cases = new SeasonCaseChecks(world);
  }

  /** What was there before a deed. */
  private record Records(
      Map<CaseId, RenewalCase> cases, Set<Touch> touches, Set<StageDecision> fired, Set<String> tasks, int sent, Set<CaseId> silent) {}

  void before() {
    before =
        new Records(
            world.cases().stream().collect(Collectors.toMap(RenewalCase::id, each -> each)),
            Set.copyOf(touches()), Set.copyOf(fired()),
            tasks().stream().map(task -> task.id().value()).collect(Collectors.toSet()), world.sent.size(),
            Set.copyOf(world.silent.keySet()));
    calls = 0;
  }

  /** Somebody was called or visited because of a task. */
  void called(StewardTask task) {
    check(!world.isSilent(task.renewalCase()), Clause.SILENT, "called", task);
    calls++;
  }

  void after() {
    List<Sent> sent = world.sent.subList(before.sent(), world.sent.size());
    List<Touch> touches = touches().stream().filter(each -> !before.touches().contains(each)).toList();
    List<StageDecision> fired = fired().stream().filter(each -> !before.fired().contains(each)).toList();
    recorded(sent, touches.stream().filter(each -> each.channel().isDigital()).toList());
    check(touches.stream().filter(each -> !each.channel().isDigital()).count() == calls, Clause.RECORDED, "calls", touches);
    once(sent, touches);
    quiet(sent, fired);
    silent(touches, fired);
    welcome(touches);
    fired.forEach(each -> cases.fired(each, fired()));
    for (Touch touch : touches) {
      boolean asked =
          fired().stream()
              .filter(each -> each.renewalCase().equals(touch.renewalCase()))
              .anyMatch(each -> each.fired().stage().equals(touch.stage()) && !each.fired().at().isAfter(touch.at()));
      check(asked, Clause.IN_TIME, "touch before its stage", touch);
    }
  }

  /** Each message of one notice has its touch; what is left over belongs to digests, of two or more. */
  private void recorded(List<Sent> sent, List<Touch> touches) {
    List<Touch> left = new ArrayList<>(touches);
    Map<String, Integer> digests = new HashMap<>();
    for (Sent one : sent) {
      if (one.message().idempotencyKey().startsWith("digest:")) {
        digests.merge(place(one), 1, Integer::sum);
        List<Touch> about = left.stream().filter(touch -> place(touch).equals(place(one))).toList();
        check(about.size() > 1, Clause.RECORDED, "digest without touches", one);
        count(one, about.get(0));
        continue;
      }
      Touch touch =
          known(
              left.stream().filter(each -> key(each).equals(one.message().idempotencyKey())).findFirst().orElse(null),
              Clause.RECORDED, "sent without touch", one, touches);
      check(place(touch).equals(place(one)), Clause.RECORDED, "sent with another touch", one, touches);
      left.remove(touch);
      count(one, touch);
    }
    for (Touch touch : left) {
      check(digests.containsKey(place(touch)), Clause.RECORDED, "touch without message", touch, sent);
    }
    digests.forEach(
        (place, many) -> {
          long about = left.stream().filter(touch -> place(touch).equals(place)).count();
          check(about >= 2L * many, Clause.RECORDED, "digests without touches", place);
        });
  }

  private static String place(Sent sent) {
    Contact to = sent.message().contact();
    Delivery delivery = sent.delivery();
    Touch.Result result =
        delivery == null
            ? Touch.Result.TIMEOUT
            : switch (delivery) {
              case DELIVERED -> Touch.Result.DELIVERED;
              case DEAD_CONTACT -> Touch.Result.DEAD;
              case FAILED -> Touch.Result.FAILED;
              case TIMED_OUT -> Touch.Result.TIMEOUT;
              case NOT_ASKED -> throw new IllegalStateException("nobody was asked");
            };
    return sent.at() + " " + to.channel() + " " + to.address() + " " + to.owner() + " " + result;
  }

  private static String place(Touch touch) {
    return touch.at() + " " + touch.channel() + " " + touch.recipient() + " " + touch.owner() + " " + touch.result();
  }

  private static String key(Touch touch) {
    Contact to = new Contact(touch.channel(), touch.recipient(), touch.owner());
    return NoticeId.of(touch.renewalCase(), touch.stage(), to).value();
  }

  private void count(Sent sent, Touch touch) {
    Outreach.Cap cap = world.profile.outreach().cap();
    if (cap == null || !sent.mayHaveArrived()) {
      return;
    }
    List<Sent> his = messages.computeIfAbsent(person(touch), who -> new ArrayList<>());
    his.add(sent);
    Instant since = sent.at().minus(cap.per());
    long many =
        his.stream().filter(one -> one.at().isAfter(since)).map(one -> one.message().idempotencyKey()).distinct().count();
    check(many <= cap.messages(), Clause.CAPPED, sent, his, cap);
  }

  private Person person(Touch touch) {
    return contract(touch).person(touch.owner());
  }

  private Contract contract(Touch touch) {
    return world.stores.contracts().find(SeasonWorld.LESSOR, touch.contract()).orElseThrow();
  }

  private void once(List<Sent> sent, List<Touch> touches) {
    for (Sent one : sent) {
      String key = one.message().idempotencyKey();
      String means = one.message().contact() + (key.startsWith("digest:") ? one.message().text() : "");
      check(means.equals(keys.computeIfAbsent(key, first -> means)), Clause.ONCE, "one key for two things", one);
      if (one.delivery() == Delivery.DELIVERED) {
        check(arrived.add(key), Clause.ONCE, "sent twice", one);
      }
    }
    for (Touch touch : touches) {
      if (touch.result() == Touch.Result.DELIVERED) {
        // each stage of these policies writes once
        check(arrived.add(touch.renewalCase() + " " + touch.stage()), Clause.ONCE, "stage twice", touch);
      }
    }
  }

  private void quiet(List<Sent> sent, List<StageDecision> fired) {
    EscalationPolicy policy = world.times().governing(world.now());
    boolean quiet = SeasonTimes.isQuiet(policy, world.now());
    check(!quiet || sent.isEmpty() && fired.isEmpty(), Clause.QUIET, world.now(), sent, fired);
  }

  private void silent(List<Touch> touches, List<StageDecision> fired) {
    touches.forEach(touch -> speaks(touch.renewalCase(), touch));
    fired.forEach(each -> speaks(each.renewalCase(), each));
    for (StewardTask task : tasks()) {
      if (!before.tasks().contains(task.id().value()) && task.kind().isReminder()) {
        speaks(task.renewalCase(), task);
      }
      boolean settled = world.isSilent(task.renewalCase()) && task.kind().isReminder();
      check(!settled || !task.isOpen(), Clause.SILENT, "task outlives silence", task);
    }
  }

  private void speaks(CaseId id, Object what) {
    RenewalCase after = world.stores.cases().find(SeasonWorld.LESSOR, id).orElseThrow();
    RenewalCase was = before.cases().getOrDefault(id, after);
    check(!before.silent().contains(id), Clause.SILENT, "after silence", what);
    check(!was.state().isClosed() || !after.state().isClosed(), Clause.SILENT, "of a closed case", what, was);
    check(
        was.state() != CaseState.PROPOSED || after.state() != CaseState.PROPOSED, Clause.SILENT, "unapproved", what);
    Instant over = world.profile.startOf(after.expiry().plusDays(1));
    check(world.now().isBefore(over), Clause.SILENT, "after the term", what);
  }

  private void welcome(List<Touch> touches) {
    for (Touch touch : touches) {
      if (!touch.channel().isDigital()) {
        continue;
      }
      Contact to = new Contact(touch.channel(), touch.recipient(), touch.owner());
      check(!world.wishes(person(touch)).forbids(to), Clause.WELCOME, "opted out", touch);
      check(contract(touch).contacts().contains(to), Clause.WELCOME, "given up", touch);
      Set<String> known = dead.computeIfAbsent(touch.contract().value(), no -> new HashSet<>());
      check(!known.contains(SeasonWorld.address(to)), Clause.WELCOME, "dead", touch);
      if (touch.result() == Touch.Result.DEAD) {
        known.add(SeasonWorld.address(to));
      }
    }
  }

  /** Only what cannot be sent is set aside, and only while it cannot. */
  void setAside(List<DueReport.SetAside> all) {
    boolean broken =
        world.outage || !world.down.isEmpty() || !world.nodes.get(0).withoutLink.isEmpty();
    check(
        all.stream().allMatch(each -> broken && each.sweep().equals("notices")), Clause.AWAKE, "set aside", all);
  }

  void afterSweep() {
    cases.afterSweep(fired());
  }

  void afterDispatch() {
    cases.afterDispatch(fired(), tasks());
  }

  void atTheEnd() {
    cases.atTheEnd(fired(), tasks());
  }

  private List<Touch> touches() {
    return world.nodes.get(0).touches();
  }

  private List<StewardTask> tasks() {
    return world.nodes.get(0).tasks();
  }

  private List<StageDecision> fired() {
    List<StageDecision> fired = new ArrayList<>();
    world.stores.records().stages(SeasonWorld.LESSOR, fired::add);
    return fired;
  }
}
