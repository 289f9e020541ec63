package org.leasekit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.Random;
import org.leasekit.application.AmendContract;
import org.leasekit.application.DueReport;
import org.leasekit.application.RecordCall;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Absence;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** Turns numbers into what happens in a season; each looks at what it brought about. */
final class SeasonSteps {
  private static final StaffId DEPUTY = new StaffId("steward-b");

  private final SeasonWorld world;
  private final SeasonChecks checks;
  private int accepted;
  private int ids;

  SeasonSteps(SeasonWorld world) {
    this.world = world;
    this.checks = new SeasonChecks(world);
  }

  /** Plays a season up to its end, at which whatever is late is made up for. */
  static SeasonSteps play(SeasonWorld world, List<Integer> steps) {
    SeasonSteps player = new SeasonSteps(world);
    steps.forEach(player::step);
    player.finish();
    return player;
  }

  int accepted() {
    return accepted;
  }

  private void step(int number) {
    SeasonDraw draw = new SeasonDraw(new Random(number).nextLong());
    if (draw.oneIn(2)) {
      event(draw);
    }
    advance(draw);
    if (!draw.oneIn(8)) {
      work(draw);
    }
  }

  private void advance(SeasonDraw draw) {
    Instant wake = world.nextWake();
    switch (draw.below(10)) {
      case 0, 1, 2, 3, 4 -> world.goTo(wake);
      case 5 -> world.goTo(wake.plus(Duration.ofMinutes(draw.below(3 * 24 * 60))));
      case 6 -> world.advance(Duration.ofMinutes(1 + draw.below(90)));
      case 7 -> world.advance(Duration.ofMinutes(1 + draw.below(30 * 60)));
      case 8 -> world.advance(Duration.ofMinutes(1 + draw.below(6 * 24 * 60)));
      default -> world.advance(Duration.ofHours(draw.oneIn(3) ? draw.below(25 * 24) : 1));
    }
  }

  /** One node or both do what is due, or one of them a part of it. */
  private void work(SeasonDraw draw) {
    switch (draw.below(8)) {
      case 0 -> {
        look(() -> world.nodes.get(0).kit.sweep().runDue());
        checks.afterSweep();
      }
      case 1 -> look(() -> world.nodes.get(1).kit.notices().dispatchDue());
      case 2 -> {
        run(1);
        run(0);
      }
      default -> run(draw.below(2));
    }
  }

  private void run(int node) {
    look(
        () -> {
          DueReport report = world.nodes.get(node).kit.runDue();
          checks.setAside(report.setAside());
        });
    checks.afterSweep();
    checks.afterDispatch();
  }

  private void look(Runnable deed) {
    checks.before();
    deed.run();
    checks.after();
  }

  private void finish() {
    for (int i = 0; i < 400 && world.now().isBefore(world.over()); i++) {
      world.goTo(world.nextWake());
      run(i % 2);
    }
    // the last step may have gone beyond the end and sent nothing
    run(0);
    checks.atTheEnd();
  }

  private void event(SeasonDraw draw) {
    switch (draw.below(16)) {
      case 0, 1, 2, 3 -> tenantActs(draw);
      case 4, 5 -> amend(draw);
      case 6, 7 -> wish(draw);
      case 8, 9, 10 -> gateway(draw);
      case 11, 12 -> task(draw);
      case 13 -> absence(draw);
      case 14 -> links(draw);
      default -> policy(draw);
    }
  }

  private void tenantActs(SeasonDraw draw) {
    List<RenewalCase> cases = world.cases();
    if (cases.isEmpty()) {
      return;
    }
    RenewalCase renewal = draw.oneOf(cases);
    String no = renewal.contract().value();
    RenewalTown node = world.nodes.get(draw.below(2));
    // a case that is not the current one's end any more is closed; the town knows the current one
    if (!node.caseOf(no).equals(renewal.id())) {
      return;
    }
    look(
        () -> {
          boolean done =
              switch (draw.below(7)) {
                case 0, 1 -> node.accept(no).isAccepted();
                case 2 -> silenced(node.sign(no, "S-" + ids++).isAccepted(), renewal);
                case 3 -> silenced(node.decline(no).isAccepted(), renewal);
                case 4 -> pay(node, renewal, 100);
                default -> pay(node, renewal, 10 + draw.below(60));
              };
          accepted += done ? 1 : 0;
        });
  }

  private boolean silenced(boolean done, RenewalCase renewal) {
    if (done) {
      world.silence(renewal.id());
    }
    return done;
  }

  private boolean pay(RenewalTown node, RenewalCase renewal, int percent) {
    long price = MinorUnits.of(renewal.offer().firstPayment());
    long amount = Math.max(1, price * percent / 100);
    boolean counts = !renewal.state().isClosed() && world.now().isBefore(renewal.lapsesAt());
    boolean done =
        node.payRenewal(
                renewal.contract().value(), "P-" + ids++, MinorUnits.plain(MinorUnits.amount(amount, "CNY")))
            .isAccepted();
    if (done && counts && world.paid.merge(renewal.id(), amount, Long::sum) >= price) {
      world.silence(renewal.id());
    }
    return done;
  }

  private void amend(SeasonDraw draw) {
    List<Contract> running = world.running();
    if (running.isEmpty()) {
      return;
    }
    Contract contract = draw.oneOf(running);
    String no = contract.no().value();
    LocalDate today = world.profile.day(world.now());
    AmendContract.Basis basis = new AmendContract.Basis(no, today, "steward", "asked for", "mail");
    LocalDate later = today.plusDays(draw.below(40));
    int tenant = Character.digit(contract.tenant().value().charAt(7), 10);
    look(
        () -> {
          RenewalTown node = world.nodes.get(draw.below(2));
          boolean done =
              switch (draw.below(6)) {
                case 0, 1 ->
                    amended(node, new AmendContract.Extension(basis, contract.term().endExclusive().plusDays(1 + draw.below(40))));
                case 2 ->
                    amended(
                        node,
                        new AmendContract.EarlyTermination(
                            new AmendContract.Basis(no, later, "tenant", "leaves", "mail"), today, SubsAtEnd.REFUSE));
                case 3 ->
                    node.kit
                        .amendments()
                        .withdraw(new WithdrawAmendment(no, 1 + draw.below(3), "steward", "a mistake", "mail"))
                        .isAccepted();
                default -> amended(node, new AmendContract.ContactChange(basis, contacts(draw, tenant)));
              };
          accepted += done ? 1 : 0;
          Contract after = world.stores.contracts().find(SeasonWorld.LESSOR, contract.no()).orElseThrow();
          if (!after.term().equals(contract.term()) || !after.endsOn().equals(contract.endsOn())) {
            world.known.put(contract.no(), world.now());
          }
        });
  }

  /** The tenant's own; a user's are changed by another amendment. */
  private static List<Contact> contacts(SeasonDraw draw, int tenant) {
    return draw.contacts(tenant).stream().filter(each -> each.owner() == PartyRole.TENANT).toList();
  }

  private static boolean amended(RenewalTown node, AmendContract command) {
    return node.kit.amendments().amend(command).isAccepted();
  }

  private void wish(SeasonDraw draw) {
    Person person = Person.of(new TenantId("tenant-" + draw.below(3)));
    Set<Channel> out =
        switch (draw.below(4)) {
          case 0 -> Set.of(Channel.SMS);
          case 1 -> Set.of(Channel.WECOM);
          case 2 -> Set.of(Channel.SMS, Channel.WECOM);
          default -> Set.of();
        };
    Set<String> tags = draw.oneIn(2) ? Set.of("vip") : Set.of();
    look(() -> world.wish(new Wishes(SeasonWorld.LESSOR, person, out, Set.of(), false, draw.oneIn(3), null, tags)));
    accepted++;
  }

  private void gateway(SeasonDraw draw) {
    int tenant = draw.below(3);
    String address = draw.oneOf(draw.contacts(tenant)).address();
    world.down.clear();
    world.outage = draw.oneIn(8);
    world.resting = draw.oneIn(8);
    world.nodes.forEach(node -> node.rest = Duration.ofMinutes(draw.below(300)));
    switch (draw.below(6)) {
      case 0 -> world.answers.put(address, Delivery.DEAD_CONTACT);
      case 1 -> world.answers.put(address, Delivery.TIMED_OUT);
      case 2 -> world.answers.put(address, Delivery.FAILED);
      case 3 -> world.down.add(address);
      case 4 -> world.answers.clear();
      default -> world.answers.remove(address);
    }
  }

  private void links(SeasonDraw draw) {
    List<RenewalCase> cases = world.cases();
    boolean broken = draw.oneIn(2);
    for (RenewalTown node : world.nodes) {
      node.withoutLink.clear();
      if (broken && !cases.isEmpty()) {
        node.withoutLink.add(cases.get(cases.size() - 1).id());
      }
    }
  }

  private void task(SeasonDraw draw) {
    List<StewardTask> open = world.nodes.get(0).kit.tasks().open();
    if (open.isEmpty()) {
      return;
    }
    StewardTask task = draw.oneOf(open);
    RenewalTown node = world.nodes.get(draw.below(2));
    look(
        () -> {
          boolean done =
              switch (draw.below(5)) {
                case 0 -> node.kit.tasks().accept(task.id()).isAccepted();
                case 1 ->
                    node.kit
                        .tasks()
                        .snooze(task.id(), world.now().plus(Duration.ofHours(1 + draw.below(80))))
                        .isAccepted();
                case 2 -> node.kit.tasks().done(task.id()).isAccepted();
                default -> called(node, task, draw);
              };
          accepted += done ? 1 : 0;
        });
  }

  private boolean called(RenewalTown node, StewardTask task, SeasonDraw draw) {
    Touch.Result result =
        draw.oneOf(List.of(Touch.Result.ANSWERED, Touch.Result.NO_ANSWER, Touch.Result.DEAD));
    boolean done = node.kit.tasks().recordCall(new RecordCall(task.id().value(), result)).isAccepted();
    if (done) {
      checks.called(task);
    }
    return done;
  }

  private void absence(SeasonDraw draw) {
    Instant from = world.now().plus(Duration.ofHours(draw.below(48)));
    world.stores
        .absences()
        .putAll(
            List.of(
                new Absence(
                    SeasonWorld.LESSOR, RenewalTown.STEWARD, from, from.plus(Duration.ofHours(1 + draw.below(200))),
                    draw.oneIn(2) ? DEPUTY : null)));
    accepted++;
  }

  /** A new version, from now on or from some day on, by which all that is open is planned anew. */
  private void policy(SeasonDraw draw) {
    PolicyVersions versions = world.profile.renewalPolicies();
    PolicyVersions.Activated last = versions.versions().get(versions.versions().size() - 1);
    Instant from = world.now().plus(Duration.ofHours(draw.oneIn(2) ? 0 : draw.below(24 * 15)));
    if (!from.isAfter(last.from()) || last.policy().version() > 3) {
      return;
    }
    EscalationPolicy next = draw.policy(last.policy().version() + 1, world.profile.zone());
    world.start(world.profile.withRenewalPolicies(versions.then(next, from)));
    look(() -> world.nodes.get(0).kit.sweep().replan());
    accepted++;
  }

  static boolean isOpen(RenewalCase renewal) {
    return !renewal.state().isClosed() && renewal.state() != CaseState.PROPOSED;
  }
}
