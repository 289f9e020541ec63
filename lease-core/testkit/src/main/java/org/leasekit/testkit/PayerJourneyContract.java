package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.ActingKit;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.access.AuditEntry;
import org.leasekit.amendment.Aspect;
import org.leasekit.amendment.Version;
import org.leasekit.application.AmendContract;
import org.leasekit.application.OpenItems;
import org.leasekit.application.Outreach;
import org.leasekit.application.SignContract;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.Contract;
import org.leasekit.contract.Portion;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyKind;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;

/** Somebody pays without being the tenant: bills, reminders and payments, through the front door, on an adapter's stores. */
public abstract class PayerJourneyContract {
  private static final Payer BRIGHT =
      new Payer(new PayerId("bright"), "光明公司", List.of(new Contact(Channel.SMS, "13900000001")));
  private static final Payer OTHER =
      new Payer(new PayerId("other"), "Other Ltd", List.of(new Contact(Channel.SMS, "13900000002")));

  private RenewalTown town;

  /** For subclasses. */
  protected PayerJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town =
        new RenewalTown(
            stores(), validator(), "2026-02-28", RenewalTown.profile(), RenewalTown.dunning());
  }

  private void lease(String no, @Nullable String parent) {
    town.let(
        no,
        lease -> {
          lease.parent = parent;
          lease.start = "2026-02-01";
          lease.lastDay = "2027-01-31";
          lease.deposit = "0.00";
        });
  }

  private void frame() {
    town.let(
        "M",
        lease -> {
          lease.master = true;
          lease.start = "2026-01-01";
          lease.lastDay = "2027-12-31";
          lease.rent = "0.00";
          lease.deposit = "0.00";
        });
  }

  private void pays(String no, String from, @Nullable Payer payer) {
    AmendContract.Basis basis =
        new AmendContract.Basis(no, LocalDate.parse(from), "steward-a", "公司付款", "mail 7");
    town.kit.amendments().amend(new AmendContract.PayerChange(basis, payer)).orElseThrow();
  }

  private @Nullable Payer payerOn(String no, String day, Instant known) {
    return town.kit.amendments().asOf(no(no), LocalDate.parse(day), known).orElseThrow().payer();
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "" : outcome.rejection().rule();
  }

  private List<String> accounts(String no) {
    return town.receivables(no).stream().map(each -> each.payer().value()).toList();
  }

  @Test
  void tenantPayerAndUserAreThreeAndEachChangesAlone() {
    Tenant tenant =
        new Tenant(RenewalTown.LESSOR, new TenantId("newcomer"), "李娜", PartyKind.PERSON, null);
    SignContract signed =
        new SignContract(
                "C", "garage", "U-C", Portion.WHOLE, tenant, "李雷", "沪A·1", List.of(), null,
                LocalDate.parse("2026-02-01"), LocalDate.parse("2027-02-01"), RenewalTown.yuan("900.00"),
                RenewalTown.yuan("0.00"), 1, "ACTUAL_MONTH", null, "office", "paper")
            .withPayer(BRIGHT);
    Contract contract = town.kit.contracts().sign(signed).orElseThrow();
    assertThat(contract.tenant()).isEqualTo(tenant.id());
    assertThat(contract.payer()).isEqualTo(BRIGHT);
    assertThat(contract.occupant()).isEqualTo(new Occupant("李雷", "沪A·1"));
    Instant before = town.clock.instant();
    town.clock.set(RenewalTown.at("2026-03-02", "09:00"));
    pays("C", "2026-04-01", OTHER);
    assertThat(town.contract("C").payer()).as("not yet").isEqualTo(BRIGHT);
    town.goTo("2026-04-01", "00:00");
    assertThat(town.contract("C")).extracting(Contract::payer, Contract::tenant).containsExactly(OTHER, tenant.id());
    Instant known = town.clock.instant();
    assertThat(payerOn("C", "2026-03-31", known)).isEqualTo(BRIGHT);
    assertThat(payerOn("C", "2026-04-01", known)).isEqualTo(OTHER);
    assertThat(payerOn("C", "2026-04-01", before)).as("as it was known then").isEqualTo(BRIGHT);
    List<Version> versions = town.kit.amendments().timeline(no("C"), known).orElseThrow();
    assertThat(versions).extracting(Version::changed).contains(Set.of(Aspect.PAYER));
    assertThat(town.kit.contracts().file(no("C")).orElseThrow().contract().payer()).isEqualTo(OTHER);
    town.clock.set(RenewalTown.at("2026-04-02", "09:00"));
    town.kit.amendments().withdraw(new WithdrawAmendment("C", 1, "boss", "a mistake", "mail 8")).orElseThrow();
    assertThat(town.contract("C").payer()).isEqualTo(BRIGHT);
    assertThat(payerOn("C", "2026-04-01", known)).as("the answer stays").isEqualTo(OTHER);
  }

  @Test
  void billsStopWhereAPayerIsRegisteredAndPastOnesStay() {
    frame();
    lease("A", "M");
    lease("B", "M");
    town.goTo("2026-03-01", "00:00");
    assertThat(accounts("A")).containsExactly("M", "M");
    pays("A", "2026-03-15", BRIGHT);
    assertThat(town.kit.hierarchy().payerOf(no("A")).orElseThrow()).isEqualTo(no("M"));
    town.goTo("2026-04-01", "00:00");
    assertThat(town.kit.hierarchy().payerOf(no("A")).orElseThrow()).isEqualTo(no("A"));
    assertThat(accounts("A")).containsExactly("M", "M", "A");
    assertThat(accounts("B")).containsOnly("M");
    OpenItems owed = town.kit.billing().owed(no("A")).orElseThrow();
    assertThat(owed.payer()).isEqualTo(BRIGHT);
    assertThat(town.kit.billing().owed(no("B")).orElseThrow().payer()).isNull();
    assertThat(town.pay("A", "P-1", "1000.00").orElseThrow().duplicate()).isFalse();
    assertThat(town.receivables("A")).extracting(Receivable::outstandingMinor).as("the oldest first")
        .containsExactly(0L, 100_000L, 100_000L);
    pays("A", "2026-04-10", null);
    town.goTo("2026-05-01", "00:00");
    assertThat(accounts("A")).containsExactly("M", "M", "A", "M");
  }

  @Test
  void whoPaysForAMasterPaysForAllBelowIt() {
    frame();
    lease("A", "M");
    lease("B", "M");
    pays("M", "2026-02-28", BRIGHT);
    town.goTo("2026-03-01", "00:00");
    OpenItems owed = town.kit.as(new Actor.OfPayer(BRIGHT.id())).billing().owed(no("M")).orElseThrow();
    assertThat(owed.payer()).isEqualTo(BRIGHT);
    assertThat(owed.items()).hasSize(4).allMatch(item -> item.receivable().payer().equals(no("M")));
    assertThat(owed.payable().get("CNY")).isEqualTo(RenewalTown.yuan("4000.00"));
    ActingKit payer = town.kit.as(new Actor.OfPayer(BRIGHT.id()));
    assertThat(owed.items()).allMatch(item -> payer.billing().explain(item.receivable().key()).isAccepted());
    // of what is billed to somebody else he does not learn that it exists, nor to whom it is
    lease("X", null);
    town.kit.billing().raiseDue();
    ReceivableKey other = town.receivables("X").get(0).key();
    assertThat(payer.billing().explain(other).rejection().data()).containsExactly("X");
    assertThat(rule(payer.billing().explain(other))).isEqualTo("NO_SUCH_CONTRACT");
  }

  @Test
  void theUserOfAUnitIsNotToldWhoPays() {
    lease("A", null);
    pays("A", "2026-02-28", BRIGHT);
    town.kit
        .amendments()
        .amend(new AmendContract.OccupantChange(AmendmentJourney.basis("A", "2026-02-28"), "李雷", "沪A·1"))
        .orElseThrow();
    town.goTo("2026-03-01", "00:00");
    OpenItems owed = town.kit.as(new Actor.User(no("A"), "沪A·1")).billing().owed(no("A")).orElseThrow();
    assertThat(owed.payer()).isNull();
    assertThat(owed.items()).isNotEmpty();
  }

  private List<String> reminded() {
    return town.shown.stream().map(message -> message.contact().address()).toList();
  }

  private void aDebtOfMarch() {
    lease("A", null);
    town.kit.billing().raiseDue();
    town.pay("A", "P-FEB", "1000.00").orElseThrow();
  }

  @Test
  void remindersAndLinksGoToThePayerWhateverTheTenantWishes() {
    aDebtOfMarch();
    pays("A", "2026-02-28", BRIGHT);
    town.stores
        .wishes()
        .put(new Wishes(RenewalTown.LESSOR, new TenantId("tenant-A"), Set.of(Channel.SMS), false, false, Set.of()));
    town.daysTo("2026-03-05");
    assertThat(town.shown)
        .extracting(Message::contact, message -> String.valueOf(message.link()))
        .containsExactly(tuple(BRIGHT.contacts().get(0).ownedBy(PartyRole.PAYER), "https://town.example/pay/A"));
    town.daysTo("2026-03-12");
    assertThat(reminded()).containsExactly("13900000001", "13900000001");
    ActingKit payer = town.kit.as(new Actor.OfPayer(BRIGHT.id()));
    payer.payments().receive(FamilyTown.payment("P-MAR", "A", "1000.00")).orElseThrow();
    town.daysTo("2026-03-26");
    assertThat(reminded()).as("silence after the payment").hasSize(2);
  }

  @Test
  void whoPaysForManyTenantsGetsOneMessageAndNoneOfThemTwo() {
    town =
        new RenewalTown(
            town.stores, validator(), "2026-02-28",
            RenewalTown.profile().withOutreach(Outreach.STANDARD.withDigests(true)), RenewalTown.dunning());
    aDebtOfMarch();
    lease("B", null);
    lease("C", null);
    pays("A", "2026-02-28", BRIGHT);
    pays("B", "2026-02-28", BRIGHT);
    pays("C", "2026-02-28", new Payer(new PayerId("namesake"), "光明公司", BRIGHT.contacts()));
    town.goTo("2026-03-05", "10:00");
    assertThat(town.shown).extracting(message -> message.contact().address()).containsExactly("13900000001", "13900000001");
    assertThat(town.shown).filteredOn(message -> message.template().equals("dunning.digest")).singleElement()
        .satisfies(message -> assertThat(message.text()).contains("pay/A", "pay/B").doesNotContain("pay/C"));
  }

  @Test
  void aMessageOnItsWayDoesNotReachWhoPaysNoMore() {
    aDebtOfMarch();
    pays("A", "2026-02-28", BRIGHT);
    town.clock.set(RenewalTown.at("2026-03-05", "10:00"));
    town.kit.billing().raiseDue();
    town.kit.dunning().runDue();
    pays("A", "2026-03-05", OTHER);
    town.kit.notices().dispatchDue();
    assertThat(reminded()).containsExactly("13900000002");
    pays("A", "2026-03-06", null);
    town.daysTo("2026-03-12");
    assertThat(reminded()).containsExactly("13900000002", "19900000001");
  }

  @Test
  void aPayerSeesBillsAndPaysAndLearnsOfNothingElse() {
    frame();
    lease("A", "M");
    lease("B", "M");
    pays("A", "2026-02-28", BRIGHT);
    pays("B", "2026-02-28", OTHER);
    town.goTo("2026-03-01", "00:00");
    ActingKit payer = town.kit.as(new Actor.OfPayer(BRIGHT.id()));
    OpenItems owed = payer.billing().owed(no("A")).orElseThrow();
    assertThat(owed.items()).hasSize(2).allMatch(item -> item.receivable().key().contract().equals(no("A")));
    assertThat(payer.billing().explain(owed.items().get(0).receivable().key()).isAccepted()).isTrue();
    assertThat(payer.payments().receive(FamilyTown.payment("P-1", "A", "1500.00")).orElseThrow().duplicate()).isFalse();
    assertThat(payer.payments().receive(FamilyTown.payment("P-1", "A", "1500.00")).orElseThrow().duplicate()).isTrue();
    for (Outcome<?> other :
        List.<Outcome<?>>of(
            payer.contracts().file(no("A")), payer.amendments().history(no("A")),
            payer.billing().preview(no("A"), LocalDate.parse("2026-05-01")),
            payer.amendments().amend(FamilyTown.contacts("A")), payer.locks().list(no("A"), town.clock.instant()),
            payer.hierarchy().payerOf(no("A")))) {
      assertThat(rule(other)).isEqualTo("ACTION_NOT_ALLOWED");
    }
    for (String hidden : List.of("B", "M", "NOBODYS")) {
      assertThat(rule(payer.billing().owed(no(hidden)))).isEqualTo("NO_SUCH_CONTRACT");
      assertThat(rule(payer.contracts().file(no(hidden)))).isEqualTo("NO_SUCH_CONTRACT");
      assertThat(rule(payer.payments().receive(FamilyTown.payment("P-2", hidden, "1.00"))))
          .isEqualTo("UNKNOWN_REFERENCE");
    }
    List<Contract> seen = new ArrayList<>();
    payer.contracts().visible(seen::add);
    assertThat(seen).isEmpty();
    assertThat(town.stores.audit().ofContract(RenewalTown.LESSOR, no("A")))
        .filteredOn(entry -> entry.actor().equals(new Actor.OfPayer(BRIGHT.id())))
        .extracting(AuditEntry::action, AuditEntry::isAllowed)
        .contains(tuple(Action.VIEW_BILLS, true), tuple(Action.PAY, true), tuple(Action.VIEW, false), tuple(Action.AMEND_CONTACT, false));
    pays("A", "2026-03-01", OTHER);
    assertThat(rule(payer.billing().owed(no("A")))).as("who pays no more").isEqualTo("NO_SUCH_CONTRACT");
  }
}
