package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.ReviseOffer;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.MovedBy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageBuilder;
import org.leasekit.ledger.AccountRole;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.MarketTable;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Stages that draft, offer and ask for approval do so, once, together with the record of the decision; what they cannot
 * do a person is asked to. Through the front door, on an adapter's stores.
 */
public abstract class StageOffersContract {

  /** For subclasses. */
  protected StageOffersContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private static EscalationPolicy policy(
      UnaryOperator<StageBuilder> at60, UnaryOperator<StageBuilder> at30, UnaryOperator<StageBuilder> at15) {
    return PolicyBuilder.policy("renewal", RenewalTown.SHANGHAI)
        .stage("60", s -> at60.apply(s.daysBefore(60)))
        .stage("30", s -> at30.apply(s.daysBefore(30)))
        .stage("15", s -> at15.apply(s.daysBefore(15)))
        .anchored(RenewalPolicies.CATALOG)
        .orElseThrow();
  }

  /** Draft and approval at 60 days, an offer with a message at 30, another offer at 15. */
  private static EscalationPolicy usual() {
    return policy(
        s -> s.does(new StageAct.ProposalDraft()).does(new StageAct.Approval("manager")),
        s -> s.notice("reminder", Channel.SMS).does(new StageAct.MakeOffer()),
        s -> s.does(new StageAct.MakeOffer()));
  }

  private static UnaryOperator<StageBuilder> offer() {
    return s -> s.does(new StageAct.MakeOffer());
  }

  private RenewalTown town(Stores stores, String day, EscalationPolicy policy, PricingStrategy pricing) {
    return new RenewalTown(
        stores,
        validator(),
        day,
        RenewalTown.profile()
            .withRenewalPolicy(policy)
            .withOffers(pricing, OfferPolicy.STANDARD));
  }

  /** A case that was opened on the day of its first stage, at midnight, at the price of before. */
  private Stores opened(EscalationPolicy policy) {
    Stores stores = stores();
    RenewalTown town = town(stores, "2026-01-20", policy, PricingStrategies.UNCHANGED);
    town.let("A", lease -> {});
    town.goTo("2026-01-30", "00:00");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.OPEN);
    return stores;
  }

  /** The town at ten o'clock of a day, by whatever prices hold on it. */
  private RenewalTown at(String day, Stores stores, EscalationPolicy policy, PricingStrategy pricing) {
    RenewalTown town = town(stores, day, policy, pricing);
    town.goTo(day, "10:00");
    return town;
  }

  private static List<String> done(RenewalTown town, String stage) {
    List<StageDecision> all = new ArrayList<>();
    town.stores.records().stages(RenewalTown.LESSOR, all::add);
    return all.stream()
        .filter(decision -> decision.fired().stage().equals(stage))
        .flatMap(decision -> decision.fired().actions().stream())
        .toList();
  }

  private static String rent(RenewalTown town) {
    return MinorUnits.plain(town.renewal("A").offer().terms().monthlyRent());
  }

  private static Proposal proposal(RenewalTown town) {
    return town.kit.offers().proposal(town.caseOf("A")).orElseThrow();
  }

  private static List<StewardTask> open(RenewalTown town) {
    return town.tasks().stream().filter(StewardTask::isOpen).toList();
  }

  private static void approve(RenewalTown town) {
    town.kit.offers().decide(new DecideOffer(town.caseOf("A").value(), "boss", true)).orElseThrow();
  }

  @Test
  void whatNobodyHasSeenFollowsTheRulesAndWhatWasShownStands() {
    Stores stores = opened(usual());
    RenewalTown drafted = at("2026-01-30", stores, usual(), PricingStrategies.changed(500));
    assertThat(done(drafted, "60"))
        .containsExactly("PROPOSAL_DRAFT=DRAFTED(1050.00)", "APPROVAL=NOT_NEEDED");
    assertThat(proposal(drafted).price().rule()).isEqualTo("CHANGED(+5%)=1050.00");
    assertThat(proposal(drafted).draftedAt()).isEqualTo(RenewalTown.at("2026-01-30", "10:00"));
    assertThat(drafted.touches()).isEmpty();

    RenewalTown made = at("2026-02-28", stores, usual(), PricingStrategies.changed(800));
    assertThat(done(made, "30")).containsExactly("NOTICE", "OFFER=MADE(1080.00)");
    assertThat(made.shown).hasSize(1);
    assertThat(made.shown.get(0).text()).contains("1080.00");
    assertThat(open(made)).isEmpty();

    RenewalTown late = at("2026-03-16", stores, usual(), PricingStrategies.changed(900));
    assertThat(done(late, "15")).containsExactly("OFFER=ALREADY_LIVE");
    assertThat(open(late))
        .extracting(StewardTask::kind, StewardTask::stage, StewardTask::assignee)
        .containsExactly(tuple(StewardTask.Kind.OFFER, "15", RenewalTown.STEWARD));
    assertThat(rent(late)).isEqualTo("1080.00");
    assertThat(late.shown).isEmpty();
    late.payRenewal("A", "P1", "1080.00").orElseThrow();
    late.sign("A", "S1").orElseThrow();
    assertThat(late.contract("A-R1").terms().monthlyRent()).isEqualTo(RenewalTown.yuan("1080.00"));
    assertThat(late.balance(AccountRole.UNAPPLIED_CASH)).isZero();
  }

  @Test
  void theStoryTellsItInBothLanguages() {
    Stores stores = opened(usual());
    at("2026-01-30", stores, usual(), PricingStrategies.changed(500));
    at("2026-02-28", stores, usual(), PricingStrategies.changed(500));
    RenewalTown town = at("2026-03-16", stores, usual(), PricingStrategies.changed(900));
    var story = town.kit.renewals().explain(town.caseOf("A")).orElseThrow();
    assertThat(story.text(Locale.ENGLISH, RenewalTown.SHANGHAI))
        .contains("done: proposal draft (drafted: 1050.00), approval (within the limits: nobody has to)")
        .contains("done: notice, offer (it stands as it is)")
        .contains("done: offer (not done: the tenant was shown another price; a task was opened)");
    assertThat(story.text(Locale.CHINESE, RenewalTown.SHANGHAI))
        .contains("续约建议书草案（已拟定：1050.00）")
        .contains("报价（维持原报价）")
        .contains("报价（未执行：租户已见到另一价格；已转人工任务）");
  }

  @Test
  void doingItAgainDoesNothingTwice() {
    Stores stores = opened(usual());
    RenewalTown town = at("2026-01-30", stores, usual(), PricingStrategies.changed(500));
    Proposal first = proposal(town);
    RenewalTown dearer = at("2026-01-30", stores, usual(), PricingStrategies.changed(700));
    assertThat(dearer.kit.sweep().replan()).isEqualTo(1);
    dearer.goTo("2026-01-31", "10:00");
    assertThat(proposal(dearer)).isEqualTo(first);
    assertThat(done(dearer, "60")).hasSize(2);
  }

  @Test
  void ofManyNodesOneDoesIt() throws Exception {
    Stores stores = opened(usual());
    List<RenewalTown> nodes =
        Stream.generate(() -> town(stores, "2026-01-30", usual(), PricingStrategies.changed(1500)))
            .limit(4)
            .toList();
    nodes.forEach(node -> node.clock.set(RenewalTown.at("2026-01-30", "10:00")));
    List<CompletableFuture<Integer>> fired =
        nodes.stream()
            .map(node -> CompletableFuture.supplyAsync(() -> node.kit.sweep().runDue().fired()))
            .toList();
    assertThat(fired.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
    assertThat(done(nodes.get(0), "60"))
        .containsExactly("PROPOSAL_DRAFT=WAITS_FOR_APPROVAL", "APPROVAL=ASKED");
    assertThat(open(nodes.get(0))).hasSize(1);
    assertThat(proposal(nodes.get(0)).version()).isEqualTo(2);
  }

  @Test
  void beyondTheLimitsTheApprovalIsAskedForAndNothingIsSentBefore() {
    Stores stores = opened(usual());
    RenewalTown town = at("2026-01-30", stores, usual(), PricingStrategies.changed(1500));
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.PROPOSED);
    assertThat(open(town))
        .extracting(StewardTask::kind, StewardTask::role, StewardTask::stage)
        .containsExactly(tuple(StewardTask.Kind.APPROVAL, "manager", "60"));
    town.liveTo("2026-03-01", "12:00");
    assertThat(town.touches()).isEmpty();
    approve(town);
    assertThat(open(town)).isEmpty();
    town.liveTo("2026-03-02", "12:00");
    assertThat(done(town, "30")).containsExactly("NOTICE", "OFFER=STANDS");
    assertThat(town.touches()).extracting(Touch::stage).containsExactly("30");
    assertThat(rent(town)).isEqualTo("1150.00");
    assertThat(proposal(town).approval().state()).isEqualTo(Proposal.ApprovalState.APPROVED);
  }

  @Test
  void anOfferThatWaitsIsToldOnceItIsApproved() {
    EscalationPolicy alone = policy(s -> s.task("steward", "PROPOSAL_DRAFT"), offer(), offer());
    Stores stores = opened(alone);
    RenewalTown town = at("2026-02-28", stores, alone, PricingStrategies.changed(1500));
    assertThat(done(town, "30")).containsExactly("OFFER=WAITS_FOR_APPROVAL");
    assertThat(open(town)).extracting(StewardTask::role).contains("supervisor");
    town.liveTo("2026-03-02", "12:00");
    assertThat(town.touches()).isEmpty();
    approve(town);
    town.liveTo("2026-03-02", "13:00");
    assertThat(town.shown).hasSize(1);
    assertThat(town.shown.get(0).text()).contains("1150.00");
    assertThat(stores.outbox().ofCase(RenewalTown.LESSOR, town.caseOf("A")))
        .extracting(Notice::state)
        .containsExactly(Notice.State.DELIVERED);
  }

  @Test
  void whereNoRuleFitsAPersonIsAsked() {
    Stores stores = opened(usual());
    PricingStrategy empty =
        PricingStrategies.bounded(PricingStrategies.market(new MarketTable(List.of())), 0, 500);
    RenewalTown town = at("2026-01-30", stores, usual(), empty);
    assertThat(done(town, "60")).containsExactly("PROPOSAL_DRAFT=NO_RULE_FITS", "APPROVAL=NOT_NEEDED");
    assertThat(open(town)).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.PROPOSAL_DRAFT);
    RenewalTown later = at("2026-02-28", stores, usual(), empty);
    assertThat(done(later, "30")).containsExactly("NOTICE", "OFFER=NO_RULE_FITS");
    assertThat(rent(later)).isEqualTo("1000.00");
  }

  @Test
  void aUnitThatWasLetMeanwhileIsNotOffered() {
    Stores stores = opened(usual());
    RenewalTown town = town(stores, "2026-02-27", usual(), PricingStrategies.UNCHANGED);
    town.let(
        "NEXT",
        lease -> {
          lease.unit = "U-A";
          lease.start = "2026-04-01";
          lease.lastDay = "2027-03-31";
        });
    town.goTo("2026-02-28", "10:00");
    assertThat(done(town, "30")).contains("OFFER=UNIT_LET");
    assertThat(open(town)).extracting(StewardTask::kind).contains(StewardTask.Kind.OFFER);
  }

  @Test
  void whatTheTenantHasAcceptedStands() {
    EscalationPolicy alone = policy(s -> s.notice("reminder", Channel.SMS), offer(), offer());
    Stores stores = opened(alone);
    RenewalTown town = at("2026-01-30", stores, alone, PricingStrategies.UNCHANGED);
    town.accept("A").orElseThrow();
    RenewalTown dearer = at("2026-02-28", stores, alone, PricingStrategies.changed(300));
    assertThat(done(dearer, "30")).containsExactly("OFFER=PRICE_STANDS");
    assertThat(rent(dearer)).isEqualTo("1000.00");
    assertThat(dearer.renewal("A").state()).isEqualTo(CaseState.ACCEPTED);
  }

  @Test
  void nothingIsOfferedToWhoHasPaid() {
    Stores stores = opened(usual());
    RenewalTown town = at("2026-01-30", stores, usual(), PricingStrategies.UNCHANGED);
    town.payRenewal("A", "P1", "1000.00").orElseThrow();
    RenewalTown dearer = at("2026-02-28", stores, usual(), PricingStrategies.changed(300));
    assertThat(done(dearer, "30")).isEmpty();
    assertThat(rent(dearer)).isEqualTo("1000.00");
    assertThat(dearer.kit.renewals().explain(dearer.caseOf("A")).orElseThrow().text(Locale.ENGLISH, RenewalTown.SHANGHAI))
        .contains(
            "Stage 30: planned for 2026-03-01 10:00 and was to fire at 2026-02-28 10:00 (moved by a day off), not fired:"
                + " before that paid at 2026-01-30 10:00");
  }

  @Test
  void aPriceThatAPersonHasSetIsOfferedAsItIs() {
    EscalationPolicy alone = policy(s -> s.task("steward", "PROPOSAL_DRAFT"), offer(), offer());
    Stores stores = opened(alone);
    RenewalTown town = town(stores, "2026-01-30", alone, PricingStrategies.changed(900));
    town.kit
        .offers()
        .revise(
            new ReviseOffer(
                town.caseOf("A").value(), "steward-a", RenewalTown.yuan("1010.00")))
        .orElseThrow();
    town.goTo("2026-02-28", "10:00");
    assertThat(done(town, "30")).containsExactly("OFFER=STANDS");
    assertThat(town.shown.get(0).text()).contains("1010.00");
  }

  /** A rule that breaks down until it is mended. */
  private static final class Brittle implements PricingStrategy {
    private boolean mended;

    @Override
    public String code() {
      return "BRITTLE";
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      if (!mended) {
        throw new IllegalStateException("no connection to the price list");
      }
      return PricingStrategies.changed(500).price(contract, from);
    }
  }

  @Test
  void decisionAndOfferAreStoredTogetherOrNotAtAll() {
    Stores stores = opened(usual());
    Brittle prices = new Brittle();
    RenewalTown town = town(stores, "2026-01-30", usual(), prices);
    town.clock.set(RenewalTown.at("2026-01-30", "10:00"));
    assertThat(town.kit.sweep().runDue().setAside()).containsOnlyKeys(town.caseOf("A"));
    assertThat(done(town, "60")).isEmpty();
    assertThat(town.tasks()).isEmpty();
    prices.mended = true;
    town.goTo("2026-01-30", "11:00");
    assertThat(done(town, "60")).contains("PROPOSAL_DRAFT=DRAFTED(1050.00)");
    List<StageDecision> all = new ArrayList<>();
    stores.records().stages(RenewalTown.LESSOR, all::add);
    assertThat(all).extracting(decision -> decision.fired().movedBy()).containsExactly(MovedBy.RETRY);
  }
}
