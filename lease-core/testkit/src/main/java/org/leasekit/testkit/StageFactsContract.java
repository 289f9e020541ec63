package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.RecordCall;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.contract.ContractNo;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.intent.Dossier;
import org.leasekit.intent.Estimate;
import org.leasekit.intent.IntentModel;
import org.leasekit.party.Channel;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.Stores;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * What a stage may ask about a renewal, through the front door on an adapter's stores: each fact is found, counts what it
 * says, and is asked about again when it was not there in time.
 */
public abstract class StageFactsContract {
  private static final IntentModel LIKELY =
      new IntentModel() {
        @Override
        public String code() {
          return "LIKELY";
        }

        @Override
        public Estimate estimate(Dossier dossier) {
          return new Estimate(0.6, 0.5, 0.7);
        }
      };

  /** For subclasses. */
  protected StageFactsContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** A message 30 days before the end, a visit by the manager 20 days before where a condition holds. */
  private static LessorProfile visiting(Condition when) {
    EscalationPolicy policy =
        PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI)
            .version(1)
            .stage("30", s -> s.daysBefore(30).notice("reminder", Channel.SMS))
            .stage("20", s -> s.daysBefore(20).when(when).task("manager", "VISIT"))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    return RenewalTown.profile().withRenewalPolicy(policy);
  }

  private RenewalTown town(Condition when) {
    return town(visiting(when));
  }

  private RenewalTown town(LessorProfile profile) {
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  /** The stage of 11 March is reached. */
  private static boolean isVisited(RenewalTown town, String no) {
    town.goTo("2026-03-11", "10:00");
    return hasVisit(town, no);
  }

  private static boolean hasVisit(RenewalTown town, String no) {
    return town.tasks().stream()
        .anyMatch(
            task ->
                task.contract().value().equals(no) && task.kind() == StewardTask.Kind.VISIT && task.stage().equals("20"));
  }

  private static void mark(RenewalTown town, String no, String tag) {
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("tenant-" + no), Set.of(), false, false, Set.of(tag)));
  }

  @Test
  void reachedByAMessageThatArrived() {
    RenewalTown town = town(new Condition.Reached());
    town.let("A", lease -> {});
    town.let("B", lease -> lease.contacts = List.of());
    town.goTo("2026-02-28", "10:00");
    assertThat(isVisited(town, "A")).isTrue();
    assertThat(hasVisit(town, "B")).isFalse();
  }

  @Test
  void reachedByACallThatWasAnswered() {
    assertThat(isVisitedAfterACall(Touch.Result.ANSWERED)).isTrue();
  }

  @Test
  void notReachedByACallThatNobodyAnswered() {
    assertThat(isVisitedAfterACall(Touch.Result.NO_ANSWER)).isFalse();
  }

  @Test
  void notReachedAtADeadNumber() {
    assertThat(isVisitedAfterACall(Touch.Result.DEAD)).isFalse();
  }

  private boolean isVisitedAfterACall(Touch.Result result) {
    RenewalTown town = town(new Condition.Reached());
    town.answer = message -> Delivery.DEAD_CONTACT;
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    StewardTask call = town.tasks().get(0);
    town.kit.tasks().recordCall(new RecordCall(call.id().value(), result)).orElseThrow();
    return isVisited(town, "A");
  }

  @Test
  void respondedOnceTheTenantHasSaidYes() {
    RenewalTown town = town(new Condition.Responded());
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.goTo("2026-02-28", "10:00");
    town.accept("A").orElseThrow();
    assertThat(isVisited(town, "A")).isTrue();
    assertThat(hasVisit(town, "B")).isFalse();
  }

  @Test
  void worthWhatTheOfferAsksForAMonth() {
    assertThat(isVisitedFromAWorthOf("1000.00")).isTrue();
  }

  @Test
  void notWorthMore() {
    assertThat(isVisitedFromAWorthOf("1000.01")).isFalse();
  }

  private boolean isVisitedFromAWorthOf(String least) {
    RenewalTown town = town(new Condition.ValueAtLeast(RenewalTown.yuan(least)));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    return isVisited(town, "A");
  }

  @Test
  void likelyAsItWasThoughtWhenTheOfferWasDrawnUp() {
    assertThat(isVisitedFromALikelihoodOf(60)).isTrue();
  }

  @Test
  void notLikelier() {
    assertThat(isVisitedFromALikelihoodOf(61)).isFalse();
  }

  private boolean isVisitedFromALikelihoodOf(int percent) {
    LessorProfile profile = visiting(new Condition.IntentAtLeast(percent));
    RenewalTown town =
        town(profile.withOffers(profile.pricing(), OfferPolicy.STANDARD.withIntent(LIKELY)));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    return isVisited(town, "A");
  }

  @Test
  void nobodyIsLikelyOfWhomNothingIsKnown() {
    RenewalTown town = town(new Condition.IntentAtLeast(1));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    assertThat(isVisited(town, "A")).isFalse();
  }

  @Test
  void markedByTheLessorsOwnTag() {
    RenewalTown town = town(new Condition.Tagged("vip"));
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    mark(town, "A", "vip");
    mark(town, "B", "VIP");
    town.goTo("2026-02-28", "10:00");
    assertThat(isVisited(town, "A")).isTrue();
    assertThat(hasVisit(town, "B")).isFalse();
  }

  /** Three months of 1000.00 each, of which a part is paid. */
  private RenewalTown owing(String least, String paid) {
    RenewalTown town = town(new Condition.OverdueAtLeast(RenewalTown.yuan(least)));
    town.let("A", lease -> {
      lease.start = "2026-01-01";
      lease.deposit = "0.00";
    });
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-03-02", "10:00");
    town.pay("A", "P-1", paid).orElseThrow();
    return town;
  }

  @Test
  void overdueIsWhatIsLateAndNotPaid() {
    assertThat(isVisited(owing("500.00", "2500.00"), "A")).isTrue();
  }

  @Test
  void noMoreIsOverdueThanWasNotPaid() {
    assertThat(isVisited(owing("500.01", "2500.00"), "A")).isFalse();
  }

  @Test
  void nothingIsOverdueWhenAllIsPaid() {
    assertThat(isVisited(owing("0.01", "3000.00"), "A")).isFalse();
  }

  @Test
  void whatIsFrozenIsNotOverdue() {
    RenewalTown town = owing("0.01", "2500.00");
    town.kit
        .locks()
        .freeze(
            new LockReceivables(
                "L-1", new LockScope.WholeContract(new ContractNo("A")), LockReason.SUSPENSION, "mail",
                "tenant", "manager", RenewalTown.at("2026-02-01", "00:00"), null, false))
        .orElseThrow();
    assertThat(isVisited(town, "A")).isFalse();
  }

  @Test
  void aMasterOwesTheBillsOfItsTreeThatItPays() {
    RenewalTown town = town(new Condition.OverdueAtLeast(RenewalTown.yuan("0.01")));
    town.let("M", lease -> {
      lease.master = true;
      lease.rent = "0.00";
      lease.deposit = "0.00";
    });
    town.let("S", lease -> lease.parent = "M");
    town.goTo("2026-02-28", "10:00");
    boolean masterPays =
        town.receivables("S").stream().allMatch(bill -> bill.payer().equals(new ContractNo("M")));
    assertThat(isVisited(town, "M")).isEqualTo(masterPays);
    assertThat(hasVisit(town, "S")).isEqualTo(!masterPays);
  }

  /** A visit for whoever needs a person, a call for those of value; by the time the story is told, both would be met. */
  @Test
  void theStoryTellsWhatWasNotDoneAndWhyByWhatWasKnownThen() {
    EscalationPolicy policy =
        PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI)
            .stage(
                "30",
                s -> s.daysBefore(30).notice("reminder", Channel.SMS).task("steward", "VISIT", RenewalPolicies.NEEDS_A_PERSON))
            .stage("20", s -> s.daysBefore(20).when(new Condition.Tagged("vip")).task("manager", "VISIT"))
            .stage("10", s -> s.daysBefore(10).notice("reminder", Channel.SMS))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicy(policy));
    town.let("A", lease -> lease.birthDate = "1970-06-01");
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-03-11", "10:00");
    town.goTo("2026-03-20", "10:00");
    mark(town, "A", "vip");
    town.goTo("2026-03-21", "10:00");
    String english = story(town, Locale.ENGLISH);
    assertThat(english)
        .contains(
            "done: notice; not done: visit (condition not met: age >= 65 or tagged in-person; then: age 55, not tagged"
                + " in-person)",
            "Stage 20: planned for 2026-03-11 10:00, not fired and never will be: its condition was not met when"
                + " stage 10 came: tagged vip; then: not tagged vip")
        .doesNotContain("came first");
    assertThat(story(town, Locale.SIMPLIFIED_CHINESE))
        .contains(
            "已执行：通知；未执行：上门拜访（条件未满足：年龄不低于65岁或带有标签in-person；当时：年龄55岁, 无标签in-person）",
            "阶段20：计划于2026-03-11 10:00，未触发且不再触发：阶段10触发时条件未满足：带有标签vip；当时：无标签vip");
  }

  @Test
  void theStoryOfASettledCaseTellsOfEachStageWhyItDidNotFire() {
    RenewalTown town = town(new Condition.Tagged("vip"));
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.goTo("2026-02-28", "10:00");
    town.decline("B").orElseThrow();
    town.goTo("2026-03-11", "10:00");
    town.goTo("2026-03-12", "09:00");
    town.payRenewal("A", "P-1", "1000.00").orElseThrow();
    // whatever becomes known later
    mark(town, "A", "vip");
    town.goTo("2026-03-20", "10:00");
    assertThat(story(town, Locale.ENGLISH))
        .contains(
            "Stage 20: planned for 2026-03-11 10:00, not fired: its time had come, and it still had not fired when the case"
                + " was paid at 2026-03-12 09:00; its condition: tagged vip");
    assertThat(story(town, Locale.SIMPLIFIED_CHINESE))
        .contains("阶段20：计划于2026-03-11 10:00，未触发：时间已到而仍未触发，已于2026-03-12 09:00付款；其条件：带有标签vip");
    assertThat(
            town.kit.renewals().explain(town.caseOf("B")).orElseThrow().text(Locale.ENGLISH, RenewalTown.SHANGHAI))
        .contains("Stage 20: planned for 2026-03-11 10:00, not fired: before that declined at 2026-02-28 10:00");
  }

  private static String story(RenewalTown town, Locale locale) {
    return town.kit.renewals().explain(town.caseOf("A")).orElseThrow().text(locale, RenewalTown.SHANGHAI);
  }

  @Test
  void whatIsMetTooLateIsSeenOnTheNextDay() {
    RenewalTown town = town(new Condition.Tagged("vip"));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    assertThat(isVisited(town, "A")).isFalse();
    Instant wake = town.renewal("A").nextDueAt();
    assertThat(wake).isEqualTo(RenewalTown.at("2026-03-12", "10:00"));
    mark(town, "A", "vip");
    town.goTo("2026-03-12", "09:59");
    assertThat(hasVisit(town, "A")).isFalse();
    town.goTo("2026-03-12", "10:00");
    assertThat(hasVisit(town, "A")).isTrue();
    assertThat(town.renewal("A").nextDueAt()).isEqualTo(town.renewal("A").lapsesAt());
  }

  @Test
  void whatIsNeverMetIsAskedAboutUntilTheTermEnds() {
    RenewalTown town = town(new Condition.Tagged("vip"));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    for (LocalDate day = LocalDate.parse("2026-03-11"); day.isBefore(LocalDate.parse("2026-03-31")); day = day.plusDays(1)) {
      town.goTo(day.toString(), "10:00");
      assertThat(town.renewal("A").nextDueAt()).isEqualTo(RenewalTown.at(day.plusDays(1).toString(), "10:00"));
    }
    town.goTo("2026-03-31", "10:00");
    assertThat(town.renewal("A").nextDueAt()).isEqualTo(town.renewal("A").lapsesAt());
  }
}
