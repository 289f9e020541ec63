package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.ActingKit;
import org.leasekit.access.AccessRejection;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.access.AuditEntry;
import org.leasekit.application.AmendContract;
import org.leasekit.application.RecordWish;
import org.leasekit.application.WithdrawWish;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;
import org.leasekit.party.Person;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wish;
import org.leasekit.party.WishRejection;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;

/** How people want to be spoken to, said through the front door, on an adapter's stores. */
public abstract class WishJourneyContract {
  private static final ContractNo A = new ContractNo("A");
  private static final Wish NO_SMS = new Wish.NoMessages(Channel.SMS);
  private static final Actor TENANT = new Actor.OfTenant(new TenantId("tenant-A"));

  private RenewalTown town;

  /** For subclasses. */
  protected WishJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** A lease to 2026-03-31 whose user and whose payer are known, and another one. */
  @BeforeEach
  final void settle() {
    town = new RenewalTown(stores(), validator(), "2026-02-20", RenewalTown.profile());
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    amend(new AmendContract.OccupantChange(basis(), "李雷", "沪A·12345"));
    amend(
        new AmendContract.PayerChange(
            basis(), new Payer(new PayerId("bright"), "光明", List.of(new Contact(Channel.SMS, "13900000001")))));
  }

  private static AmendContract.Basis basis() {
    return new AmendContract.Basis("A", AmendmentJourney.day("2026-02-20"), "steward-a", "租户要求", "mail 7");
  }

  private void amend(AmendContract command) {
    town.kit.amendments().amend(command).orElseThrow();
  }

  private static Outcome<Wishes> say(ActingKit kit, String no, PartyRole who, Wish wish) {
    return kit.wishes().record(new RecordWish(no, who, wish, " 王伟, by phone "));
  }

  private static Outcome<Wishes> takeBack(ActingKit kit, PartyRole who, Wish wish) {
    return kit.wishes().withdraw(new WithdrawWish("A", who, wish, "王伟, at the desk"));
  }

  private Wishes known(PartyRole who) {
    return town.kit.wishes().of(A, who).orElseThrow();
  }

  @Test
  void whatIsSaidIsKeptWithWhoSaidItAndWhenUntilItIsTakenBack() {
    assertThat(known(PartyRole.TENANT).said()).isNull();
    Wishes first = say(town.kit, "A", PartyRole.TENANT, NO_SMS).orElseThrow();
    assertThat(first.said()).isEqualTo(new Wishes.Said("王伟, by phone", town.clock.instant()));
    assertThat(known(PartyRole.TENANT)).isEqualTo(first);
    town.clock.set(RenewalTown.at("2026-02-21", "09:00"));
    assertThat(say(town.kit, "A", PartyRole.TENANT, NO_SMS)).as("said twice").isEqualTo(Outcome.accepted(first));
    for (Wish wish :
        List.of(
            new Wish.LargeType(), new Wish.InPerson(), new Wish.InLanguage(Locale.ENGLISH),
            new Wish.NoMessagesTo(" 19900000001 "), new Wish.NoMessages(Channel.WECOM))) {
      say(town.kit, "A", PartyRole.TENANT, wish).orElseThrow();
    }
    Wishes all = known(PartyRole.TENANT);
    assertThat(all.optedOut()).containsExactlyInAnyOrder(Channel.SMS, Channel.WECOM);
    assertThat(all.silentAddresses()).containsExactly("19900000001");
    assertThat(all.largeType() && all.inPerson()).isTrue();
    assertThat(all.language()).isEqualTo(Locale.ENGLISH);
    for (Wish wish :
        List.of(
            NO_SMS, new Wish.NoMessages(Channel.WECOM), new Wish.LargeType(), new Wish.InPerson(),
            new Wish.NoMessagesTo("19900000001"), new Wish.InLanguage(Locale.ENGLISH))) {
      takeBack(town.kit, PartyRole.TENANT, wish).orElseThrow();
    }
    Person tenant = Person.of(new TenantId("tenant-A"));
    Wishes none = known(PartyRole.TENANT);
    assertThat(none)
        .isEqualTo(
            new Wishes(
                RenewalTown.LESSOR, tenant, none.optedOut(), none.silentAddresses(), false, false, null,
                none.tags(), new Wishes.Said("王伟, at the desk", town.clock.instant())));
    assertThat(none.optedOut()).isEmpty();
    assertThat(none.silentAddresses()).isEmpty();
    assertThat(takeBack(town.kit, PartyRole.TENANT, new Wish.InLanguage(Locale.ENGLISH)))
        .as("what was not wished").isEqualTo(Outcome.accepted(none));
  }

  @Test
  void marksThatPoliciesAskForStayWhatTheHostMadeThem() {
    Person tenant = Person.of(new TenantId("tenant-A"));
    Wishes marked =
        new Wishes(
            RenewalTown.LESSOR, new TenantId("tenant-A"), Set.of(), false, false, Set.of("vip"));
    town.stores.wishes().put(marked);
    say(town.kit, "A", PartyRole.TENANT, NO_SMS).orElseThrow();
    assertThat(known(PartyRole.TENANT).tags()).containsExactly("vip");
    assertThat(known(PartyRole.TENANT).person()).isEqualTo(tenant);
  }

  @Test
  void anOptOutHoldsForWhatIsPreparedAlready() {
    town.answer = message -> Delivery.FAILED;
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "10:00");
    assertThat(states()).containsExactly(Notice.State.PENDING);
    say(town.kit.as(TENANT), "A", PartyRole.TENANT, NO_SMS).orElseThrow();
    town.answer = message -> Delivery.DELIVERED;
    town.liveTo("2026-02-28", "18:00");
    assertThat(states()).containsExactlyInAnyOrder(Notice.State.CANCELLED, Notice.State.DELIVERED);
    assertThat(sentTo("A")).containsExactly(Channel.WECOM);
    assertThat(sentTo("B")).containsExactly(Channel.SMS);
  }

  private List<Notice.State> states() {
    return town.stores.outbox().ofCase(RenewalTown.LESSOR, town.caseOf("A")).stream()
        .map(Notice::state)
        .toList();
  }

  private List<Channel> sentTo(String no) {
    return town.shown.stream()
        .filter(message -> String.valueOf(message.link()).contains("/" + no + "-"))
        .map(message -> message.contact().channel())
        .toList();
  }

  @Test
  void languageAndLargeTypeAreThoseOfTheNextMessage() {
    town.kit.as(TENANT).wishes().record(new RecordWish("A", PartyRole.TENANT, new Wish.LargeType(), "me")).orElseThrow();
    say(town.kit, "A", PartyRole.TENANT, new Wish.InLanguage(Locale.ENGLISH)).orElseThrow();
    town.goTo("2026-02-28", "00:00");
    town.goTo("2026-02-28", "10:00");
    Message sent =
        town.shown.stream().filter(each -> String.valueOf(each.link()).contains("/A-")).findFirst().orElseThrow();
    assertThat(sent.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(String.valueOf(sent.link())).endsWith("?large=1");
  }

  @Test
  void everybodySpeaksForThemselvesAndStaffForAnybody() {
    Actor payer = new Actor.OfPayer(new PayerId("bright"));
    Actor user = new Actor.User(A, "沪A·12345");
    Actor stranger = new Actor.OfTenant(new TenantId("tenant-B"));
    Actor finance = new Actor.Staff(new StaffId("finance-a"), Actor.Role.FINANCE);
    AccessRejection others = new AccessRejection(Action.RECORD_WISH, A);
    for (PartyRole who : PartyRole.values()) {
      assertThat(say(town.kit.as(finance), "A", who, NO_SMS).isAccepted()).isTrue();
      Outcome<Wishes> byStranger = say(town.kit.as(stranger), "A", who, NO_SMS);
      assertThat(byStranger.rejection()).isEqualTo(new ContractRejection.NoSuchContract(A));
      Actor self = who == PartyRole.TENANT ? TENANT : who == PartyRole.PAYER ? payer : user;
      for (Actor actor : List.of(TENANT, payer, user)) {
        Outcome<Wishes> said = say(town.kit.as(actor), "A", who, new Wish.LargeType());
        Outcome<Wishes> seen = town.kit.as(actor).wishes().of(A, who);
        if (actor.equals(self)) {
          assertThat(said.orElseThrow().largeType()).isTrue();
          assertThat(seen).isEqualTo(said);
        } else {
          assertThat(said.rejection()).isEqualTo(others);
          assertThat(seen.rejection()).isEqualTo(others);
        }
      }
    }
    assertThat(town.stores.audit().ofContract(RenewalTown.LESSOR, A))
        .filteredOn(entry -> entry.action() == Action.RECORD_WISH && entry.actor().equals(stranger))
        .extracting(AuditEntry::refusedBy)
        .containsExactly("NO_SUCH_CONTRACT", "NO_SUCH_CONTRACT", "NO_SUCH_CONTRACT");
    assertThat(town.stores.audit().ofContract(RenewalTown.LESSOR, A))
        .filteredOn(entry -> entry.action() == Action.RECORD_WISH && entry.actor().equals(user))
        .extracting(AuditEntry::refusedBy)
        .contains("ACTION_NOT_ALLOWED")
        .containsNull();
  }

  @Test
  void whatMakesNoSenseIsRejectedByNameAndChangesNothing() {
    assertThat(say(town.kit, "A", PartyRole.TENANT, new Wish.NoMessages(Channel.VISIT)).rejection())
        .isEqualTo(new WishRejection.NotDigital(Channel.VISIT));
    assertThat(say(town.kit, "A", PartyRole.TENANT, new Wish.NoMessagesTo(" ")).rejection())
        .isEqualTo(new WishRejection.NoAddress(""));
    assertThat(say(town.kit, "A", PartyRole.TENANT, new Wish.NoMessagesTo("1".repeat(65))).rejection().rule())
        .isEqualTo("WISH_WITHOUT_ADDRESS");
    assertThat(say(town.kit, "A", PartyRole.TENANT, new Wish.InLanguage(Locale.FRENCH)).rejection())
        .isEqualTo(new WishRejection.LanguageNotSpoken(Locale.FRENCH));
    assertThat(say(town.kit, "B", PartyRole.PAYER, NO_SMS).rejection())
        .isEqualTo(new WishRejection.NobodyThere("B", PartyRole.PAYER));
    assertThat(say(town.kit, "B", PartyRole.OCCUPANT, NO_SMS).rejection())
        .isEqualTo(new WishRejection.NobodyThere("B", PartyRole.OCCUPANT));
    assertThat(say(town.kit, "none", PartyRole.TENANT, NO_SMS).rejection())
        .isEqualTo(new ContractRejection.NoSuchContract(new ContractNo("none")));
    assertThat(
            town.kit.wishes().record(new RecordWish("A", PartyRole.TENANT, NO_SMS, " ")).rejection().rule())
        .isEqualTo("INVALID_COMMAND");
    assertThat(known(PartyRole.TENANT)).isEqualTo(Wishes.none(RenewalTown.LESSOR, Person.of(new TenantId("tenant-A"))));
  }
}
