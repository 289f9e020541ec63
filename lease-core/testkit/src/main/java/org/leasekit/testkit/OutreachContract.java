package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.MovedBy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.QuietHours;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.Story;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Nobody is missed and nobody is nagged, through the front door on an adapter's stores: who is written to, when, and
 * how often.
 */
public abstract class OutreachContract {
  private static final StaffId MANAGER = new StaffId("manager");
  private static final StaffId BOSS = new StaffId("boss");

  /** For subclasses. */
  protected OutreachContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town(LessorProfile profile) {
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  private static LessorProfile with(Outreach outreach) {
    return RenewalTown.profile().withOutreach(outreach);
  }

  private static LessorProfile quiet(int from, int until) {
    EscalationPolicy policy = RenewalTown.profile().renewalPolicy();
    return RenewalTown.profile()
        .withRenewalPolicy(
            policy.withQuiet(new QuietHours(LocalTime.of(from, 0), LocalTime.of(until, 0))));
  }

  private static List<StageDecision> stages(RenewalTown town) {
    List<StageDecision> stages = new ArrayList<>();
    town.stores.records().stages(RenewalTown.LESSOR, stages::add);
    return stages;
  }

  private static void ofOneTenant(RenewalTown town, String... numbers) {
    for (String number : numbers) {
      town.let(number, lease -> lease.tenant = "many");
    }
  }

  @Test
  void oneTenantWithManyContractsGetsOneDigestAndSubAccountsTheirOwnLink() {
    RenewalTown town = town(with(Outreach.STANDARD.withDigests(true)));
    ofOneTenant(town, "A", "B", "C");
    town.let("SUB", lease -> lease.contacts = List.of(new Contact(Channel.SMS, "19900000002")));
    town.let("OTHER", lease -> {});
    town.goTo("2026-02-28", "10:00");
    assertThat(town.shown)
        .extracting(message -> message.contact().address(), Message::template)
        .containsExactlyInAnyOrder(
            tuple("19900000001", "renewal.digest"),
            tuple("19900000001", "renewal.30"),
            tuple("19900000002", "renewal.30"));
    Message digest =
        town.shown.stream().filter(m -> m.template().equals("renewal.digest")).findFirst().orElseThrow();
    for (String number : List.of("A", "B", "C")) {
      assertThat(digest.text()).contains("https://town.example/r/" + town.caseOf(number));
    }
    assertThat(digest.text()).contains("3份合同").doesNotContain("SUB").doesNotContain("OTHER");
    assertThat(town.touches()).hasSize(5).allMatch(touch -> touch.result() == Touch.Result.DELIVERED);
  }

  @Test
  void aDigestThatFailedIsRepeatedWithoutWhatWasPaidMeanwhile() {
    RenewalTown town = town(with(Outreach.STANDARD.withDigests(true)));
    ofOneTenant(town, "A", "B", "C");
    town.answer = message -> Delivery.FAILED;
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).hasSize(3);
    town.sign("B", "signature-1").orElseThrow();
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:15");
    assertThat(town.shown).hasSize(1);
    assertThat(town.shown.get(0).text())
        .contains(town.caseOf("A").value(), town.caseOf("C").value())
        .doesNotContain(town.caseOf("B").value());
  }

  @Test
  void nobodyGetsMoreMessagesThanTheCapAllows() {
    RenewalTown town =
        town(with(Outreach.STANDARD.withCap(new Outreach.Cap(1, Duration.ofDays(1)))));
    ofOneTenant(town, "A", "B", "C");
    town.liveTo("2026-03-03", "12:00");
    assertThat(town.touches())
        .extracting(Touch::at)
        .containsExactly(
            RenewalTown.at("2026-02-28", "10:00"),
            RenewalTown.at("2026-03-01", "10:00"),
            RenewalTown.at("2026-03-02", "10:00"));
  }

  @Test
  void whatTheCapHoldsBackBeyondItsWindowIsNeverSent() {
    RenewalTown town =
        town(with(Outreach.STANDARD.withCap(new Outreach.Cap(1, Duration.ofDays(20)))));
    ofOneTenant(town, "A", "B");
    town.liveTo("2026-03-10", "00:00");
    assertThat(town.touches()).hasSize(1);
    assertThat(
            List.of("A", "B").stream()
                .flatMap(
                    no -> town.stores.outbox().ofCase(RenewalTown.LESSOR, town.caseOf(no)).stream()))
        .extracting(Notice::state)
        .containsExactlyInAnyOrder(Notice.State.DELIVERED, Notice.State.CAPPED);
  }

  @Test
  void nothingIsSentInQuietHours() {
    RenewalTown town = town(quiet(9, 12));
    town.let("A", lease -> {});
    town.liveTo("2026-03-01", "00:00");
    assertThat(town.touches())
        .extracting(Touch::at)
        .containsExactly(RenewalTown.at("2026-02-28", "12:00"));
    assertThat(stages(town))
        .extracting(
            decision -> decision.fired().plannedFor(),
            decision -> decision.fired().at(),
            decision -> decision.fired().movedBy())
        .containsExactly(
            tuple(
                RenewalTown.at("2026-03-01", "10:00"), RenewalTown.at("2026-02-28", "12:00"),
                MovedBy.QUIET));
  }

  @Test
  void aRetryWaitsForTheEndOfQuietHours() {
    RenewalTown town = town(quiet(11, 15));
    town.let("A", lease -> {});
    town.answer = message -> Delivery.TIMED_OUT;
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "10:59");
    town.answer = message -> Delivery.DELIVERED;
    town.liveTo("2026-02-28", "18:00");
    assertThat(town.touches())
        .extracting(Touch::at, Touch::result)
        .containsExactly(
            tuple(RenewalTown.at("2026-02-28", "10:59"), Touch.Result.TIMEOUT),
            tuple(RenewalTown.at("2026-02-28", "15:29"), Touch.Result.DELIVERED));
  }

  private static void wish(RenewalTown town, String no, boolean inPerson, Channel... optedOut) {
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("tenant-" + no), Set.of(optedOut), false, inPerson,
                Set.of()));
  }

  @Test
  void whoOptedOutIsWrittenToElsewhereOrCalled() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    wish(town, "A", false, Channel.SMS);
    wish(town, "B", false, Channel.SMS, Channel.WECOM);
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches())
        .extracting(touch -> touch.contract().value(), Touch::channel)
        .containsExactly(tuple("A", Channel.WECOM));
    assertThat(town.tasks())
        .extracting(task -> task.contract().value(), StewardTask::kind)
        .containsExactly(tuple("B", StewardTask.Kind.CALL));
  }

  @Test
  void whoAsksForAPersonGetsACallAndAVisitBesideTheMessage() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    wish(town, "A", true);
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).hasSize(1);
    assertThat(town.tasks())
        .extracting(StewardTask::kind)
        .containsExactly(StewardTask.Kind.CALL, StewardTask.Kind.VISIT);
  }

  @Test
  void whoWantsLargeTypeGetsALinkToIt() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("tenant-B"), Set.of(), true, false, Set.of()));
    town.goTo("2026-02-28", "10:00");
    assertThat(town.shown)
        .extracting(message -> Objects.requireNonNull(message.link()).getQuery())
        .containsExactlyInAnyOrder(null, "large=1");
  }

  private static Message to(RenewalTown town, String no) {
    return town.shown.stream()
        .filter(message -> message.text().contains("U-" + no))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everybodyIsWrittenToInTheirOwnLanguage() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.let(
        "C",
        lease -> {
          lease.occupant = "John";
          lease.contacts = List.of(new Contact(Channel.SMS, "19900000009", PartyRole.OCCUPANT));
        });
    Person john = Person.using(new TenantId("tenant-C"), new Occupant("John", null));
    for (Person person : List.of(Person.of(new TenantId("tenant-B")), john)) {
      town.stores.wishes().put(Wishes.none(RenewalTown.LESSOR, person).in(Locale.ENGLISH));
    }
    town.goTo("2026-02-28", "10:00");
    assertThat(to(town, "A").locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(to(town, "A").text()).contains("续约");
    assertThat(to(town, "B").locale()).isEqualTo(Locale.ENGLISH);
    assertThat(to(town, "B").text()).contains("Renew it");
    assertThat(to(town, "C").locale()).isEqualTo(Locale.ENGLISH);
    assertThat(to(town, "C").text()).contains("which you use");
  }

  @Test
  void aDigestIsInTheLanguageOfWhoeverReadsIt() {
    RenewalTown town = town(with(Outreach.STANDARD.withDigests(true)));
    ofOneTenant(town, "A", "B");
    town.stores.wishes().put(Wishes.none(RenewalTown.LESSOR, new TenantId("many")).in(Locale.ENGLISH));
    town.goTo("2026-02-28", "10:00");
    assertThat(town.shown).extracting(Message::locale).containsExactly(Locale.ENGLISH);
    assertThat(town.shown.get(0).text()).contains("2 of your leases end soon");
  }

  @Test
  void eldersAndWhoeverWantsLargeTypeAreWrittenToInPlainWords() {
    RenewalTown town = town(RenewalTown.profile());
    // 65 on the day of sending, and on the day after
    town.let("A", lease -> lease.birthDate = "1961-02-28");
    town.let("B", lease -> lease.birthDate = "1961-03-01");
    town.let("C", lease -> {});
    Wishes large =
        new Wishes(RenewalTown.LESSOR, new TenantId("tenant-C"), Set.of(), true, false, Set.of());
    town.stores.wishes().put(large.in(Locale.ENGLISH));
    town.goTo("2026-02-28", "10:00");
    assertThat(to(town, "A").text()).contains("还要继续用吗");
    assertThat(to(town, "B").text()).contains("续约月租");
    assertThat(to(town, "C").text()).contains("Do you want to keep it?");
    assertThat(town.shown)
        .extracting(message -> Objects.requireNonNull(message.link()).getQuery())
        .containsExactlyInAnyOrder(null, null, "large=1");
    town.goTo("2026-03-16", "10:00");
    assertThat(town.shown.stream().filter(message -> message.text().contains("U-B")).skip(1).findFirst().orElseThrow().text())
        .contains("还要继续用吗");
  }

  private static PolicyBuilder policy(int version) {
    return PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI).version(version);
  }

  @Test
  void everyActOfAStageIsDoneByItsRole() {
    EscalationPolicy policy =
        policy(1)
            .stage(
                "30",
                s ->
                    s.daysBefore(30)
                        .notice("last-call", Channel.WECOM, Channel.SMS)
                        .task("manager", "CALL")
                        .does(new StageAct.HandOver(2)))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town = town(with(Outreach.STANDARD.withTop(BOSS)).withRenewalPolicy(policy));
    town.onDuty(1, MANAGER);
    town.let("A", lease -> lease.lastDay = "2026-04-30");
    town.goTo("2026-03-31", "10:00");
    assertThat(town.tasks())
        .extracting(StewardTask::kind, StewardTask::role, StewardTask::assignee)
        .containsExactlyInAnyOrder(
            tuple(StewardTask.Kind.CALL, "manager", MANAGER),
            tuple(StewardTask.Kind.HAND_OVER, "steward", BOSS));
    assertThat(town.shown.get(0).text()).contains("最后一次提醒");
    assertThat(town.shown.get(0).contact().channel()).isEqualTo(Channel.WECOM);
    assertThat(stages(town).get(0).fired().actions())
        .containsExactly("NOTICE", "CALL", "HAND_OVER");
  }

  @Test
  void everyRoleAndEveryLevelHasATaskOfItsOwn() {
    EscalationPolicy policy =
        policy(1)
            .stage(
                "30",
                s ->
                    s.daysBefore(30)
                        .task("steward", "CALL")
                        .task("manager", "CALL")
                        .does(new StageAct.HandOver(1))
                        .does(new StageAct.HandOver(2))
                        .does(new StageAct.HandOver(1)))
            .stage("30:manager", s -> s.daysBefore(29).task("steward", "CALL"))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town = town(with(Outreach.STANDARD.withTop(BOSS)).withRenewalPolicy(policy));
    town.onDuty(1, MANAGER);
    town.let("A", lease -> lease.lastDay = "2026-04-30");
    town.goTo("2026-03-31", "10:00");
    town.goTo("2026-04-01", "10:00");
    assertThat(town.tasks())
        .extracting(StewardTask::kind, StewardTask::stage, StewardTask::role, StewardTask::assignee)
        .containsExactlyInAnyOrder(
            tuple(StewardTask.Kind.CALL, "30", "steward", RenewalTown.STEWARD),
            tuple(StewardTask.Kind.CALL, "30", "manager", MANAGER),
            tuple(StewardTask.Kind.HAND_OVER, "30", "steward", MANAGER),
            tuple(StewardTask.Kind.HAND_OVER, "30", "steward", BOSS),
            tuple(StewardTask.Kind.CALL, "30:manager", "steward", RenewalTown.STEWARD));
    assertThat(town.tasks()).extracting(StewardTask::id).doesNotHaveDuplicates();
  }

  @Test
  void everyRoleAndEveryLevelIsAskedAboutADebt() {
    EscalationPolicy policy =
        PolicyBuilder.policy("dunning", RenewalTown.SHANGHAI)
            .stage(
                "3",
                s ->
                    s.businessDaysAfter(3)
                        .task("steward", DunningPolicies.CALL)
                        .task("manager", DunningPolicies.CALL)
                        .does(new StageAct.HandOver(1))
                        .does(new StageAct.HandOver(2)))
            .anchored(DunningPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town =
        new RenewalTown(
            stores(), validator(), "2026-02-28", with(Outreach.STANDARD.withTop(BOSS)),
            new DunningProfile(
                PolicyVersions.always(policy), LateFees.NONE, HeldAmounts.NONE, RenewalTown.dunning().page()));
    town.onDuty(1, MANAGER);
    town.let("A", lease -> {
      lease.start = "2026-03-02";
      lease.lastDay = "2027-03-01";
      lease.deposit = "0.00";
    });
    town.goTo("2026-03-02", "10:00");
    town.goTo("2026-03-05", "10:00");
    assertThat(town.tasks())
        .extracting(StewardTask::kind, StewardTask::role, StewardTask::assignee)
        .containsExactlyInAnyOrder(
            tuple(StewardTask.Kind.OVERDUE_CALL, "steward", RenewalTown.STEWARD),
            tuple(StewardTask.Kind.OVERDUE_CALL, "manager", MANAGER),
            tuple(StewardTask.Kind.HAND_OVER, "steward", MANAGER),
            tuple(StewardTask.Kind.HAND_OVER, "steward", BOSS));
  }

  @Test
  void aNewVersionGovernsFromItsActivationAndTheStoryTellsBoth() {
    EscalationPolicy next =
        policy(2)
            .stage("20", s -> s.daysBefore(20).notice("reminder", Channel.SMS))
            .stage("5", s -> s.daysBefore(5).task("steward", "CALL"))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    LessorProfile before = RenewalTown.profile();
    Stores stores = stores();
    RenewalTown old = new RenewalTown(stores, validator(), "2026-01-20", before);
    old.let("A", lease -> {});
    old.goTo("2026-02-28", "10:00");
    PolicyVersions both =
        before.renewalPolicies().then(next, RenewalTown.at("2026-03-05", "00:00"));
    RenewalTown town =
        new RenewalTown(stores, validator(), "2026-03-01", before.withRenewalPolicies(both));
    assertThat(town.kit.sweep().replan()).isEqualTo(1);
    assertThat(town.kit.sweep().replan()).isZero();
    town.liveTo("2026-03-27", "00:00");
    assertThat(stages(town))
        .extracting(decision -> decision.fired().stage(), decision -> decision.fired().policyVersion())
        .containsExactly(tuple("30", 1), tuple("20", 2), tuple("5", 2));
    Story story = town.kit.renewals().explain(town.caseOf("A")).orElseThrow();
    assertThat(story.text(Locale.ENGLISH, RenewalTown.SHANGHAI))
        .contains("Stage 30: planned for 2026-03-01 10:00, fired at 2026-02-28 10:00 (moved by a day off)")
        .contains("Stage 5: planned for 2026-03-26 10:00, fired at 2026-03-26 10:00; done: call");
    assertThat(story.text(Locale.CHINESE, RenewalTown.SHANGHAI)).contains("阶段20：计划于2026-03-11 10:00");
  }

  @Test
  void decisionsSayWhyTheyMoved() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-03-17", "09:00");
    assertThat(stages(town)).hasSize(1);
    town.goTo("2026-03-17", "10:00");
    assertThat(stages(town))
        .extracting(
            StageDecision::renewalCase,
            decision -> decision.fired().stage(),
            decision -> decision.fired().movedBy())
        .containsExactly(
            tuple(town.caseOf("A"), "30", MovedBy.HOLIDAY),
            tuple(town.caseOf("A"), "15", MovedBy.CATCH_UP));
    assertThat(town.stores.outbox().sentSince(RenewalTown.LESSOR, Person.of(new TenantId("tenant-A")), Instant.EPOCH)).hasSize(2);
  }
}
