package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.ActingKit;
import org.leasekit.application.AmendContract;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.RedeemCode;
import org.leasekit.application.RenewTree;
import org.leasekit.application.ReviseOffer;
import org.leasekit.application.SignRenewal;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.escalation.Facts;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.MovedBy;
import org.leasekit.escalation.Story;
import org.leasekit.intent.EarlyBird;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.StaffId;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** Renewals that take a turn, on an adapter's stores: contracts change under them, and offers after they were seen. */
public abstract class RenewalTurnsContract {
  private static final OfferPolicy.PersonalCode CODE =
      new OfferPolicy.PersonalCode(250, 30, "a secret of the town's");

  /** For subclasses. */
  protected RenewalTurnsContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town(
      PricingStrategy pricing,
      @Nullable EarlyBird bird,
      OfferPolicy.@Nullable PersonalCode code) {
    OfferPolicy policy = new OfferPolicy(OfferLimits.STANDARD, OfferJourneyContract.HOPEFUL, bird, code);
    LessorProfile profile = RenewalTown.profile().withOffers(pricing, policy);
    return new RenewalTown(stores(), validator(), "2026-02-12", profile);
  }

  private RenewalTown town(PricingStrategy pricing) {
    return town(pricing, null, null);
  }

  private static void amend(RenewalTown town, AmendContract how) {
    town.kit.amendments().amend(how).orElseThrow();
  }

  private static void extend(RenewalTown town, String no) {
    amend(town, AmendmentJourney.extension(no, "2026-04-01", "2026-07-01"));
  }

  private static void withdraw(RenewalTown town, String no, int number) {
    town.kit.amendments()
        .withdraw(new WithdrawAmendment(no, number, "steward-a", "a mistake", "mail 8"))
        .orElseThrow();
  }

  private static void changeRent(RenewalTown town, String no, String from, String rent) {
    amend(
        town,
        new AmendContract.RentChange(
            AmendmentJourney.basis(no, from), RenewalTown.yuan(rent), "补充协议 3"));
  }

  private static Outcome<Proposal> decide(RenewalTown town, String no, String by, boolean approved) {
    return town.kit.offers().decide(new DecideOffer(town.caseOf(no).value(), by, approved));
  }

  private static Outcome<Proposal> revise(RenewalTown town, String no, String rent) {
    return town.kit.offers()
        .revise(new ReviseOffer(town.caseOf(no).value(), "steward-a", RenewalTown.yuan(rent)));
  }

  private static Outcome<RenewalCase> sign(RenewalTown town, String no, String shown) {
    return sign(town, no, shown, null);
  }

  private static Outcome<RenewalCase> sign(
      RenewalTown town, String no, String shown, @Nullable String offer) {
    return town.kit.renewals()
        .sign(new SignRenewal(town.caseOf(no).value(), "S-" + no, new BigDecimal(shown), offer));
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "ACCEPTED" : outcome.rejection().rule();
  }

  private static List<StewardTask> tasks(RenewalTown town, StewardTask.Kind kind) {
    return town.tasks().stream().filter(task -> task.kind() == kind).toList();
  }

  private static String rent(RenewalTown town, String no) {
    return MinorUnits.plain(town.contract(no).terms().monthlyRent());
  }

  @Test
  void whatWaitedForApprovalWaitsAgainWhenTheExtensionIsTakenBack() {
    RenewalTown town = town(PricingStrategies.changed(2000));
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.goTo("2026-03-05", "11:00");
    CaseId id = town.caseOf("A");
    decide(town, "B", "boss", false).orElseThrow();
    for (String no : List.of("A", "B")) {
      extend(town, no);
      withdraw(town, no, 1);
      assertThat(town.renewal(no).state()).isEqualTo(CaseState.PROPOSED);
      assertThat(rule(town.accept(no))).isEqualTo("OFFER_NOT_APPROVED");
      assertThat(rule(town.sign(no, "S-1"))).isEqualTo("OFFER_NOT_APPROVED");
    }
    town.daysTo("2026-03-07");
    assertThat(town.touches()).isEmpty();
    assertThat(tasks(town, StewardTask.Kind.APPROVAL))
        .filteredOn(task -> task.renewalCase().equals(id) && task.isOpen())
        .hasSize(1);
    assertThat(rule(decide(town, "B", "boss", true))).isEqualTo("NOTHING_TO_DECIDE");
    decide(town, "A", "boss", true).orElseThrow();
    // approved on a Saturday
    town.daysTo("2026-03-09");
    assertThat(town.touches()).extracting(Touch::contract).containsExactly(town.contract("A").no());
  }

  @Test
  void whatWasShownCannotBeRevisedAfterAnExtensionThatWasTakenBack() {
    RenewalTown town = town(PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.daysTo("2026-03-02");
    town.accept("B").orElseThrow();
    for (String no : List.of("A", "B")) {
      extend(town, no);
      withdraw(town, no, 1);
      assertThat(rule(revise(town, no, "1050.00"))).isEqualTo("OFFER_FROZEN");
    }
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    assertThat(town.renewal("B").state()).isEqualTo(CaseState.ACCEPTED);
  }

  @Test
  void anEarlyBirdsWindowEndsAlthoughItsCaseRestedThen() {
    RenewalTown town = town(PricingStrategies.UNCHANGED, new EarlyBird(0.85, 7, 0, 300, 16, 1), null);
    town.let("A", lease -> {});
    town.daysTo("2026-02-21");
    extend(town, "A");
    town.goTo("2026-03-04", "12:00");
    withdraw(town, "A", 1);
    town.goTo("2026-03-04", "13:00");
    assertThat(MinorUnits.plain(town.renewal("A").offer().terms().monthlyRent())).isEqualTo("1000.00");
  }

  @Test
  void aSecondRevisionBeyondTheLimitsAsksAgain() {
    RenewalTown town = town(PricingStrategies.changed(2000));
    town.let("A", lease -> {});
    town.goTo("2026-03-02", "09:00");
    decide(town, "A", "boss", true).orElseThrow();
    revise(town, "A", "1300.00").orElseThrow();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.PROPOSED);
    assertThat(tasks(town, StewardTask.Kind.APPROVAL)).extracting(StewardTask::isOpen).containsExactly(false, true);
    revise(town, "A", "1310.00").orElseThrow();
    assertThat(tasks(town, StewardTask.Kind.APPROVAL)).hasSize(2);
    decide(town, "A", "boss", true).orElseThrow();
    assertThat(tasks(town, StewardTask.Kind.APPROVAL)).noneMatch(StewardTask::isOpen);
  }

  @Test
  void staffApproveAndPriceInTheirOwnNameAlone() {
    RenewalTown town = town(PricingStrategies.changed(2000));
    town.let("A", lease -> {});
    town.goTo("2026-03-02", "09:00");
    String id = town.caseOf("A").value();
    ActingKit boss = town.kit.as(new Actor.Staff(new StaffId("boss"), Actor.Role.SUPERVISOR));
    assertThat(rule(boss.offers().revise(new ReviseOffer(id, "steward-a", RenewalTown.yuan("1300.00")))))
        .isEqualTo("ACTION_NOT_ALLOWED");
    boss.offers().revise(new ReviseOffer(id, "boss", RenewalTown.yuan("1300.00"))).orElseThrow();
    assertThat(rule(boss.offers().decide(new DecideOffer(id, "boss", true)))).isEqualTo("OWN_PROPOSAL");
    assertThat(rule(boss.offers().decide(new DecideOffer(id, "somebody else", true)))).isEqualTo("ACTION_NOT_ALLOWED");
    ActingKit other = town.kit.as(new Actor.Staff(new StaffId("boss-2"), Actor.Role.SUPERVISOR));
    assertThat(other.offers().decide(new DecideOffer(id, " boss-2 ", true)).orElseThrow().approval().decidedBy())
        .hasToString("boss-2");
  }

  /** Rent on the last day 1100.00, two rents of deposit 2200.00, of which 1000.00 are there; 2.5 % off 1100.00 is 1072.50. */
  @Test
  void aCodeChangesTheRentAndNotTheDeposit() {
    RenewalTown town = town(PricingStrategies.withDeposit(PricingStrategies.UNCHANGED, 2), null, CODE);
    town.let("A", lease -> {});
    changeRent(town, "A", "2026-03-15", "1100.00");
    town.goTo("2026-03-02", "10:00");
    assertThat(town.renewal("A").offer().firstPayment()).isEqualTo(RenewalTown.yuan("2300.00"));
    String code = town.kit.offers().code(town.caseOf("A")).orElseThrow().orElseThrow();
    town.kit.offers().redeem(new RedeemCode(town.caseOf("A").value(), code)).orElseThrow();
    assertThat(town.renewal("A").offer().depositTopUp()).isEqualTo(RenewalTown.yuan("1200.00"));
    assertThat(town.renewal("A").offer().firstPayment()).isEqualTo(RenewalTown.yuan("2272.50"));
    sign(town, "A", "2272.50", town.renewal("A").offer().fingerprint()).orElseThrow();
    town.payRenewal("A", "P-1", "2272.50").orElseThrow();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.RENEWED);
    assertThat(town.receivables("A-R1")).allMatch(each -> each.outstanding().isZero()).hasSize(2);
  }

  @Test
  void aPriceThatIsOverBindsNobodyWhoHasNotSeenTheNext() {
    RenewalTown town = town(PricingStrategies.changed(500), new EarlyBird(0.85, 7, 0, 300, 12, 1), null);
    for (String no : List.of("A", "B", "C")) {
      town.let(no, lease -> {});
    }
    town.daysTo("2026-02-21");
    sign(town, "B", "1018.50").orElseThrow();
    town.daysTo("2026-02-26");
    assertThat(rule(sign(town, "A", "1018.50"))).isEqualTo("PRICE_CHANGED");
    assertThat(town.renewal("A").progress().signedAt()).isNull();
    sign(town, "A", "1050.00", town.renewal("A").offer().fingerprint()).orElseThrow();
    // signed: the price stands, whatever is shown later
    sign(town, "B", "1050.00").orElseThrow();
    town.payRenewal("B", "P-B", "1018.50").orElseThrow();
    assertThat(rent(town, "B-R1")).isEqualTo("1018.50");
  }

  @Test
  void aTreeIsRenewedAtThePricesThatWereSeenOrNotAtAll() {
    RenewalTown town = town(PricingStrategies.UNCHANGED, null, CODE);
    town.let("M", lease -> {
      lease.master = true;
      lease.rent = "0.00";
      lease.deposit = "0.00";
    });
    town.let("M1", lease -> lease.parent = "M");
    town.let("M2", lease -> lease.parent = "M");
    town.goTo("2026-03-02", "10:00");
    String master = town.caseOf("M").value();
    String one = town.caseOf("M1").value();
    String two = town.caseOf("M2").value();
    BigDecimal thousand = new BigDecimal("1000");
    Map<String, BigDecimal> seen = Map.of(one, thousand, two, thousand);
    String code = town.kit.offers().code(town.caseOf("M2")).orElseThrow().orElseThrow();
    town.kit.offers().redeem(new RedeemCode(two, code)).orElseThrow();
    for (Map<String, BigDecimal> wrong : List.of(seen, Map.of(one, thousand))) {
      RenewTree tree = new RenewTree(master, List.of(), "S-1", wrong);
      assertThat(rule(town.kit.renewals().renewTree(tree))).isEqualTo("PRICE_CHANGED");
    }
    assertThat(Stream.of("M", "M1", "M2")).allMatch(no -> town.renewal(no).progress().signedAt() == null);
    Map<String, BigDecimal> now = Map.of(one, thousand, two, new BigDecimal("975.00"));
    Map<String, String> offers = Map.of(two, town.renewal("M2").offer().fingerprint());
    town.kit.renewals().renewTree(new RenewTree(master, List.of(), "S-1", now, offers)).orElseThrow();
    assertThat(Stream.of("M", "M1", "M2")).allMatch(no -> town.renewal(no).progress().signedAt() != null);
  }

  @Test
  void theOfferStandsWhenRentOrUnitChangeBeforeTheSignature() {
    RenewalTown town = town(PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.daysTo("2026-03-02");
    changeRent(town, "A", "2026-03-10", "1200.00");
    amend(town, AmendmentJourney.swap("B", "2026-03-10", "free"));
    town.daysTo("2026-03-12");
    for (String no : List.of("A", "B")) {
      sign(town, no, "1000.00").orElseThrow();
      town.payRenewal(no, "P-" + no, "1000.00").orElseThrow();
      assertThat(rent(town, no + "-R1")).isEqualTo("1000.00");
      assertThat(town.receivables(no + "-R1"))
          .extracting(each -> MinorUnits.plain(each.amount()) + " " + each.status())
          .containsExactly("1000.00 PAID");
    }
    assertThat(rent(town, "A")).isEqualTo("1200.00");
    assertThat(String.valueOf(town.contract("B-R1").unit())).contains("free");
  }

  private static List<String> told(RenewalTown town, CaseId id) {
    return town.touches().stream()
        .filter(touch -> touch.renewalCase().equals(id))
        .map(touch -> touch.stage() + " " + LocalDate.ofInstant(touch.at(), RenewalTown.SHANGHAI))
        .toList();
  }

  /** Thirty days before June 30 is a Sunday, so that the Friday before it is the day. */
  @Test
  void anEndThatMovesBeginsItsOwnSeasonAndTheOldOneFallsSilent() {
    RenewalTown town = town(PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.daysTo("2026-02-28");
    CaseId old = town.caseOf("A");
    extend(town, "A");
    CaseId later = town.caseOf("A");
    town.goTo("2026-03-16", "10:00");
    town.goTo("2026-03-27", "10:00");
    town.goTo("2026-05-28", "23:00");
    assertThat(told(town, old)).containsExactly("30 2026-02-28");
    assertThat(told(town, later)).isEmpty();
    assertThat(town.tasks()).isEmpty();
    for (String day : List.of("2026-05-29", "2026-06-15", "2026-06-26")) {
      town.goTo(day, "00:00");
      town.goTo(day, "10:00");
    }
    assertThat(told(town, later)).containsExactly("30 2026-05-29", "15 2026-06-15");
    assertThat(town.tasks())
        .extracting(task -> task.renewalCase() + " " + task.kind() + " " + task.stage())
        .containsExactly(later + " CALL 3");
    assertThat(told(town, old)).hasSize(1);
    assertThat(town.stores.cases().find(RenewalTown.LESSOR, old).orElseThrow().state())
        .isEqualTo(CaseState.SUPERSEDED);
  }

  /** A fortnight more, agreed on March 10; taken back on the 14th, the first end goes on where it was. */
  @Test
  void anEndThatMovesBackGoesOnWithTheSeasonItHad() {
    RenewalTown town = town(PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.daysTo("2026-03-10");
    CaseId old = town.caseOf("A");
    amend(town, AmendmentJourney.extension("A", "2026-04-01", "2026-04-15"));
    CaseId later = town.caseOf("A");
    town.daysTo("2026-03-14");
    assertThat(told(town, later)).containsExactly("30 2026-03-13");
    withdraw(town, "A", 1);
    town.daysTo("2026-03-31");
    assertThat(told(town, later)).hasSize(1);
    assertThat(told(town, old)).containsExactly("30 2026-02-28", "15 2026-03-16");
    assertThat(town.tasks())
        .extracting(task -> task.renewalCase() + " " + task.stage())
        .containsExactly(old + " 3");
  }

  /** The message failed, and before it was repeated there was nothing to renew for a while. */
  @Test
  void whatWentUntoldWhileThereWasNothingToRenewIsToldAfterAll() {
    RenewalTown town = town(PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.answer = message -> MessageGateway.Delivery.FAILED;
    town.goTo("2026-02-28", "10:00");
    extend(town, "A");
    town.answer = message -> MessageGateway.Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:30");
    assertThat(town.touches()).extracting(Touch::result).containsExactly(Touch.Result.FAILED);
    withdraw(town, "A", 1);
    town.goTo("2026-02-28", "11:00");
    assertThat(town.touches())
        .extracting(touch -> touch.stage() + " " + touch.result())
        .containsExactly("30 FAILED", "30 DELIVERED");
    assertThat(tasks(town, StewardTask.Kind.CALL)).isEmpty();
  }

  @Test
  void whatIsTooLateToBeToldIsCalledAbout() {
    RenewalTown town = town(PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.answer = message -> MessageGateway.Delivery.FAILED;
    town.goTo("2026-03-16", "10:00");
    extend(town, "A");
    town.goTo("2026-03-16", "10:30");
    town.clock.set(RenewalTown.at("2026-03-27", "11:00"));
    withdraw(town, "A", 1);
    assertThat(tasks(town, StewardTask.Kind.CALL)).extracting(StewardTask::stage).contains("15");
  }

  @Test
  void anEarlyBirdsNoticeIsAStageLikeTheOthers() {
    RenewalTown town = town(PricingStrategies.UNCHANGED, new EarlyBird(0.85, 7, 0, 300, 12, 1), null);
    town.let("A", lease -> {});
    town.let("DEAD", lease -> {
      lease.contacts.clear();
      lease.contacts.add(new Contact(Channel.SMS, "19900000009"));
      lease.contacts.add(new Contact(Channel.WECOM, "wm00000009"));
    });
    town.answer =
        message ->
            message.contact().address().endsWith("9") && message.contact().channel() == Channel.SMS
                ? MessageGateway.Delivery.DEAD_CONTACT
                : MessageGateway.Delivery.DELIVERED;
    town.daysTo("2026-02-14");
    assertThat(town.shown)
        .extracting(message -> message.contact().channel() + " " + message.template())
        .containsExactlyInAnyOrder("SMS renewal.early-bird", "WECOM renewal.early-bird");
    List<StageDecision> decisions = Everything.all(town.stores.records()::stages, RenewalTown.LESSOR);
    assertThat(decisions)
        .extracting(StageDecision::fired)
        .containsOnly(
            new Fired(
                "early-bird", RenewalTown.at("2026-02-21", "10:00"), RenewalTown.at("2026-02-14", "10:00"),
                MovedBy.HOLIDAY, 1, List.of("NOTICE"), Facts.UNKNOWN.withAmounts(null, RenewalTown.yuan("970.00"))))
        .hasSize(2);
    town.goTo("2026-02-15", "00:00");
    Story story = town.kit.renewals().explain(town.caseOf("A")).orElseThrow();
    assertThat(story.lines())
        .extracting(line -> line.stage() + " " + line.status())
        .containsExactly("early-bird FIRED", "30 WAITING", "15 WAITING", "3 WAITING");
    assertThat(story.text(Locale.CHINESE, RenewalTown.SHANGHAI)).contains("early-bird");
    town.daysTo("2026-03-01");
    assertThat(told(town, town.caseOf("A"))).containsExactly("early-bird 2026-02-14", "30 2026-02-28");
  }
}
