package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AmendContract;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.application.RecordCall;
import org.leasekit.contract.ContractNo;
import org.leasekit.insight.Effort;
import org.leasekit.insight.RenewalKpis;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Person;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Who is reached when the registered firm is not, what they hear, and how much one person hears: through the front door on an
 * adapter's stores.
 */
public abstract class ReachContract {
  private static final Contact PHONE = new Contact(Channel.SMS, "19900000001");
  private static final Contact WECOM = new Contact(Channel.WECOM, "wm00000001");
  private static final Contact USER = new Contact(Channel.SMS, "19900000009", PartyRole.OCCUPANT);
  private static final Contact USERS_WECOM = new Contact(Channel.WECOM, "wm00000009", PartyRole.OCCUPANT);
  private static final String DRIVER = "徐超";

  /** For subclasses. */
  protected ReachContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town() {
    return town(RenewalTown.profile());
  }

  private RenewalTown town(LessorProfile profile) {
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  private static void let(RenewalTown town, String no, Contact... contacts) {
    town.let(
        no,
        lease -> {
          lease.tenant = "firm";
          lease.occupant = DRIVER;
          lease.contacts = List.of(contacts);
        });
  }

  private static void deadFirm(RenewalTown town) {
    town.answer =
        message ->
            message.contact().owner() == PartyRole.TENANT ? Delivery.DEAD_CONTACT : Delivery.DELIVERED;
  }

  private static Person driver() {
    return Person.using(new TenantId("firm"), new Occupant(DRIVER, null));
  }

  private static List<String> attempts(RenewalTown town) {
    return town.touches().stream()
        .map(touch -> touch.owner() + " " + touch.channel() + " " + touch.result())
        .toList();
  }

  @Test
  void theUserIsToldWhenEveryContactOfTheFirmIsDead() {
    RenewalTown town = town();
    let(town, "A", USER, PHONE, WECOM);
    deadFirm(town);
    town.goTo("2026-02-28", "10:00");
    assertThat(attempts(town))
        .containsExactly("TENANT SMS DEAD", "TENANT WECOM DEAD", "OCCUPANT SMS DELIVERED");
    assertThat(town.touches().get(2).recipient()).isEqualTo(USER.address());
    assertThat(town.tasks()).isEmpty();
  }

  @Test
  void theUserHearsNothingOfWhatIsTheTenantsAlone() {
    RenewalTown town = town();
    let(town, "LEASE-1", USER);
    town.goTo("2026-02-28", "10:00");
    assertThat(town.shown)
        .extracting(Message::template, Message::link, Message::contact)
        .containsExactly(tuple("renewal.user", null, USER));
    assertThat(town.shown.get(0).text())
        .contains("U-LEASE-1", "2026-03-31", "转告")
        .doesNotContain("1000", "CNY", "合同", "王伟", "http", "firm");
  }

  @Test
  void theUserHearsNothingWhileTheFirmCanBeReached() {
    RenewalTown town = town();
    let(town, "A", USER, PHONE, USERS_WECOM);
    town.liveTo("2026-03-20", "00:00");
    assertThat(attempts(town)).containsExactly("TENANT SMS DELIVERED", "TENANT SMS DELIVERED");
  }

  @Test
  void theUserIsToldWhenTheFirmsAttemptsAreUsedUpWithinTheWindow() {
    RenewalTown town = town();
    let(town, "A", PHONE, USER);
    town.answer =
        message ->
            message.contact().owner() == PartyRole.TENANT ? Delivery.TIMED_OUT : Delivery.DELIVERED;
    town.liveTo("2026-02-28", "12:00");
    assertThat(attempts(town))
        .containsExactly(
            "TENANT SMS TIMEOUT", "TENANT SMS TIMEOUT", "TENANT SMS TIMEOUT", "OCCUPANT SMS DELIVERED");
  }

  @Test
  void aNumberThatTheyShareIsTriedOnce() {
    RenewalTown town = town();
    let(town, "A", PHONE, PHONE.ownedBy(PartyRole.OCCUPANT));
    deadFirm(town);
    town.goTo("2026-02-28", "10:00");
    assertThat(attempts(town)).containsExactly("TENANT SMS DEAD");
    assertThat(town.tasks()).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.CALL);
  }

  /** A landline takes no message, and is called for all that; a number that a call has found dead is not called again. */
  @Test
  void aNumberThatACallFoundDeadIsNotCalledAgain() {
    RenewalTown town = town();
    let(town, "A", PHONE);
    deadFirm(town);
    town.goTo("2026-02-28", "10:00");
    StewardTask call = town.tasks().get(0);
    assertThat(call.kind()).isEqualTo(StewardTask.Kind.CALL);
    town.kit.tasks().recordCall(new RecordCall(call.id().value(), Touch.Result.DEAD)).orElseThrow();
    town.liveTo("2026-03-27", "12:00");
    assertThat(town.tasks())
        .extracting(task -> task.stage() + " " + task.kind())
        .containsExactlyInAnyOrder("30 CALL", "30 VISIT", "15 VISIT", "3 VISIT");
    assertThat(attempts(town)).containsExactly("TENANT SMS DEAD", "TENANT CALL DEAD");
  }

  /** A number that somebody has answered is called again, and so is a new one. */
  @Test
  void aCallGoesToTheFirstNumberThatIsNotDead() {
    RenewalTown town = town();
    Contact second = new Contact(Channel.SMS, "19900000002");
    let(town, "A", PHONE, second);
    deadFirm(town);
    town.goTo("2026-02-28", "10:00");
    StewardTask call = town.tasks().get(0);
    town.kit.tasks().recordCall(new RecordCall(call.id().value(), Touch.Result.DEAD)).orElseThrow();
    town.liveTo("2026-03-16", "12:00");
    StewardTask next = town.tasks().stream().filter(task -> task.stage().equals("15")).findFirst().orElseThrow();
    assertThat(next.kind()).isEqualTo(StewardTask.Kind.CALL);
    Touch made = town.kit.tasks().recordCall(new RecordCall(next.id().value(), Touch.Result.NO_ANSWER)).orElseThrow();
    assertThat(made.recipient()).isEqualTo(second.address());
  }

  @Test
  void whoOptedOutIsCalledAndNobodyElseIsToldInTheirPlace() {
    RenewalTown town = town();
    let(town, "A", PHONE, USER);
    town.stores.wishes().put(Wishes.nothing(RenewalTown.LESSOR, Person.of(new TenantId("firm"))));
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).isEmpty();
    assertThat(town.tasks()).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.CALL);
  }

  @Test
  void aUserWhoOptedOutIsLeftToTheSteward() {
    RenewalTown town = town();
    let(town, "A", USER, USERS_WECOM);
    town.stores.wishes().put(Wishes.nothing(RenewalTown.LESSOR, driver()));
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).isEmpty();
    assertThat(town.tasks()).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.CALL);
  }

  @Test
  void anAddressThatIsToBeSilentIsNotWrittenToAndTheOthersAre() {
    RenewalTown town = town();
    let(town, "A", PHONE, WECOM);
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, Person.of(new TenantId("firm")), Set.of(), Set.of(PHONE.address()), false, false, null,
                Set.of()));
    town.goTo("2026-02-28", "10:00");
    assertThat(attempts(town)).containsExactly("TENANT WECOM DELIVERED");
  }

  @Test
  void aUserWhoWaitsIsPassedOverOnceTheFirmCanBeReached() {
    RenewalTown town = town();
    let(town, "A", USER);
    town.answer = message -> Delivery.TIMED_OUT;
    town.goTo("2026-02-28", "10:00");
    amend(town, new AmendContract.ContactChange(basis("A"), List.of(PHONE)));
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:15");
    assertThat(attempts(town)).containsExactly("OCCUPANT SMS TIMEOUT", "TENANT SMS DELIVERED");
  }

  @Test
  void anAddressThatTheFirmHasGivenUpGetsNoSecondAttempt() {
    RenewalTown town = town();
    let(town, "A", PHONE);
    town.answer = message -> Delivery.TIMED_OUT;
    town.goTo("2026-02-28", "10:00");
    Contact other = new Contact(Channel.SMS, "13900000009");
    amend(town, new AmendContract.ContactChange(basis("A"), List.of(other)));
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:15");
    assertThat(town.touches())
        .extracting(Touch::recipient, Touch::result)
        .containsExactly(
            tuple(PHONE.address(), Touch.Result.TIMEOUT), tuple(other.address(), Touch.Result.DELIVERED));
  }

  @Test
  void whoDoesNotUseTheUnitAnyMoreHearsNothing() {
    RenewalTown town = town();
    let(town, "A", USER);
    town.answer = message -> Delivery.TIMED_OUT;
    town.goTo("2026-02-28", "10:00");
    Contact other = new Contact(Channel.SMS, "19900000008");
    amend(town, new AmendContract.OccupantChange(basis("A"), "李雷", null, List.of(other)));
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:15");
    assertThat(town.touches())
        .extracting(Touch::recipient, Touch::result)
        .containsExactly(
            tuple(USER.address(), Touch.Result.TIMEOUT), tuple(other.address(), Touch.Result.DELIVERED));
    amend(town, new AmendContract.OccupantChange(basis("A"), null, null));
    assertThat(town.contract("A").contacts()).isEmpty();
  }

  private static AmendContract.Basis basis(String no) {
    return new AmendContract.Basis(no, LocalDate.of(2026, 2, 28), "office", "asked", "mail");
  }

  private static void amend(RenewalTown town, AmendContract command) {
    town.kit.amendments().amend(command).orElseThrow();
  }

  @Test
  void theContactsOfEachAreChangedByThemselves() {
    RenewalTown town = town();
    let(town, "A", PHONE, USER);
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    amend(town, new AmendContract.ContactChange(basis("A"), List.of(WECOM)));
    assertThat(town.contract("A").contacts()).containsExactly(WECOM, USER);
    amend(town, new AmendContract.ContactChange(basis("A"), List.of(PHONE, USERS_WECOM)));
    assertThat(town.contract("A").contacts()).containsExactly(PHONE, USERS_WECOM);
    amend(town, new AmendContract.OccupantChange(basis("A"), DRIVER, null, List.of(USER)));
    assertThat(town.contract("A").contacts()).containsExactly(PHONE, USER);
    // what is recorded at one instant is known one after the other
    Instant later = town.clock.instant().plusSeconds(1);
    assertThat(
            town.kit.amendments().asOf(new ContractNo("A"), LocalDate.of(2026, 3, 1), later)
                .orElseThrow()
                .contacts())
        .containsExactly(PHONE, USER);
  }

  @Test
  void aUserOfManyPlacesGetsOneDigestWithoutPrices() {
    RenewalTown town = town(with(Outreach.STANDARD.withDigests(true)));
    let(town, "A", USER);
    let(town, "B", USER);
    let(town, "C", USER.ownedBy(PartyRole.TENANT));
    town.goTo("2026-02-28", "10:00");
    assertThat(town.shown)
        .extracting(Message::template)
        .containsExactlyInAnyOrder("renewal.user.digest", "renewal.30");
    Message digest =
        town.shown.stream().filter(each -> each.link() == null).findFirst().orElseThrow();
    assertThat(digest.text()).contains("2处", "U-A", "U-B").doesNotContain("U-C", "1000", "CNY", "http");
  }

  private static LessorProfile with(Outreach outreach) {
    return RenewalTown.profile().withOutreach(outreach);
  }

  @Test
  void debtsAreTheTenantsAlone() {
    RenewalTown town =
        new RenewalTown(stores(), validator(), "2026-01-20", RenewalTown.profile(), RenewalTown.dunning());
    let(town, "A", PHONE, USER);
    deadFirm(town);
    town.kit.runDue();
    town.daysTo("2026-02-10");
    assertThat(town.touches()).isNotEmpty().allMatch(touch -> touch.owner() == PartyRole.TENANT);
    assertThat(town.shown).isEmpty();
    assertThat(town.tasks()).isNotEmpty();
  }

  @Test
  void aCallSaysWhomItReachedAndReachAddsUp() {
    RenewalTown town = town();
    let(town, "A", USER);
    let(town, "B", PHONE);
    let(town, "C");
    town.goTo("2026-02-28", "10:00");
    StewardTask call = town.tasks().get(0);
    Touch answered =
        town.kit
            .tasks()
            .recordCall(new RecordCall(call.id().value(), Touch.Result.ANSWERED, PartyRole.OCCUPANT))
            .orElseThrow();
    assertThat(answered.owner()).isEqualTo(PartyRole.OCCUPANT);
    assertThat(answered.recipient()).isEqualTo(DRIVER);
    List<RenewalCase> cases = new ArrayList<>();
    town.stores.records().cases(RenewalTown.LESSOR, cases::add);
    RenewalKpis kpis = RenewalKpis.of(cases, town.touches(), town.tasks(), Effort.standard());
    assertThat(kpis.reminders()).isEqualTo(3);
    assertThat(kpis.remindersReached()).isEqualTo(3);
    assertThat(kpis.remindersReachedTenant()).isEqualTo(1);
    assertThat(kpis.remindersReachedUserOnly()).isEqualTo(2);
  }

  @Test
  void theCapHoldsForAPersonOverAllContractsAndChannels() {
    RenewalTown town = town(with(Outreach.STANDARD.withCap(new Outreach.Cap(1, Duration.ofDays(1)))));
    let(town, "A", PHONE);
    let(town, "B", WECOM);
    let(town, "C", new Contact(Channel.SMS, "19900000007"));
    let(town, "D", USER);
    town.liveTo("2026-03-03", "12:00");
    assertThat(town.touches())
        .filteredOn(touch -> touch.owner() == PartyRole.TENANT)
        .extracting(Touch::at)
        .containsExactly(
            RenewalTown.at("2026-02-28", "10:00"),
            RenewalTown.at("2026-03-01", "10:00"),
            RenewalTown.at("2026-03-02", "10:00"));
    assertThat(town.touches())
        .filteredOn(touch -> touch.owner() == PartyRole.OCCUPANT)
        .extracting(Touch::at)
        .containsExactly(RenewalTown.at("2026-02-28", "10:00"));
  }
}
