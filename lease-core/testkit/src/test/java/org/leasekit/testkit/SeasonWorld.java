package org.leasekit.testkit;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.LessorProfile;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractStatus;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalCase;

/**
 * A lessor's season on two nodes that share their stores, with all that the test itself knows of it: what the gateway was
 * asked to send and answered, who has fallen silent when, who wants what.
 */
final class SeasonWorld {
  static final LessorId LESSOR = RenewalTown.LESSOR;

  /** A message as the gateway saw it; null when the gateway broke down. */
  record Sent(Message message, Instant at, @Nullable Delivery delivery) {
    boolean mayHaveArrived() {
      return delivery == null || delivery == Delivery.DELIVERED || delivery == Delivery.TIMED_OUT;
    }
  }

  /** What is wrong with a season on purpose; nothing, usually. */
  record Damage(UnaryOperator<Stores> stores, UnaryOperator<LessorProfile> profile) {
    static final Damage NONE = new Damage(right -> right, right -> right);
  }

  final Stores stores;
  final SeasonDraw draw;
  final List<Sent> sent = new ArrayList<>();
  final Map<String, Delivery> answers = new HashMap<>();
  final Set<String> down = new HashSet<>();
  final Map<CaseId, Instant> silent = new HashMap<>();
  final Map<CaseId, Long> paid = new HashMap<>();
  final Map<Person, Wishes> wishes = new HashMap<>();
  final LocalDate end;
  LessorProfile profile;
  boolean outage;
  boolean resting;
  List<RenewalTown> nodes = List.of();
  private final Stores damaged;
  private final Damage damage;
  private final Validator validator;
  private Instant now;

  SeasonWorld(Stores stores, Validator validator, long seed, Damage damage) {
    this.stores = stores;
    this.damaged = damage.stores().apply(stores);
    this.damage = damage;
    this.validator = validator;
    this.draw = new SeasonDraw(seed);
    this.profile = draw.profile();
    this.end = draw.end();
    this.now = profile.startOf(end.minusDays(75));
    start(profile);
    int leases = 2 + draw.below(4);
    for (int i = 0; i < leases; i++) {
      nodes.get(0).let("L" + i, draw.lease(end));
    }
  }

  /** Both nodes begin anew, by a profile. */
  void start(LessorProfile next) {
    profile = next;
    LessorProfile told = damage.profile().apply(next);
    List<RenewalTown> started = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      RenewalTown node = new RenewalTown(damaged, validator, "2023-01-01", told);
      node.answer = this::send;
      if (!nodes.isEmpty()) {
        node.withoutLink.addAll(nodes.get(0).withoutLink);
      }
      started.add(node);
    }
    nodes = List.copyOf(started);
    goTo(now);
  }

  private Delivery send(Message message) {
    boolean broken = outage || down.contains(message.contact().address());
    Delivery answer = answers.getOrDefault(message.contact().address(), Delivery.DELIVERED);
    if (resting) {
      return Delivery.NOT_ASKED;
    }
    sent.add(new Sent(message, now, broken ? null : answer));
    if (broken) {
      throw new IllegalStateException("the line is down");
    }
    return answer;
  }

  Instant now() {
    return now;
  }

  void goTo(Instant next) {
    now = next;
    nodes.forEach(node -> node.clock.set(next));
  }

  void advance(Duration by) {
    goTo(now.plus(by));
  }

  SeasonTimes times() {
    return new SeasonTimes(profile.calendar(), profile.renewalPolicies());
  }

  List<RenewalCase> cases() {
    List<RenewalCase> cases = new ArrayList<>();
    stores.records().cases(LESSOR, cases::add);
    return cases;
  }

  List<Contract> contracts() {
    List<Contract> contracts = new ArrayList<>();
    stores.records().contracts(LESSOR, contracts::add);
    return contracts;
  }

  boolean isSilent(CaseId id) {
    return silent.containsKey(id);
  }

  void silence(CaseId id) {
    silent.putIfAbsent(id, now);
  }

  Wishes wishes(Person person) {
    return wishes.getOrDefault(person, Wishes.none(LESSOR, person));
  }

  void wish(Wishes wanted) {
    wishes.put(wanted.person(), wanted);
    stores.wishes().put(wanted);
  }

  /** Contracts of the season that still run; not those that continue them. */
  List<Contract> running() {
    return contracts().stream()
        .filter(each -> each.status() == ContractStatus.ACTIVE)
        .filter(each -> each.term().lastDay().isBefore(end.plusDays(200)))
        .toList();
  }

  /** The next instant at which there is something to do, after now. */
  Instant nextWake() {
    List<Instant> wakes = new ArrayList<>();
    for (RenewalCase renewal : cases()) {
      addLater(wakes, renewal.nextDueAt());
      for (Notice notice : stores.outbox().ofCase(LESSOR, renewal.id())) {
        addLater(wakes, notice.nextAttemptAt());
      }
    }
    for (Contract contract : running()) {
      addLater(wakes, times().opens(contract.term().lastDay(), now));
      addLater(wakes, profile.startOf(contract.term().endExclusive()));
    }
    Instant latest = now.plus(Duration.ofDays(12));
    return wakes.stream().filter(wake -> wake.isBefore(latest)).min(Instant::compareTo).orElse(latest);
  }

  private void addLater(List<Instant> wakes, @Nullable Instant at) {
    if (at != null && at.isAfter(now)) {
      wakes.add(at);
    }
  }

  /** When the last of the leases is over. */
  Instant over() {
    LocalDate last =
        running().stream().map(each -> each.term().lastDay()).max(LocalDate::compareTo).orElse(end);
    return profile.startOf(last.plusDays(2));
  }

  static String address(Contact contact) {
    return contact.channel() + ":" + contact.address();
  }
}
