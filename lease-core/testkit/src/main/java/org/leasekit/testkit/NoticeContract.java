package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DueReport;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.QuietHours;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.Story;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * What becomes of a notice that cannot go as planned: one that cannot be made, one more than a person shall have, one that a
 * later stage has overtaken. Nobody is missed, nobody is nagged: through the front door on an adapter's stores.
 */
public abstract class NoticeContract {
  private static final Contact PHONE = new Contact(Channel.SMS, "19900000001");
  private static final Contact USER = new Contact(Channel.SMS, "19900000009", PartyRole.OCCUPANT);

  /** For subclasses. */
  protected NoticeContract() {}

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

  private static Outreach digests() {
    return Outreach.STANDARD.withDigests(true);
  }

  private static Outreach cap(int messages, Duration per) {
    return Outreach.STANDARD.withCap(new Outreach.Cap(messages, per));
  }

  private static void ofOneTenant(RenewalTown town, String... numbers) {
    for (String number : numbers) {
      town.let(number, lease -> lease.tenant = "many");
    }
  }

  private static List<Notice> notices(RenewalTown town, CaseId id) {
    return town.stores.outbox().ofCase(RenewalTown.LESSOR, id);
  }

  private static String story(RenewalTown town, String no, Locale locale) {
    return town.kit.renewals().explain(town.caseOf(no)).orElseThrow().text(locale, RenewalTown.SHANGHAI);
  }

  private static List<String> attempts(RenewalTown town) {
    return town.touches().stream()
        .map(touch -> touch.contract() + " " + touch.owner() + " " + touch.channel() + " " + touch.result())
        .toList();
  }

  @Test
  void aLineThatCannotBeMadeDoesNotKeepItsDigestFromGoing() {
    RenewalTown town = town(with(digests()));
    ofOneTenant(town, "A", "BAD", "C");
    town.withoutLink.add(town.caseOf("BAD"));
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    DueReport report = town.kit.runDue();
    assertThat(town.shown).extracting(Message::template).containsExactly("renewal.digest");
    assertThat(town.shown.get(0).text()).contains("U-A", "U-C").doesNotContain("U-BAD");
    assertThat(attempts(town))
        .containsExactlyInAnyOrder("A TENANT SMS DELIVERED", "C TENANT SMS DELIVERED");
    assertThat(report.setAside())
        .containsExactly(
            new DueReport.SetAside("notices", notices(town, town.caseOf("BAD")).get(0).id().value(), "no link"));
    assertThat(report.setAside().get(0).subject()).contains("BAD", ":30:SMS:").doesNotContain("19900000001");
    town.withoutLink.clear();
    town.liveTo("2026-02-28", "12:00");
    assertThat(town.shown).extracting(Message::template).containsExactly("renewal.digest", "renewal.30");
    assertThat(town.shown.get(1).text()).contains("U-BAD");
    assertThat(town.touches()).hasSize(3);
  }

  @Test
  void whatIsLeftOfADigestOfTwoGoesUnderItsOwnKey() {
    RenewalTown town = town(with(digests()));
    ofOneTenant(town, "BAD", "OTHER");
    town.withoutLink.add(town.caseOf("BAD"));
    town.goTo("2026-02-28", "10:00");
    assertThat(town.shown)
        .extracting(Message::idempotencyKey, Message::template)
        .containsExactly(tuple(notices(town, town.caseOf("OTHER")).get(0).id().value(), "renewal.30"));
  }

  @Test
  void theRestOfADigestIsRepeatedUnderTheKeyOfItsContents() {
    RenewalTown town = town(with(digests()));
    ofOneTenant(town, "A", "BAD", "C");
    town.withoutLink.add(town.caseOf("BAD"));
    List<Message> tried = new ArrayList<>();
    town.answer =
        message -> {
          if (message.contact().channel() == Channel.SMS) {
            tried.add(message);
          }
          return Delivery.TIMED_OUT;
        };
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-02-28", "10:15");
    town.withoutLink.clear();
    town.goTo("2026-02-28", "10:30");
    assertThat(tried).extracting(Message::idempotencyKey).hasSize(3).doesNotContainNull();
    assertThat(tried).extracting(Message::idempotencyKey).containsOnly(tried.get(0).idempotencyKey());
    assertThat(tried).allMatch(message -> !message.text().contains("U-BAD"));
  }

  @Test
  void aDebtThatCannotBeToldOfDoesNotKeepTheOthersFromBeingToldOf() {
    DunningProfile usual = RenewalTown.dunning();
    DunningProfile poisoned =
        new DunningProfile(
            usual.policies(), LateFees.NONE, HeldAmounts.NONE,
            arrears -> {
              if (arrears.id().payer().value().equals("BAD")) {
                throw new IllegalStateException("no page");
              }
              return URI.create("https://town.example/pay/" + arrears.id().payer());
            });
    RenewalTown town = inDebt(poisoned, digests(), "A", "BAD", "C");
    DueReport report = town.kit.runDue();
    assertThat(attempts(town))
        .containsExactlyInAnyOrder("A TENANT SMS DELIVERED", "C TENANT SMS DELIVERED");
    assertThat(town.shown).extracting(Message::template).containsExactly("dunning.digest");
    assertThat(report.setAside()).extracting(DueReport.SetAside::reason).containsExactly("no page");
  }

  /** Contracts of one tenant that owe the rent of March, at the minute at which they are to be reminded. */
  private RenewalTown inDebt(DunningProfile dunning, Outreach outreach, String... numbers) {
    RenewalTown town = new RenewalTown(stores(), validator(), "2026-02-28", with(outreach), dunning);
    for (String number : numbers) {
      town.let(
          number,
          lease -> {
            lease.tenant = "many";
            lease.start = "2026-03-02";
            lease.lastDay = "2027-03-01";
            lease.deposit = "0.00";
          });
    }
    town.goTo("2026-03-02", "10:00");
    town.clock.set(RenewalTown.at("2026-03-05", "10:00"));
    return town;
  }

  @Test
  void aMessageThatTimedOutIsNotCappedByItself() {
    RenewalTown town = town(with(cap(1, Duration.ofDays(1))));
    town.let("A", lease -> {});
    town.answer = message -> Delivery.TIMED_OUT;
    town.goTo("2026-02-28", "10:00");
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:15");
    assertThat(attempts(town)).containsExactly("A TENANT SMS TIMEOUT", "A TENANT SMS DELIVERED");
  }

  @Test
  void aDigestThatTimedOutIsNotCappedByItselfAndOneWithOtherContentsIs() {
    RenewalTown town = town(with(cap(1, Duration.ofDays(1)).withDigests(true)));
    ofOneTenant(town, "A", "B", "C");
    town.answer = message -> Delivery.TIMED_OUT;
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-02-28", "10:15");
    assertThat(town.touches()).hasSize(6);
    town.answer = message -> Delivery.DELIVERED;
    town.sign("A", "signature-1").orElseThrow();
    town.goTo("2026-02-28", "10:30");
    assertThat(town.shown).as("it may have arrived with A in it").isEmpty();
    town.goTo("2026-03-01", "10:15");
    assertThat(town.shown).hasSize(1);
  }

  @Test
  void howeverOftenAMessageIsTriedItCountsOnce() {
    RenewalTown town = town(with(cap(2, Duration.ofDays(1))));
    town.let("A", lease -> lease.tenant = "many");
    town.let("B", lease -> lease.tenant = "many");
    town.answer =
        message -> message.text().contains("U-A") ? Delivery.TIMED_OUT : Delivery.FAILED;
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-02-28", "10:15");
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:30");
    assertThat(town.shown).extracting(Message::text).anyMatch(text -> text.contains("U-B")).hasSize(2);
  }

  private static void letToAFirm(RenewalTown town, String no, Contact... contacts) {
    town.let(
        no,
        lease -> {
          lease.tenant = "firm";
          lease.occupant = "徐超";
          lease.contacts = List.of(contacts);
        });
  }

  @Test
  void whoHasHadEnoughIsReachedThroughTheNextPersonOrCalled() {
    RenewalTown town = town(with(cap(1, Duration.ofDays(20))));
    letToAFirm(town, "A", PHONE);
    letToAFirm(town, "B", PHONE, new Contact(Channel.WECOM, "wm00000001"), USER);
    letToAFirm(town, "C", PHONE, USER);
    town.goTo("2026-02-28", "10:00");
    assertThat(attempts(town))
        .containsExactlyInAnyOrder("A TENANT SMS DELIVERED", "B OCCUPANT SMS DELIVERED");
    assertThat(town.tasks())
        .extracting(task -> task.contract().value(), StewardTask::kind, StewardTask::stage, StewardTask::assignee)
        .containsExactly(tuple("C", StewardTask.Kind.CALL, "30", RenewalTown.STEWARD));
    assertThat(notices(town, town.caseOf("B")))
        .extracting(notice -> notice.contact().owner(), Notice::state)
        .containsExactlyInAnyOrder(
            tuple(PartyRole.TENANT, Notice.State.CAPPED), tuple(PartyRole.OCCUPANT, Notice.State.DELIVERED));
    assertThat(notices(town, town.caseOf("C")))
        .extracting(Notice::state)
        .containsExactly(Notice.State.CAPPED, Notice.State.CAPPED);
    String capped = "notice (not sent any more by SMS: the person had as many messages as anybody gets)";
    assertThat(story(town, "A", Locale.ENGLISH)).contains("; done: notice;");
    assertThat(story(town, "B", Locale.ENGLISH)).contains("; done: " + capped + ", notice;");
    assertThat(story(town, "C", Locale.ENGLISH)).contains("; done: " + capped + ", " + capped + ";");
    town.goTo("2026-02-28", "10:15");
    assertThat(town.touches()).hasSize(2);
    assertThat(town.tasks()).hasSize(1);
  }

  @Test
  void whoHasHadEnoughIsCalledAboutADebt() {
    RenewalTown town = inDebt(RenewalTown.dunning(), cap(1, Duration.ofDays(20)), "A", "B");
    town.kit.runDue();
    assertThat(attempts(town)).containsExactly("A TENANT SMS DELIVERED");
    assertThat(town.tasks())
        .extracting(task -> task.contract().value(), StewardTask::kind, StewardTask::assignee)
        .containsExactly(tuple("B", StewardTask.Kind.OVERDUE_CALL, RenewalTown.STEWARD));
  }

  @Test
  void aGatewayThatRestsCostsANoticeNeitherAnAttemptNorATouch() {
    RenewalTown town = town(with(digests().withCap(new Outreach.Cap(1, Duration.ofDays(1)))));
    ofOneTenant(town, "A", "B");
    town.let("ALONE", lease -> {});
    List<Message> asked = new ArrayList<>();
    town.rest = Duration.ofMinutes(40);
    town.answer =
        message -> {
          asked.add(message);
          return Delivery.NOT_ASKED;
        };
    town.goTo("2026-02-28", "10:00");
    assertThat(asked).hasSize(2);
    assertThat(town.touches()).isEmpty();
    for (String no : List.of("A", "B", "ALONE")) {
      assertThat(notices(town, town.caseOf(no)))
          .extracting(Notice::state, Notice::attempts, Notice::nextAttemptAt)
          .containsExactly(tuple(Notice.State.PENDING, 0, RenewalTown.at("2026-02-28", "10:40")));
    }
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:39");
    assertThat(town.shown).isEmpty();
    town.goTo("2026-02-28", "10:40");
    assertThat(town.shown)
        .extracting(Message::template)
        .containsExactlyInAnyOrder("renewal.digest", "renewal.30");
    assertThat(town.tasks()).isEmpty();
  }

  @Test
  void aGatewayThatKnowsNoEndIsAskedAgainAtOnce() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.answer = message -> Delivery.NOT_ASKED;
    town.goTo("2026-02-28", "10:00");
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:01");
    assertThat(town.shown).hasSize(1);
  }

  @Test
  void whomARestingGatewayKeepsFromTheirMessageIsCalled() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.rest = Duration.ofDays(30);
    town.answer = message -> Delivery.NOT_ASKED;
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).isEmpty();
    assertThat(notices(town, town.caseOf("A"))).extracting(Notice::state).containsExactly(Notice.State.FAILED);
    assertThat(town.tasks()).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.CALL);
  }

  @Test
  void whatCannotBeRepeatedWithinItsWindowGivesWayToTheNextRung() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    town.kit.sweep().runDue();
    town.answer =
        message -> message.contact().channel() == Channel.SMS ? Delivery.FAILED : Delivery.DELIVERED;
    // the window ends at 10:00 with the stage 15 days before
    town.goTo("2026-03-16", "09:50");
    assertThat(attempts(town)).containsExactly("A TENANT SMS FAILED", "A TENANT WECOM DELIVERED");
  }

  @Test
  void quietHoursUpToTheEndOfTheWindowLeaveNoTimeToRepeat() {
    EscalationPolicy policy = RenewalTown.profile().renewalPolicy();
    RenewalTown town =
        town(
            RenewalTown.profile()
                .withRenewalPolicy(policy.withQuiet(new QuietHours(LocalTime.of(18, 0), LocalTime.of(10, 0)))));
    town.let("A", lease -> {});
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    town.kit.sweep().runDue();
    town.answer =
        message -> message.contact().channel() == Channel.SMS ? Delivery.FAILED : Delivery.DELIVERED;
    town.goTo("2026-03-15", "17:50");
    assertThat(attempts(town)).containsExactly("A TENANT SMS FAILED", "A TENANT WECOM DELIVERED");
  }

  @Test
  void aWindowThatEndsNowIsOverAndItsReaderIsCalled() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    town.kit.sweep().runDue();
    Instant end = notices(town, town.caseOf("A")).get(0).expiresAt();
    town.clock.set(end);
    town.kit.notices().dispatchDue();
    assertThat(town.touches()).isEmpty();
    assertThat(town.tasks()).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.CALL);
  }

  @Test
  void whateverAnAddressOrAStageIsCalledItsNoticeHasAKey() {
    EscalationPolicy policy =
        policy()
            .stage("s".repeat(90), s -> s.daysBefore(30).notice("reminder", Channel.SMS))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicy(policy));
    town.let("A", lease -> lease.contacts = List.of(new Contact(Channel.SMS, "19900000001 ")));
    town.let(
        "B".repeat(64),
        lease -> {
          lease.tenant = "b";
          lease.contacts =
              List.of(new Contact(Channel.SMS, "w".repeat(63) + "1"), new Contact(Channel.SMS, "w".repeat(63) + "2"));
        });
    town.answer =
        message -> message.contact().address().endsWith("1") ? Delivery.DEAD_CONTACT : Delivery.DELIVERED;
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    assertThat(town.kit.runDue().setAside()).isEmpty();
    assertThat(town.shown)
        .extracting(message -> message.contact().address())
        .containsExactlyInAnyOrder("19900000001 ", "w".repeat(63) + "2");
  }

  @Test
  void aDigestLosesTheLineOfWhoeverOptedOutAfterItWasWritten() {
    RenewalTown town = town(with(digests()));
    ofOneTenant(town, "A", "B");
    town.let("OTHER", lease -> lease.tenant = "other");
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    town.kit.sweep().runDue();
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("many"), Set.of(Channel.SMS, Channel.WECOM), false, false, Set.of()));
    town.kit.notices().dispatchDue();
    // one number, two tenants: the other one has not asked for silence
    assertThat(attempts(town)).containsExactly("OTHER TENANT SMS DELIVERED");
    assertThat(town.tasks()).extracting(task -> task.contract().value()).containsExactlyInAnyOrder("A", "B");
  }

  private static PolicyBuilder policy() {
    return PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI);
  }

  private static void mark(RenewalTown town, String... tags) {
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("tenant-A"), Set.of(), false, false, Set.of(tags)));
  }

  private static final Condition SLOW = new Condition.Tagged("slow");
  private static final Condition VIP = new Condition.Tagged("vip");

  /** The stage 30 days before waits for a mark until the one 20 days before is due, which comes before its notice has gone. */
  private RenewalTown overtaken(PolicyBuilder policy) {
    RenewalTown town =
        town(
            RenewalTown.profile()
                .withRenewalPolicy(
                    policy
                        .stage("10", s -> s.daysBefore(10).task("steward", "CALL"))
                        .anchored(RenewalPolicies.CATALOG)
                        .orElseThrow()));
    town.let("A", lease -> {});
    town.daysTo("2026-03-12");
    mark(town, "slow");
    town.withoutLink.add(town.caseOf("A"));
    town.goTo("2026-03-13", "10:00");
    assertThat(notices(town, town.caseOf("A")))
        .extracting(Notice::stage, Notice::state)
        .containsExactly(tuple("30", Notice.State.PENDING));
    mark(town, "slow", "vip");
    town.withoutLink.clear();
    // a Monday: what comes late comes on a business day
    town.goTo("2026-03-16", "10:00");
    return town;
  }

  @Test
  void whatALaterStageHasOvertakenIsNotSentAnyMore() {
    RenewalTown town =
        overtaken(
            policy()
                .stage("30", s -> s.daysBefore(30).when(SLOW).notice("reminder", Channel.SMS))
                .stage("20", s -> s.daysBefore(20).when(VIP).notice("reminder", Channel.SMS)));
    assertThat(town.touches())
        .extracting(Touch::stage, Touch::result)
        .containsExactly(tuple("20", Touch.Result.DELIVERED));
    assertThat(notices(town, town.caseOf("A")))
        .extracting(Notice::stage, Notice::state)
        .containsExactlyInAnyOrder(
            tuple("30", Notice.State.OVERTAKEN), tuple("20", Notice.State.DELIVERED));
    assertThat(town.tasks()).isEmpty();
    assertThat(story(town, "A", Locale.ENGLISH))
        .contains("; done: notice (not sent any more by SMS: a later stage turned to the tenant first)\n", "; done: notice\n");
    assertThat(story(town, "A", Locale.CHINESE)).contains("通知（不再通过SMS发送：之后的阶段已先联系租户）");
  }

  @Test
  void aStageThatTellsTheTenantNothingOvertakesNoMessage() {
    RenewalTown town =
        overtaken(
            policy()
                .stage("30", s -> s.daysBefore(30).when(SLOW).notice("reminder", Channel.SMS))
                .stage("20", s -> s.daysBefore(20).when(VIP).does(new StageAct.ProposalDraft())));
    assertThat(town.kit.renewals().explain(town.caseOf("A")).orElseThrow().lines())
        .filteredOn(line -> line.status() == Story.Status.FIRED)
        .extracting(Story.Line::stage)
        .containsExactly("30", "20");
    assertThat(town.touches())
        .extracting(Touch::stage, Touch::result)
        .containsExactly(tuple("30", Touch.Result.DELIVERED));
  }

  @Test
  void aRepetitionOvertakesWhatNobodySentBeforeIt() {
    EscalationPolicy policy =
        policy()
            .stage("30", s -> s.daysBefore(30).repeat(5, 3).notice("reminder", Channel.SMS))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicy(policy));
    town.let("A", lease -> {});
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    town.kit.sweep().runDue();
    town.goTo("2026-03-06", "10:00");
    assertThat(town.touches()).extracting(Touch::stage).containsExactly("30#2");
    assertThat(notices(town, town.caseOf("A")))
        .extracting(Notice::stage, Notice::state)
        .containsExactlyInAnyOrder(
            tuple("30", Notice.State.OVERTAKEN), tuple("30#2", Notice.State.DELIVERED));
    assertThat(town.tasks()).isEmpty();
  }

  @Test
  void aReminderOfADebtThatALaterOneHasOvertakenIsNotSent() {
    RenewalTown town = inDebt(RenewalTown.dunning(), Outreach.STANDARD, "A");
    town.kit.dunning().runDue();
    town.goTo("2026-03-12", "10:00");
    assertThat(town.shown).hasSize(1);
    assertThat(notices(town, new CaseId("A-overdue-20260302")))
        .extracting(Notice::stage, Notice::state)
        .containsExactlyInAnyOrder(
            tuple("late", Notice.State.OVERTAKEN), tuple("late#2", Notice.State.DELIVERED));
    assertThat(town.tasks()).isEmpty();
  }
}
