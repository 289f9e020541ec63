package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.RedeemCode;
import org.leasekit.application.RenewTree;
import org.leasekit.application.ReviseOffer;
import org.leasekit.application.SignRenewal;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.contract.ChargeRules;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.StageAct;
import org.leasekit.intent.EarlyBird;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.MarketTable;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalPolicies;

/**
 * What was shown binds, and what was promised is kept: signatures under the offer that was read, prices that nobody has seen
 * yet, codes and early birds' windows over a change of the profile. Through the front door, on an adapter's stores.
 */
public abstract class KeptOffersContract {
  private static final ChargeRules ARREARS =
      ChargeRules.STANDARD.due(ChargeRules.Timing.ARREARS, 3);
  private static final EarlyBird BIRD = new EarlyBird(0.85, 7, 0, 300, 12, 1);
  private static final OfferPolicy.PersonalCode CODE = code(1000);

  /** For subclasses. */
  protected KeptOffersContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private static OfferPolicy.PersonalCode code(int basisPoints) {
    return new OfferPolicy.PersonalCode(basisPoints, 30, "a secret of the town's");
  }

  private static OfferPolicy policy(
      @Nullable EarlyBird bird, OfferPolicy.@Nullable PersonalCode code) {
    OfferLimits wide = new OfferLimits(1000, 1000, 5000);
    return new OfferPolicy(wide, OfferJourneyContract.HOPEFUL, bird, code);
  }

  private RenewalTown town(Stores stores, String day, PricingStrategy pricing, OfferPolicy policy) {
    return new RenewalTown(
        stores, validator(), day, RenewalTown.profile().withOffers(pricing, policy));
  }

  private RenewalTown birds() {
    return town(stores(), "2026-02-12", PricingStrategies.changed(500), policy(BIRD, null));
  }

  private static String seen(RenewalTown town, String no) {
    return town.renewal(no).offer().fingerprint();
  }

  private static Outcome<RenewalCase> sign(
      RenewalTown town, String no, @Nullable String price, @Nullable String offer) {
    BigDecimal shown = price == null ? null : new BigDecimal(price);
    return town.kit.renewals()
        .sign(new SignRenewal(town.caseOf(no).value(), "S-" + no, shown, offer));
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "ACCEPTED" : outcome.rejection().rule();
  }

  private static String rent(RenewalTown town, String no) {
    return MinorUnits.plain(town.renewal(no).offer().terms().monthlyRent());
  }

  @Test
  void aSignatureBindsTheOfferThatWasShown() {
    RenewalTown town = birds();
    for (String no : List.of("A", "B", "C", "D")) {
      town.let(no, lease -> lease.rules = ARREARS);
    }
    town.daysTo("2026-02-21");
    assertThat(rent(town, "A")).isEqualTo("1018.50");
    assertThat(town.renewal("A").offer().firstPayment().isZero()).isTrue();
    String old = seen(town, "A");
    // nothing has changed since it was shown
    sign(town, "B", "0.00", null).orElseThrow();
    assertThat(town.contract("B-R1").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1018.50"));
    town.accept("C").orElseThrow();

    town.daysTo("2026-02-26");
    assertThat(rule(sign(town, "A", "0.00", null))).isEqualTo("PRICE_CHANGED");
    assertThat(rule(sign(town, "A", null, null))).isEqualTo("PRICE_CHANGED");
    assertThat(rule(sign(town, "A", null, old))).isEqualTo("PRICE_CHANGED");
    assertThat(town.renewal("A").progress().signedAt()).isNull();
    sign(town, "A", "0.00", seen(town, "A")).orElseThrow();
    assertThat(town.contract("A-R1").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1050.00"));
    // accepted: the price stood
    sign(town, "C", "0.00", null).orElseThrow();
    assertThat(town.contract("C-R1").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1018.50"));
    town.kit.renewals()
        .accept(new AcceptRenewal(town.caseOf("D").value(), null, seen(town, "D")))
        .orElseThrow();
    sign(town, "D", null, null).orElseThrow();
    assertThat(town.contract("D-R1").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1050.00"));
  }

  @Test
  void aSignatureUnderATreeBindsTheOffersThatWereShown() {
    RenewalTown town = birds();
    town.let(
        "M",
        lease -> {
          lease.master = true;
          lease.rules = ARREARS;
        });
    town.let(
        "M1",
        lease -> {
          lease.parent = "M";
          lease.rules = ARREARS;
        });
    town.daysTo("2026-02-21");
    String master = town.caseOf("M").value();
    String sub = town.caseOf("M1").value();
    Map<String, String> old = Map.of(master, seen(town, "M"), sub, seen(town, "M1"));
    town.daysTo("2026-02-26");
    Map<String, String> half = Map.of(master, seen(town, "M"));
    for (Map<String, String> wrong : List.of(old, half, Map.<String, String>of())) {
      RenewTree tree = new RenewTree(master, List.of(), "S-1", Map.of(), wrong);
      assertThat(rule(town.kit.renewals().renewTree(tree))).isEqualTo("PRICE_CHANGED");
    }
    assertThat(town.renewal("M").progress().signedAt()).isNull();
    Map<String, String> now = Map.of(master, seen(town, "M"), sub, seen(town, "M1"));
    town.kit.renewals().renewTree(new RenewTree(master, List.of(), "S-1", Map.of(), now)).orElseThrow();
    assertThat(town.contract("M1-R1").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1050.00"));
  }

  private static EscalationPolicy stages() {
    return PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI)
        .stage("60", s -> s.daysBefore(60).does(new StageAct.ProposalDraft()))
        .stage("30", s -> s.daysBefore(30).notice("reminder", Channel.SMS).does(new StageAct.MakeOffer()))
        .anchored(RenewalPolicies.CATALOG)
        .orElseThrow();
  }

  private RenewalTown staged(Stores stores, String day, PricingStrategy pricing) {
    return new RenewalTown(
        stores, validator(), day,
        RenewalTown.profile().withRenewalPolicy(stages()).withOffers(pricing, OfferPolicy.STANDARD));
  }

  private static Outcome<Proposal> revise(RenewalTown town, String rent) {
    return town.kit.offers()
        .revise(new ReviseOffer(town.caseOf("A").value(), "steward-a", RenewalTown.yuan(rent)));
  }

  private static void extendAndTakeBack(RenewalTown town, int number) {
    CaseId id = town.caseOf("A");
    town.kit.amendments().amend(AmendmentJourney.extension("A", "2026-04-01", "2026-07-01")).orElseThrow();
    assertThat(town.stores.cases().find(RenewalTown.LESSOR, id))
        .hasValueSatisfying(renewal -> assertThat(renewal.state()).isEqualTo(CaseState.SUPERSEDED));
    town.kit.amendments()
        .withdraw(new WithdrawAmendment("A", number, "steward-a", "a mistake", "mail 8"))
        .orElseThrow();
  }

  @Test
  void aStageThatToldNobodyLeavesThePriceToAPerson() {
    Stores stores = stores();
    RenewalTown town = staged(stores, "2026-01-20", PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.goTo("2026-01-30", "00:00");
    PricingStrategy empty =
        PricingStrategies.bounded(PricingStrategies.market(new MarketTable(List.of())), 0, 500);
    RenewalTown now = staged(stores, "2026-01-30", empty);
    now.goTo("2026-01-30", "10:00");
    assertThat(now.tasks()).hasSize(1);
    assertThat(now.renewal("A").state()).isEqualTo(CaseState.OPEN);
    revise(now, "1010.00").orElseThrow();
    extendAndTakeBack(now, 1);
    assertThat(now.renewal("A").state()).isEqualTo(CaseState.OPEN);
    revise(now, "1020.00").orElseThrow();
    now.goTo("2026-02-28", "10:00");
    assertThat(now.shown.get(0).text()).contains("1020.00");
    assertThat(rule(revise(now, "1030.00"))).isEqualTo("OFFER_FROZEN");
    extendAndTakeBack(now, 3);
    assertThat(now.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    assertThat(rule(revise(now, "1030.00"))).isEqualTo("OFFER_FROZEN");
  }

  @Test
  void aPriceThatGoesOutOnceItIsApprovedHasBeenSeen() {
    Stores stores = stores();
    RenewalTown town = staged(stores, "2026-01-20", PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.goTo("2026-01-30", "10:00");
    RenewalTown dearer = staged(stores, "2026-02-28", PricingStrategies.changed(1500));
    dearer.goTo("2026-02-28", "10:00");
    assertThat(dearer.renewal("A").state()).isEqualTo(CaseState.PROPOSED);
    revise(dearer, "1200.00").orElseThrow();
    dearer.kit.offers().decide(new DecideOffer(town.caseOf("A").value(), "boss", true)).orElseThrow();
    dearer.liveTo("2026-03-02", "12:00");
    assertThat(dearer.shown.get(0).text()).contains("1200.00");
    assertThat(dearer.renewal("A").state()).isEqualTo(CaseState.NOTIFIED);
    assertThat(rule(revise(dearer, "1030.00"))).isEqualTo("OFFER_FROZEN");
  }

  private static String codeOf(RenewalTown town, String no) {
    return town.kit.offers().code(town.caseOf(no)).orElseThrow().orElseThrow();
  }

  private static Outcome<Proposal> redeem(RenewalTown town, String no, String code) {
    return town.kit.offers().redeem(new RedeemCode(town.caseOf(no).value(), code));
  }

  @Test
  void aCodeIsWorthWhatWasPromisedInIt() {
    Stores stores = stores();
    PricingStrategy same = PricingStrategies.UNCHANGED;
    RenewalTown town = town(stores, "2026-02-12", same, policy(null, CODE));
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.goTo("2026-03-02", "10:00");
    RenewalTown less = town(stores, "2026-03-02", same, policy(null, code(500)));
    redeem(less, "A", codeOf(less, "A")).orElseThrow();
    assertThat(rent(less, "A")).isEqualTo("900.00");
    RenewalTown none = town(stores, "2026-03-02", same, policy(null, null));
    redeem(none, "B", codeOf(none, "B")).orElseThrow();
    assertThat(rent(none, "B")).isEqualTo("900.00");
  }

  @Test
  void whatAnEarlyBirdWasPromisedHoldsAndTheCodeBeyondIt() {
    Stores stores = stores();
    PricingStrategy same = PricingStrategies.UNCHANGED;
    RenewalTown town = town(stores, "2026-02-12", same, policy(BIRD, CODE));
    town.let("A", lease -> {});
    town.daysTo("2026-02-21");
    assertThat(rent(town, "A")).isEqualTo("970.00");
    EarlyBird stingy = new EarlyBird(0.85, 7, 0, 100, 12, 1);
    RenewalTown next = town(stores, "2026-02-21", same, policy(stingy, code(500)));
    redeem(next, "A", codeOf(next, "A")).orElseThrow();
    assertThat(rent(next, "A")).isEqualTo("870.00");
    RenewalTown none = town(stores, "2026-02-21", same, policy(null, null));
    none.daysTo("2026-02-26");
    assertThat(rent(none, "A")).isEqualTo("900.00");
    assertThat(rule(sign(none, "A", "900.00", null))).isEqualTo("PRICE_CHANGED");
    sign(none, "A", "900.00", seen(none, "A")).orElseThrow();
  }

  @Test
  void aDiscountThatWasRedeemedSurvivesEveryReckoning() {
    Stores stores = stores();
    OfferPolicy with = policy(null, CODE);
    RenewalTown town =
        new RenewalTown(
            stores, validator(), "2026-01-20",
            RenewalTown.profile().withRenewalPolicy(stages()).withOffers(PricingStrategies.UNCHANGED, with));
    town.let("A", lease -> {});
    town.goTo("2026-01-30", "10:00");
    redeem(town, "A", codeOf(town, "A")).orElseThrow();
    RenewalTown next =
        new RenewalTown(
            stores, validator(), "2026-01-30",
            RenewalTown.profile()
                .withRenewalPolicy(stages())
                .withOffers(PricingStrategies.changed(200), policy(null, null)));
    revise(next, "1010.00").orElseThrow();
    assertThat(rent(next, "A")).isEqualTo("909.00");
    next.goTo("2026-02-28", "10:00");
    assertThat(next.shown.get(0).text()).contains("909.00");
  }
}
