package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AmendContract;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.escalation.CatchUp;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Whatever makes a stage late, it comes by the policy's rules: an approval at night, a lease that goes on after all, a sweep that
 * did not run, a fact that came true on a Saturday, a freeze that ends on a Sunday. Through the front door, on an adapter's
 * stores.
 */
public abstract class LateStagesContract {

  /** For subclasses. */
  protected LateStagesContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private static EscalationPolicy ladder(CatchUp rule) {
    return RenewalPolicies.ladder(List.of(30, 15, 3), RenewalTown.SHANGHAI).withCatchUp(rule);
  }

  private RenewalTown town(LessorProfile profile) {
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(RenewalTown.SHANGHAI).toInstant();
  }

  private static void goTo(RenewalTown town, String local) {
    town.clock.set(at(local));
    town.kit.runDue();
  }

  /** The local time of what is told. */
  private static String hourOf(String told) {
    return told.substring(told.indexOf('@') + 1, told.indexOf('/'));
  }

  private static LocalDate dayOf(String told) {
    return LocalDateTime.parse(hourOf(told)).toLocalDate();
  }

  private static String told(Fired one) {
    return one.stage() + "@" + one.at().atZone(RenewalTown.SHANGHAI).toLocalDateTime() + "/" + one.movedBy();
  }

  /** What fired for all cases: stage, local time, why it moved. */
  private static List<String> fired(RenewalTown town) {
    List<String> all = new ArrayList<>();
    town.stores.records().stages(RenewalTown.LESSOR, each -> all.add(told(each.fired())));
    return all;
  }

  /** What fired about the debts of A that were due on a day, without the notes beside. */
  private static List<String> dunned(RenewalTown town, String since) {
    return town.stores
        .dunning()
        .fired(RenewalTown.LESSOR, new ArrearsId(new ContractNo("A"), LocalDate.parse(since)))
        .stream()
        .filter(one -> !one.stage().contains("@"))
        .map(LateStagesContract::told)
        .toList();
  }

  /** Stages on February 28th, March 16th and 27th; the offer waits for approval from the first of them on. */
  private void approved(CatchUp rule, String approved, String expected) {
    RenewalTown town =
        town(
            RenewalTown.profile()
                .withRenewalPolicy(ladder(rule))
                .withOffers(PricingStrategies.changed(1500), OfferPolicy.STANDARD));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "00:00");
    goTo(town, approved);
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.PROPOSED);
    town.kit.offers().decide(new DecideOffer(town.caseOf("A").value(), "boss", true)).orElseThrow();
    town.kit.runDue();
    if (town.clock.instant().atZone(RenewalTown.SHANGHAI).toLocalDate().equals(dayOf(expected))) {
      goTo(town, hourOf(expected));
    }
    town.daysTo(dayOf(expected).toString());
    assertThat(fired(town)).containsExactly(expected);
    assertThat(town.touches()).extracting(Touch::at).containsOnly(at(hourOf(expected)));
    town.daysTo(dayOf(expected).plusDays(1).toString());
    assertThat(fired(town)).containsExactly(expected);
  }

  @Test
  void anOfferThatIsApprovedOnASaturdayNightIsToldOnMonday() {
    approved(CatchUp.NEXT_BUSINESS_DAY, "2026-03-07T23:30", "30@2026-03-09T10:00/CATCH_UP");
  }

  @Test
  void anOfferThatIsApprovedOnTheDayOfTheNextStageIsToldByThatOneAlone() {
    approved(CatchUp.NEXT_BUSINESS_DAY, "2026-03-16T00:10", "15@2026-03-16T10:00/NONE");
  }

  @Test
  void anOfferThatIsApprovedAfterTheHourIsToldOnTheNextDay() {
    approved(CatchUp.NEXT_BUSINESS_DAY, "2026-03-16T12:10", "15@2026-03-17T10:00/CATCH_UP");
  }

  @Test
  void anOfferThatIsApprovedIsToldAtOnceWhereThePolicySaysSo() {
    approved(CatchUp.AT_ONCE, "2026-03-07T23:30", "30@2026-03-07T23:30/CATCH_UP");
  }

  @Test
  void anOfferThatIsApprovedIsToldByTheNextStageWhereThePolicySkips() {
    approved(CatchUp.SKIP, "2026-03-13T23:30", "15@2026-03-16T10:00/NONE");
  }

  @Test
  void aLeaseThatGoesOnAfterAllIsTakenUpAtTheNextHour() {
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicy(ladder(CatchUp.NEXT_BUSINESS_DAY)));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-03-05", "10:00");
    AmendContract ends =
        new AmendContract.EarlyTermination(
            new AmendContract.Basis("A", LocalDate.parse("2026-03-25"), "steward-a", "moves", "mail 7"),
            LocalDate.parse("2026-03-25"), SubsAtEnd.REFUSE);
    assertThat(town.kit.amendments().amend(ends).isAccepted()).isTrue();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.SUPERSEDED);
    goTo(town, "2026-03-20T23:30");
    town.kit
        .amendments()
        .withdraw(new WithdrawAmendment("A", 1, "steward-a", "a mistake", "mail 8"))
        .orElseThrow();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    town.kit.runDue();
    town.daysTo("2026-03-24");
    // since a Friday at night
    assertThat(fired(town)).containsExactly("30@2026-02-28T10:00/HOLIDAY", "15@2026-03-23T10:00/CATCH_UP");
  }

  /** The tenant has been here all along: what is late is the sweep. */
  private void swept(CatchUp rule, String sweep, String expected) {
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicy(ladder(rule)));
    town.let("A", lease -> {});
    goTo(town, sweep);
    town.daysTo("2026-03-03");
    assertThat(fired(town)).containsExactly(expected);
  }

  @Test
  void aSweepLaterThatDayFiresThatDay() {
    swept(CatchUp.SKIP, "2026-02-28T11:00", "30@2026-02-28T11:00/HOLIDAY");
  }

  @Test
  void aSweepLaterThatDayIsNoLateEntry() {
    swept(CatchUp.NEXT_BUSINESS_DAY, "2026-02-28T11:00", "30@2026-02-28T11:00/HOLIDAY");
  }

  @Test
  void aSweepOnTheSundayAfterFiresOnMonday() {
    swept(CatchUp.SKIP, "2026-03-01T15:00", "30@2026-03-02T10:00/CATCH_UP");
  }

  /** Taking back what moved no end makes nobody late either. */
  @Test
  void aChangeOfContactsThatWasTakenBackMakesNobodyLate() {
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicy(ladder(CatchUp.SKIP)));
    town.let("A", lease -> {});
    town.clock.set(at("2026-02-26T10:00"));
    AmendContract.Basis basis =
        new AmendContract.Basis("A", LocalDate.parse("2026-02-26"), "steward-a", "another number", "mail 7");
    town.kit.amendments()
        .amend(new AmendContract.ContactChange(basis, List.of(new Contact(Channel.SMS, "19900000077"))))
        .orElseThrow();
    town.clock.set(at("2026-03-01T15:00"));
    town.kit.amendments()
        .withdraw(new WithdrawAmendment("A", 1, "steward-a", "a mistake", "mail 8"))
        .orElseThrow();
    town.kit.runDue();
    town.daysTo("2026-03-03");
    assertThat(fired(town)).containsExactly("30@2026-03-02T10:00/CATCH_UP");
  }

  @Test
  void aSweepTwoDaysLaterFiresThatDay() {
    swept(CatchUp.NEXT_BUSINESS_DAY, "2026-03-02T15:00", "30@2026-03-02T15:00/CATCH_UP");
  }

  private void signedLate(CatchUp rule, String expected) {
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicy(ladder(rule)));
    goTo(town, "2026-03-05T11:00");
    town.let("A", lease -> {});
    town.kit.runDue();
    assertThat(town.renewal("A").enteredAt()).isEqualTo(at("2026-03-05T11:00"));
    town.daysTo(dayOf(expected).toString());
    assertThat(fired(town)).containsExactly(expected);
  }

  @Test
  void whoSignsLateIsSkippedWhereThePolicySkips() {
    signedLate(CatchUp.SKIP, "15@2026-03-16T10:00/NONE");
  }

  @Test
  void whoSignsLateIsCaughtUpOnTheNextBusinessDay() {
    signedLate(CatchUp.NEXT_BUSINESS_DAY, "30@2026-03-06T10:00/CATCH_UP");
  }

  @Test
  void whatComesTrueOnASaturdayIsToldOnMonday() {
    EscalationPolicy policy =
        PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI)
            .stage("30", s -> s.daysBefore(30).when(new Condition.Tagged("vip")).notice("reminder", Channel.SMS))
            .stage("3", s -> s.daysBefore(3).notice("reminder", Channel.SMS))
            .anchored(RenewalPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicy(policy));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "00:00");
    town.daysTo("2026-03-06");
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("tenant-A"), Set.of(), false, false, Set.of("vip")));
    town.daysTo("2026-03-10");
    assertThat(fired(town)).containsExactly("30@2026-03-09T10:00/CATCH_UP");
  }

  @Test
  void aNewVersionCutsNoNoticeShort() {
    EscalationPolicy policy = ladder(CatchUp.NEXT_BUSINESS_DAY);
    PolicyVersions versions =
        PolicyVersions.always(policy).then(policy.withVersion(2), at("2026-02-28T10:10"));
    RenewalTown town = town(RenewalTown.profile().withRenewalPolicies(versions));
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "00:00");
    town.answer = message -> Delivery.FAILED;
    town.goTo("2026-02-28", "10:00");
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:20");
    assertThat(town.touches()).extracting(Touch::result).containsExactly(Touch.Result.FAILED, Touch.Result.DELIVERED);
    assertThat(town.tasks()).extracting(StewardTask::kind).doesNotContain(StewardTask.Kind.CALL);
  }

  private RenewalTown inDebt(CatchUp rule, String start) {
    DunningProfile usual = RenewalTown.dunning();
    RenewalTown town =
        new RenewalTown(
            stores(), validator(), start,
            RenewalTown.profile()
                .withOutreach(RenewalTown.profile().outreach().withTop(new StaffId("boss"))),
            new DunningProfile(
                PolicyVersions.always(DunningPolicies.standard(RenewalTown.SHANGHAI).withCatchUp(rule)),
                usual.fees(), usual.held(), usual.page()));
    return town;
  }

  private static void let(RenewalTown town) {
    town.let(
        "A",
        lease -> {
          lease.start = "2026-02-01";
          lease.lastDay = "2027-01-31";
          lease.deposit = "0.00";
        });
  }

  /** March is due on Monday the 2nd; reminders on the 5th, 12th and 19th. */
  private void frozen(CatchUp rule, String from, String until, String expected) {
    RenewalTown town = inDebt(rule, "2026-02-28");
    let(town);
    town.kit.billing().raiseDue();
    town.pay("A", "P-FEB", "1000.00").orElseThrow();
    town.kit
        .locks()
        .freeze(
            new LockReceivables(
                "DISPUTE", new LockScope.WholeContract(new ContractNo("A")), LockReason.SUSPENSION, "mail",
                "tenant", "manager", RenewalTown.at(from, "00:00"), RenewalTown.at(until, "00:00"), false))
        .orElseThrow();
    town.daysTo(dayOf(expected).toString());
    assertThat(dunned(town, "2026-03-02")).containsExactly(expected);
    assertThat(town.touches()).hasSize(1);
  }

  @Test
  void aFreezeThatEndsOnASundayLetsTheDebtGoOnMonday() {
    frozen(CatchUp.NEXT_BUSINESS_DAY, "2026-02-28", "2026-03-15", "late#2@2026-03-16T10:00/CATCH_UP");
  }

  @Test
  void aFreezeThatEndsOnAFridayLetsTheDebtGoAtTen() {
    frozen(CatchUp.NEXT_BUSINESS_DAY, "2026-02-28", "2026-03-13", "late#2@2026-03-13T10:00/CATCH_UP");
  }

  @Test
  void aFreezeThatEndsOnTheDayOfAStageLetsTheDebtGoWithThatOneAlone() {
    frozen(CatchUp.NEXT_BUSINESS_DAY, "2026-02-28", "2026-03-19", "late#3@2026-03-19T10:00/NONE");
  }

  @Test
  void aFreezeThatEndsLetsTheDebtGoAtOnceWhereThePolicySaysSo() {
    frozen(CatchUp.AT_ONCE, "2026-02-28", "2026-03-15", "late#2@2026-03-15T00:00/CATCH_UP");
  }

  @Test
  void aFreezeOfADebtThatWasLateAlreadyIsNoDifferent() {
    frozen(CatchUp.NEXT_BUSINESS_DAY, "2026-03-04", "2026-03-15", "late#2@2026-03-16T10:00/CATCH_UP");
  }

  @Test
  void aFreezeOfADebtThatWasLateAlreadySkipsWhatThePolicySkips() {
    frozen(CatchUp.SKIP, "2026-03-04", "2026-03-15", "late#3@2026-03-19T10:00/NONE");
  }

  @Test
  void aFreezeThatEndsSkipsWhatThePolicySkips() {
    frozen(CatchUp.SKIP, "2026-02-28", "2026-03-15", "late#3@2026-03-19T10:00/NONE");
  }

  private void olderPaid(CatchUp rule, String expected) {
    RenewalTown town = inDebt(rule, "2026-02-28");
    let(town);
    town.daysTo("2026-03-29");
    town.goTo("2026-03-30", "00:00");
    town.goTo("2026-03-30", "10:00");
    assertThat(dunned(town, "2026-03-02")).isEmpty();
    town.goTo("2026-03-30", "15:00");
    town.pay("A", "P-FEB", "1000.00").orElseThrow();
    town.kit.runDue();
    town.daysTo("2026-04-02");
    assertThat(String.join(" ", dunned(town, "2026-03-02"))).isEqualTo(expected);
  }

  @Test
  void whoPaysTheOlderDebtHearsOfTheOtherAtThePolicysHour() {
    olderPaid(CatchUp.NEXT_BUSINESS_DAY, "call@2026-03-31T10:00/CATCH_UP");
  }

  @Test
  void whoPaysTheOlderDebtHearsNothingOfTheOtherWhereThePolicySkips() {
    olderPaid(CatchUp.SKIP, "");
  }

  @Test
  void aBillThatIsMadeLateIsNotDunnedAtNight() {
    RenewalTown town = inDebt(CatchUp.NEXT_BUSINESS_DAY, "2026-02-28");
    town.goTo("2026-03-14", "23:30");
    let(town);
    town.kit.runDue();
    town.kit.runDue();
    town.daysTo("2026-03-16");
    List<Fired> all = new ArrayList<>();
    town.stores
        .dunning()
        .matters(RenewalTown.LESSOR, new ContractNo("A"))
        .forEach(id -> all.addAll(town.stores.dunning().fired(RenewalTown.LESSOR, id)));
    assertThat(all)
        .filteredOn(one -> !one.stage().contains("@"))
        .hasSize(1)
        .allSatisfy(one -> assertThat(told(one)).endsWith("@2026-03-16T10:00/CATCH_UP"));
  }
}
