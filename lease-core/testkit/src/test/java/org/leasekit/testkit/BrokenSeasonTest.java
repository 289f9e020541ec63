package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.application.LessorProfile;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.memory.MemoryStores;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.party.Wishes;
import org.leasekit.port.Outbox;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.Stores;
import org.leasekit.port.Tasks;
import org.leasekit.port.WishList;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;
import org.leasekit.testkit.SeasonFault.Clause;
import org.leasekit.testkit.SeasonWorld.Damage;

/** Plays seasons in which one part is broken: checks that never fail prove nothing. */
class BrokenSeasonTest {
  private static final int SEASONS = 25;

  /** A part that is broken, and the promise it breaks. */
  record BrokenPart(String name, Damage damage, Clause clause) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<BrokenPart> broken() {
    return List.of(
        part("keeps what was delivered in the outbox", Outbox.class, NeverDone::new, Clause.ONCE),
        by("fires two hours early", policy -> at(policy, -2), Clause.IN_TIME),
        by("knows no quiet hours", policy -> policy.withQuiet(null), Clause.QUIET),
        part("reads cases as if nobody had paid or signed", RenewalCases.class, Deaf::new, Clause.SILENT),
        part("lets cases sleep for ever", RenewalCases.class, Asleep::new, Clause.AWAKE),
        part("records other facts than it decided by", RenewalCases.class, Forgetful::new, Clause.REPLAY),
        part("loses tasks", Tasks.class, Lazy::new, Clause.MISSED),
        part("loses touches", RenewalCases.class, Silent::new, Clause.RECORDED),
        part("records touches twice", RenewalCases.class, Twice::new, Clause.RECORDED),
        part("forgets what was sent to whom", Outbox.class, Uncounted::new, Clause.CAPPED),
        part("forgets what people asked for", WishList.class, Deafened::new, Clause.WELCOME));
  }

  private static <P> BrokenPart part(String name, Class<P> port, Function<P, Object> wrong, Clause clause) {
    return new BrokenPart(
        name, new Damage(right -> Wrong.methods(right, port, wrong), profile -> profile), clause);
  }

  /** The library is told another policy than the season looks for. */
  private static BrokenPart by(String name, UnaryOperator<EscalationPolicy> wrong, Clause clause) {
    return new BrokenPart(name, new Damage(right -> right, profile -> with(profile, wrong)), clause);
  }

  private static LessorProfile with(LessorProfile profile, UnaryOperator<EscalationPolicy> wrong) {
    List<PolicyVersions.Activated> all = new ArrayList<>();
    for (PolicyVersions.Activated each : profile.renewalPolicies().versions()) {
      all.add(new PolicyVersions.Activated(wrong.apply(each.policy()), each.from()));
    }
    return profile.withRenewalPolicies(new PolicyVersions(all));
  }

  private static EscalationPolicy at(EscalationPolicy policy, int hours) {
    return new EscalationPolicy(
        policy.id(), policy.version(), policy.at().plusHours(hours), policy.zone(), policy.roll(), policy.quiet(),
        policy.catchUp(), policy.stages());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void findsThePromiseThatIsBroken(BrokenPart broken) {
    Set<Clause> found = EnumSet.noneOf(Clause.class);
    Random random = new Random(1);
    for (int i = 0; i < SEASONS && !found.contains(broken.clause()); i++) {
      Stores stores = new MemoryStores();
      try {
        SeasonWorld world = new SeasonWorld(stores, MemoryJourneyTest.VALIDATOR, i, broken.damage());
        SeasonSteps.play(world, random.ints(30, 0, Integer.MAX_VALUE).boxed().toList());
      } catch (SeasonFault fault) {
        found.add(fault.clause());
      }
    }
    assertThat(found).contains(broken.clause());
  }

  @Test
  void everyPromiseIsBrokenBySomePart() {
    assertThat(broken().stream().map(BrokenPart::clause)).contains(Clause.values());
  }

  private record NeverDone(Outbox right) {
    void update(Notice notice) {
      right.update(
          notice.state() == Notice.State.DELIVERED && notice.attempts() == 1
              ? notice.retryAt(notice.expiresAt().minusSeconds(1), notice.attempts())
              : notice);
    }
  }

  private record Deaf(RenewalCases right) {
    Optional<RenewalCase> lock(LessorId lessor, CaseId id) {
      return right.lock(lessor, id).map(BrokenSeasonTest::unheard);
    }

    List<RenewalCase> claimDue(LessorId lessor, Instant now, int limit) {
      return right.claimDue(lessor, now, limit).stream().map(BrokenSeasonTest::unheard).toList();
    }
  }

  private static RenewalCase unheard(RenewalCase real) {
    return real.state().isClosed()
        ? real
        : new RenewalCase(
            real.lessor(), real.id(), real.contract(), real.expiry(), real.lapsesAt(), real.policy(),
            real.policyVersion(), real.offer(), CaseState.NOTIFIED, real.openedAt(), RenewalCase.Progress.NONE, null,
            real.nextDueAt(), real.version(), real.failedAt(), real.enteredAt());
  }

  private record Asleep(RenewalCases right) {
    void update(RenewalCase renewal) {
      right.update(renewal.state().isClosed() ? renewal : renewal.wakeAt(renewal.lapsesAt()));
    }
  }

  private record Forgetful(RenewalCases right) {
    boolean addFired(LessorId lessor, CaseId id, Fired fired) {
      return right.addFired(
          lessor, id,
          new Fired(
              fired.stage(), fired.plannedFor(), fired.at(), fired.movedBy(), fired.policyVersion(), fired.actions(),
              Facts.UNKNOWN));
    }
  }

  private record Lazy(Tasks right) {
    void add(StewardTask task) {}
  }

  private record Silent(RenewalCases right) {
    void addTouch(Touch touch) {}
  }

  private record Twice(RenewalCases right) {
    void addTouch(Touch touch) {
      right.addTouch(touch);
      right.addTouch(touch);
    }
  }

  private record Uncounted(Outbox right) {
    List<Outbox.Sent> sentSince(LessorId lessor, Person person, Instant since) {
      return List.of();
    }
  }

  private record Deafened(WishList right) {
    Map<Person, Wishes> findAll(LessorId lessor, Collection<Person> people) {
      return Map.of();
    }
  }
}
