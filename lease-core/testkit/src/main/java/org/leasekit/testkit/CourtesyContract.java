package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DueReport;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.MovedBy;
import org.leasekit.intent.Dossier;
import org.leasekit.intent.Estimate;
import org.leasekit.intent.IntentModel;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Nobody is written to who asked not to be, nobody is tried who cannot be reached, and one tenant's trouble is not everybody's:
 * through the front door on an adapter's stores.
 */
public abstract class CourtesyContract {

  /** For subclasses. */
  protected CourtesyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  private RenewalTown town(LessorProfile profile) {
    return new RenewalTown(stores(), validator(), "2026-01-20", profile);
  }

  private static LessorProfile digesting() {
    return RenewalTown.profile().withOutreach(Outreach.STANDARD.withDigests(true));
  }

  private static void optOut(RenewalTown town, String no, Channel... channels) {
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("tenant-" + no), Set.of(channels), false, false, Set.of()));
  }

  @Test
  void whoOptsOutWhileANoticeWaitsIsWrittenToElsewhere() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.let("B", lease -> {});
    town.answer = message -> Delivery.TIMED_OUT;
    town.goTo("2026-02-28", "10:00");
    optOut(town, "A", Channel.SMS);
    optOut(town, "B", Channel.SMS, Channel.WECOM);
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:15");
    assertThat(town.touches())
        .extracting(touch -> touch.contract().value(), Touch::channel, Touch::result)
        .containsExactlyInAnyOrder(
            tuple("A", Channel.SMS, Touch.Result.TIMEOUT),
            tuple("B", Channel.SMS, Touch.Result.TIMEOUT),
            tuple("A", Channel.WECOM, Touch.Result.DELIVERED));
    assertThat(town.tasks())
        .extracting(task -> task.contract().value(), StewardTask::kind)
        .containsExactly(tuple("B", StewardTask.Kind.CALL));
  }

  @Test
  void aDeadNumberIsTriedAtNoLaterStage() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.answer =
        message ->
            message.contact().channel() == Channel.SMS ? Delivery.DEAD_CONTACT : Delivery.FAILED;
    town.liveTo("2026-03-28", "00:00");
    assertThat(town.touches())
        .filteredOn(touch -> touch.channel() == Channel.SMS)
        .extracting(Touch::stage, Touch::result)
        .containsExactly(tuple("30", Touch.Result.DEAD));
    assertThat(town.touches())
        .filteredOn(touch -> touch.channel() == Channel.WECOM)
        .extracting(Touch::stage)
        .contains("30", "15");
  }

  @Test
  void aDigestWithOthersInItIsAnotherMessage() {
    RenewalTown town = town(digesting());
    List<Message> tried = new ArrayList<>();
    town.answer =
        message -> {
          tried.add(message);
          return Delivery.TIMED_OUT;
        };
    for (String number : List.of("A", "B", "C")) {
      town.let(number, lease -> lease.tenant = "many");
    }
    town.goTo("2026-02-28", "10:00");
    town.goTo("2026-02-28", "10:15");
    town.sign("B", "signature-1").orElseThrow();
    town.goTo("2026-02-28", "10:30");
    assertThat(tried.get(1).idempotencyKey()).isEqualTo(tried.get(0).idempotencyKey());
    assertThat(tried.get(2).idempotencyKey()).isNotEqualTo(tried.get(0).idempotencyKey());
  }

  @Test
  void aGatewayThatThrowsHoldsNobodyElseUp() {
    RenewalTown town = town(RenewalTown.profile());
    for (String number : List.of("A", "BAD", "C")) {
      town.let(number, lease -> {});
    }
    town.answer =
        message -> {
          if (String.valueOf(message.link()).contains("BAD")) {
            throw new IllegalStateException("the gateway broke");
          }
          return Delivery.DELIVERED;
        };
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    DueReport report = town.kit.runDue();
    assertThat(report.setAside())
        .extracting(DueReport.SetAside::sweep, DueReport.SetAside::reason)
        .containsExactly(tuple("notices", "the gateway broke"));
    assertThat(town.touches())
        .extracting(touch -> touch.contract().value(), Touch::result)
        .containsExactlyInAnyOrder(
            tuple("A", Touch.Result.DELIVERED),
            tuple("BAD", Touch.Result.TIMEOUT),
            tuple("C", Touch.Result.DELIVERED));
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-02-28", "10:15");
    assertThat(town.touches()).hasSize(4);
  }

  /** Knows no price for one contract, until it is healed. */
  private static final class Poisoned implements PricingStrategy, IntentModel {
    boolean healed;

    @Override
    public String code() {
      return "POISONED";
    }

    @Override
    public ChargeTerms price(Contract contract, LocalDate from) {
      if (!healed && contract.no().value().equals("BAD")) {
        throw new IllegalStateException("no price");
      }
      return contract.terms();
    }

    @Override
    public Estimate estimate(Dossier dossier) {
      if (!healed && dossier.since().equals(LocalDate.parse("2024-04-01"))) {
        throw new IllegalStateException("no estimate");
      }
      return Estimate.UNKNOWN;
    }
  }

  @Test
  void aContractWithoutPriceOrEstimateHoldsNobodyElseUp() {
    Poisoned poisoned = new Poisoned();
    RenewalTown town =
        town(RenewalTown.profile().withOffers(poisoned, OfferPolicy.STANDARD.withIntent(poisoned)));
    town.let("A", lease -> {});
    town.let("BAD", lease -> {});
    town.let("C", lease -> {});
    town.let("D", lease -> lease.start = "2024-04-01");
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    assertThat(town.kit.runDue().setAside())
        .containsExactlyInAnyOrder(
            new DueReport.SetAside("renewals", town.caseOf("BAD").value(), "no price"),
            new DueReport.SetAside("renewals", town.caseOf("D").value(), "no estimate"));
    assertThat(town.touches()).extracting(touch -> touch.contract().value()).containsExactlyInAnyOrder("A", "C");
    poisoned.healed = true;
    town.goTo("2026-02-28", "10:15");
    // both have entered late by now, and are caught up with on the next business day
    town.goTo("2026-03-02", "10:00");
    assertThat(town.touches())
        .extracting(touch -> touch.contract().value())
        .containsExactlyInAnyOrder("A", "C", "BAD", "D");
  }

  @Test
  void whatWasPutOffByAStepOfTheTenantIsNoRetry() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    town.stores
        .cases()
        .update(town.renewal("A").wakeAt(RenewalTown.at("2026-03-16", "11:30")));
    town.goTo("2026-03-16", "11:30");
    List<MovedBy> reasons = new ArrayList<>();
    town.stores.records().stages(RenewalTown.LESSOR, stage -> reasons.add(stage.fired().movedBy()));
    assertThat(reasons).containsExactly(MovedBy.HOLIDAY, MovedBy.NONE);
  }

  private static void user(RenewalTown.Lease lease, Contact... contacts) {
    lease.occupant = "徐超";
    lease.contacts = List.of(contacts);
  }

  private static final Contact PHONE = new Contact(Channel.SMS, "19900000001");
  private static final Contact USER = new Contact(Channel.SMS, "19900000009", PartyRole.OCCUPANT);

  @Test
  void theLadderGoesOnWithoutWhatIsSetAsidePastItsWindow() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> user(lease, PHONE, USER));
    town.let("B", lease -> {});
    town.withoutLink.addAll(List.of(town.caseOf("A"), town.caseOf("B")));
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).isEmpty();
    assertThat(town.tasks()).isEmpty();
    // stage 15 comes at 10:00, so that there is no time for another hour's rest
    town.goTo("2026-03-16", "09:30");
    assertThat(town.touches())
        .extracting(touch -> touch.contract().value(), Touch::owner, Touch::result)
        .containsExactly(tuple("A", PartyRole.OCCUPANT, Touch.Result.DELIVERED));
    assertThat(town.tasks())
        .extracting(task -> task.contract().value(), StewardTask::kind, StewardTask::stage, StewardTask::assignee)
        .containsExactly(tuple("B", StewardTask.Kind.CALL, "30", RenewalTown.STEWARD));
    assertThat(notices(town, "B"))
        .extracting(notice -> notice.contact().channel(), Notice::state)
        .containsExactlyInAnyOrder(
            tuple(Channel.SMS, Notice.State.FAILED), tuple(Channel.WECOM, Notice.State.FAILED));
  }

  private static List<Notice> notices(RenewalTown town, String no) {
    return town.stores.outbox().ofCase(RenewalTown.LESSOR, town.caseOf(no));
  }

  @Test
  void whoseNoticeRestedPastItsWindowIsCalled() {
    RenewalTown town = town(RenewalTown.profile());
    town.let("A", lease -> {});
    town.let("GONE", lease -> {});
    town.withoutLink.addAll(List.of(town.caseOf("A"), town.caseOf("GONE")));
    town.goTo("2026-02-28", "10:00");
    town.withoutLink.clear();
    town.sign("GONE", "signature-1").orElseThrow();
    town.clock.set(RenewalTown.at("2026-03-16", "10:00"));
    town.kit.notices().dispatchDue();
    assertThat(town.touches()).isEmpty();
    assertThat(town.tasks())
        .extracting(task -> task.contract().value(), StewardTask::kind, StewardTask::stage)
        .containsExactly(tuple("A", StewardTask.Kind.CALL, "30"));
    assertThat(notices(town, "A")).extracting(Notice::state).containsExactly(Notice.State.FAILED);
    assertThat(notices(town, "GONE")).extracting(Notice::state).containsExactly(Notice.State.CANCELLED);
  }

  private static void wish(RenewalTown town, String tenant, boolean largeType, Locale language) {
    Wishes wishes = new Wishes(RenewalTown.LESSOR, new TenantId(tenant), Set.of(), largeType, false, Set.of());
    town.stores.wishes().put(wishes.in(language));
  }

  @Test
  void aDigestIsInPlainWordsForEldersAndLargeTypeAndInTheReadersLanguage() {
    RenewalTown town = town(digesting());
    for (String tenant : List.of("elder", "large", "other")) {
      for (String no : List.of("1", "2")) {
        town.let(
            tenant + "-" + no,
            lease -> {
              lease.tenant = tenant;
              lease.birthDate = tenant.equals("elder") ? "1950-01-01" : "1990-01-01";
              lease.contacts = List.of(new Contact(Channel.SMS, "1990000" + tenant));
            });
      }
    }
    wish(town, "large", true, Locale.ENGLISH);
    wish(town, "other", false, Locale.ENGLISH);
    town.goTo("2026-02-28", "10:00");
    assertThat(town.shown)
        .extracting(message -> message.contact().address().substring(7), Message::template, CourtesyContract::head)
        .containsExactlyInAnyOrder(
            tuple("elder", "renewal.digest", "【garage】您有2处租期快到了。要继续用吗？请给我们打电话，也可以打开下面的页面："),
            tuple(
                "large", "renewal.digest",
                "[garage] 2 of your leases end soon. Do you want to keep them? Call us, or open these pages:"),
            tuple(
                "other", "renewal.digest",
                "[garage] 2 of your leases end soon. Renew each, or tell us that you are leaving it:"));
    assertThat(textTo(town, "elder")).contains("U-elder-1将于2026-03-31到期，每月1000.00 CNY： https://town.example/r/elder-1");
    assertThat(textTo(town, "large"))
        .contains("U-large-1 ends on 2026-03-31. It costs 1000.00 CNY a month: https://town.example/r/large-1")
        .contains("?large=1");
  }

  @Test
  void aDigestOfDebtsIsInPlainWordsToo() {
    RenewalTown town =
        new RenewalTown(stores(), validator(), "2026-02-28", digesting(), RenewalTown.dunning());
    for (String tenant : List.of("elder", "large", "other")) {
      for (String no : List.of("1", "2")) {
        town.let(
            tenant + "-" + no,
            lease -> {
              lease.tenant = tenant;
              lease.start = "2026-03-01";
              lease.lastDay = "2027-02-28";
              lease.deposit = "0.00";
              lease.birthDate = tenant.equals("elder") ? "1950-01-01" : "1990-01-01";
              lease.contacts = List.of(new Contact(Channel.SMS, "1990000" + tenant));
            });
      }
    }
    wish(town, "large", true, Locale.ENGLISH);
    wish(town, "other", false, Locale.ENGLISH);
    town.daysTo("2026-03-06");
    assertThat(town.shown)
        .extracting(message -> message.contact().address().substring(7), Message::template, CourtesyContract::head)
        .containsExactlyInAnyOrder(
            tuple("elder", "dunning.digest", "【garage】您有2份合同还有欠款。请打开下面的页面支付，或给我们打电话。已付款的，谢谢您："),
            tuple(
                "large", "dunning.digest",
                "[garage] You owe money for 2 of your leases. Please pay on these pages, or call us. If you have paid, thank you:"),
            tuple(
                "other", "dunning.digest",
                "[garage] 2 of your leases have overdue amounts. If you have paid, thank you; if not, please do so here:"));
    assertThat(textTo(town, "elder")).contains("合同elder-1还欠1000.00 CNY，从2026-03-02起未付： https://town.example/pay/elder-1");
    assertThat(textTo(town, "large"))
        .contains("You owe 1000.00 CNY for lease large-1, since 2026-03-02: https://town.example/pay/large-1");
  }

  private static String head(Message message) {
    return message.text().lines().findFirst().orElseThrow();
  }

  private static String textTo(RenewalTown town, String tenant) {
    return town.shown.stream()
        .filter(message -> message.contact().address().endsWith(tenant))
        .map(Message::text)
        .findFirst()
        .orElseThrow();
  }
}
