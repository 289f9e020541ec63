package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.QuietHours;
import org.leasekit.memory.MemoryStores;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;

/** Seasons in which everything goes wrong at random: nobody is missed, nobody is nagged, and every attempt is on record. */
class NoticePropertyTest {
  private static final List<String> NUMBERS = List.of("A", "B", "C", "D", "E");
  private static final List<Contact> CONTACTS =
      List.of(
          new Contact(Channel.SMS, "19900000001"),
          new Contact(Channel.SMS, "19900000002"),
          new Contact(Channel.WECOM, "wm00000001"),
          new Contact(Channel.SMS, "19900000009", PartyRole.OCCUPANT),
          new Contact(Channel.SMS, "19900000001", PartyRole.OCCUPANT));

  /** One call of the gateway. */
  private record Call(Instant at, Message message, Delivery delivery) {}

  /** A season of five leases of two tenants. */
  private static final class Season {
    final Random random;
    final RenewalTown town;
    final QuietHours quiet;
    final Outreach.Cap cap;
    final List<Call> calls = new ArrayList<>();
    final Map<CaseId, Instant> silent = new HashMap<>();

    Season(int seed) {
      random = new Random(seed);
      quiet = random.nextBoolean() ? null : new QuietHours(LocalTime.of(17 + random.nextInt(5), 0), LocalTime.of(7 + random.nextInt(4), 0));
      cap = random.nextBoolean() ? null : new Outreach.Cap(1 + random.nextInt(2), Duration.ofHours(1L + random.nextInt(400)));
      EscalationPolicy policy = RenewalTown.profile().renewalPolicy().withQuiet(quiet);
      LessorProfile profile =
          RenewalTown.profile()
              .withRenewalPolicy(policy)
              .withOutreach(Outreach.STANDARD.withDigests(random.nextBoolean()).withCap(cap));
      town = new RenewalTown(new MemoryStores(), MemoryJourneyTest.VALIDATOR, "2026-02-20", profile);
      town.answer = this::answer;
      for (String number : NUMBERS) {
        town.let(number, this::lease);
      }
    }

    private void lease(RenewalTown.Lease lease) {
      lease.tenant = "tenant-" + random.nextInt(2);
      lease.occupant = "徐超";
      lease.contacts = CONTACTS.stream().filter(contact -> random.nextInt(3) > 0).toList();
    }

    private Delivery answer(Message message) {
      Delivery delivery =
          switch (random.nextInt(10)) {
            case 0, 1 -> Delivery.FAILED;
            case 2, 3 -> Delivery.TIMED_OUT;
            case 4 -> Delivery.DEAD_CONTACT;
            case 5 -> Delivery.NOT_ASKED;
            default -> Delivery.DELIVERED;
          };
      town.rest = Duration.ofMinutes(random.nextInt(3) == 0 ? 0 : 1L << random.nextInt(15));
      calls.add(new Call(town.clock.instant(), message, delivery));
      if (delivery == Delivery.TIMED_OUT && random.nextBoolean()) {
        throw new IllegalStateException("broken");
      }
      return delivery;
    }

    void live() {
      Instant end = RenewalTown.at("2026-04-03", "00:00");
      while (town.clock.instant().isBefore(end)) {
        mishap();
        town.clock.set(town.clock.instant().plus(Duration.ofMinutes(5L + random.nextInt(random.nextInt(4) == 0 ? 900 : 60))));
        town.kit.runDue();
      }
    }

    private void mishap() {
      String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
      CaseId id = town.caseOf(number);
      switch (random.nextInt(60)) {
        case 0, 1, 2, 3 -> town.withoutLink.add(id);
        case 4, 5, 6, 7, 8 -> town.withoutLink.clear();
        case 9 -> town.stores.cases().find(RenewalTown.LESSOR, id).filter(each -> !each.isSilent()).ifPresent(this::sign);
        case 10 -> town.stores.wishes().put(wishes());
        default -> {
          // an ordinary hour
        }
      }
    }

    private void sign(RenewalCase renewal) {
      town.sign(renewal.contract().value(), "signature-1").orElseThrow();
      silent.put(renewal.id(), town.clock.instant());
    }

    private Wishes wishes() {
      Set<Channel> channels = new HashSet<>();
      for (Channel channel : List.of(Channel.SMS, Channel.WECOM)) {
        if (random.nextInt(3) == 0) {
          channels.add(channel);
        }
      }
      return new Wishes(
          RenewalTown.LESSOR, new TenantId("tenant-" + random.nextInt(2)), channels, false, false, Set.of());
    }

    List<Call> asked() {
      return calls.stream().filter(call -> call.delivery() != Delivery.NOT_ASKED).toList();
    }

    List<Notice> notices(CaseId id, String stage) {
      return town.stores.outbox().ofCase(RenewalTown.LESSOR, id).stream()
          .filter(notice -> notice.stage().equals(stage))
          .toList();
    }
  }

  @Property(tries = 150)
  void nobodyIsMissedAndNobodyIsNagged(@ForAll @IntRange(max = Integer.MAX_VALUE) int seed) {
    Season season = new Season(seed);
    season.live();
    everyStageReachesItsTenantOrAPerson(season);
    nothingIsSentInQuietHours(season);
    noKeyMeansTwoThings(season);
    theCapHolds(season);
    everyAttemptIsOnRecord(season);
  }

  private static void everyStageReachesItsTenantOrAPerson(Season season) {
    List<StageDecision> stages = new ArrayList<>();
    season.town.stores.records().stages(RenewalTown.LESSOR, stages::add);
    Set<String> calls =
        season.town.tasks().stream()
            .filter(task -> task.kind() == StewardTask.Kind.CALL)
            .map(task -> task.renewalCase() + " " + task.stage())
            .collect(Collectors.toSet());
    for (StageDecision decision : stages) {
      CaseId id = decision.renewalCase();
      String stage = decision.fired().stage();
      List<Notice> notices = season.notices(id, stage);
      List<Notice.State> states = notices.stream().map(Notice::state).toList();
      String what = id + " " + stage + " " + notices;
      assertThat(states).as(what).doesNotContain(Notice.State.PENDING);
      boolean fellSilent =
          season.silent.containsKey(id)
              && notices.stream().anyMatch(notice -> season.silent.get(id).isBefore(notice.expiresAt()));
      assertThat(
              fellSilent
                  || states.contains(Notice.State.DELIVERED)
                  || states.contains(Notice.State.OVERTAKEN)
                  || calls.contains(id + " " + stage))
          .as(what)
          .isTrue();
      assertThat(states.stream().filter(state -> state == Notice.State.DELIVERED).count()).as(what).isLessThan(2);
    }
    assertThat(stages).isNotEmpty();
  }

  private static void nothingIsSentInQuietHours(Season season) {
    assertThat(season.calls)
        .noneMatch(call -> season.quiet != null && season.quiet.isQuiet(call.at(), RenewalTown.SHANGHAI));
  }

  private static void noKeyMeansTwoThings(Season season) {
    Map<String, String> texts = new HashMap<>();
    for (Call call : season.calls) {
      String text = texts.putIfAbsent(call.message().idempotencyKey(), call.message().text());
      assertThat(text == null || text.equals(call.message().text())).as(call.toString()).isTrue();
    }
  }

  /** In any span of the cap's length, by what may have arrived, each message at its last attempt. */
  private static void theCapHolds(Season season) {
    if (season.cap == null) {
      return;
    }
    Map<Person, Map<String, Instant>> sent = new HashMap<>();
    for (Call call : season.asked()) {
      Person reader = reader(season, call);
      Map<String, Instant> last = sent.computeIfAbsent(reader, person -> new HashMap<>());
      Instant since = call.at().minus(season.cap.per());
      long others =
          last.entrySet().stream()
              .filter(each -> each.getValue().isAfter(since) && !each.getKey().equals(call.message().idempotencyKey()))
              .count();
      assertThat(others).as(call.toString()).isLessThan(season.cap.messages());
      if (call.delivery() == Delivery.DELIVERED || call.delivery() == Delivery.TIMED_OUT) {
        last.put(call.message().idempotencyKey(), call.at());
      }
    }
  }

  private static Person reader(Season season, Call call) {
    String number = NUMBERS.stream().filter(no -> call.message().text().contains("U-" + no)).findFirst().orElseThrow();
    Contract contract = season.town.contract(number);
    return contract.person(call.message().contact().owner());
  }

  private static void everyAttemptIsOnRecord(Season season) {
    long lines =
        season.asked().stream()
            .mapToLong(call -> NUMBERS.stream().filter(no -> call.message().text().contains("U-" + no)).count())
            .sum();
    assertThat(season.town.touches().stream().filter(touch -> touch.channel().isDigital()).count()).isEqualTo(lines);
  }
}
