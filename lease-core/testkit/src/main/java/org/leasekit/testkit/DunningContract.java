package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leasekit.application.AgreeMeteredCharge;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.DunningSweep.DunningReport;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.Outreach;
import org.leasekit.application.RecordReading;
import org.leasekit.billing.AmountExplanation;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.Tax;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.QuietHours;
import org.leasekit.ledger.AccountRole;
import org.leasekit.party.Channel;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.MessageGateway.Message;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** Who is late is reminded and charged, who has paid or disputes is left alone; through the front door. */
public abstract class DunningContract {

  /** For subclasses. */
  protected DunningContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** A tenant who has paid everything through February and owes March, due on Monday the 2nd. */
  private RenewalTown town(LessorProfile profile, HeldAmounts held, LateFees fees) {
    RenewalTown town =
        new RenewalTown(
            stores(),
            validator(),
            "2026-02-28",
            profile,
            RenewalTown.dunning().withHeld(held).withFees(fees));
    town.let(
        "A",
        lease -> {
          lease.start = "2026-02-01";
          lease.lastDay = "2027-01-31";
          lease.deposit = "0.00";
        });
    town.kit.billing().raiseDue();
    town.pay("A", "P-FEB", "1000.00").orElseThrow();
    return town;
  }

  private RenewalTown town(HeldAmounts held, LateFees fees) {
    return town(with(Outreach.STANDARD), held, fees);
  }

  private RenewalTown town() {
    return town(HeldAmounts.NONE, LateFees.NONE);
  }

  private static LessorProfile with(Outreach outreach) {
    return RenewalTown.profile().withOutreach(outreach.withTop(new StaffId("boss")));
  }

  /** Raises what is due and duns at an hour of every day up to a day. */
  private static int dunTo(RenewalTown town, String day) {
    int fired = 0;
    LocalDate end = LocalDate.parse(day);
    LocalDate next = town.clock.instant().atZone(RenewalTown.SHANGHAI).toLocalDate();
    while (!next.isAfter(end)) {
      town.clock.set(RenewalTown.at(next.toString(), "10:30"));
      town.kit.billing().raiseDue();
      fired += town.kit.dunning().runDue().fired();
      town.kit.notices().dispatchDue();
      next = next.plusDays(1);
    }
    return fired;
  }

  @Test
  void whoIsLateIsRemindedByTheStagesAndNoMore() {
    RenewalTown town = town();
    LocalDate due = town.receivables("A").stream().map(Receivable::due).max(LocalDate::compareTo).orElseThrow();
    assertThat(due).isBefore(LocalDate.of(2026, 3, 1));
    assertThat(dunTo(town, "2026-03-01")).isZero();
    dunTo(town, "2026-03-26");
    // due on Monday, March 2nd: three business days later, then every five
    assertThat(town.shown)
        .extracting(Message::template, message -> String.valueOf(message.link()))
        .containsExactly(
            tuple("dunning.overdue", "https://town.example/pay/A"),
            tuple("dunning.overdue", "https://town.example/pay/A"),
            tuple("dunning.overdue", "https://town.example/pay/A"));
    assertThat(town.touches())
        .extracting(touch -> touch.at().atZone(RenewalTown.SHANGHAI).toLocalDate().toString(), Touch::stage)
        .containsExactly(
            tuple("2026-03-05", "late"), tuple("2026-03-12", "late#2"), tuple("2026-03-19", "late#3"));
    assertThat(town.shown.get(0).text()).contains("1000.00 CNY", "2026-03-02");
    assertThat(town.kit.dunning().runDue()).isEqualTo(new DunningReport(0, 0, 0, 0, Map.of()));
    assertThat(town.kit.notices().dispatchDue().attempts()).isZero();
  }

  @Test
  void whoHasPaidIsNotDunnedAndTheTaskClosesItself() {
    RenewalTown town = town();
    dunTo(town, "2026-03-30");
    assertThat(town.tasks())
        .extracting(StewardTask::kind, StewardTask::assignee)
        .containsExactly(tuple(StewardTask.Kind.OVERDUE_CALL, RenewalTown.STEWARD));
    int shown = town.shown.size();
    town.pay("A", "P-MAR", "1000.00").orElseThrow();
    DunningReport report = town.kit.dunning().runDue();
    assertThat(report).isEqualTo(new DunningReport(1, 0, 0, 1, Map.of()));
    assertThat(town.tasks().get(0).outcome()).isEqualTo(StewardTask.Outcome.OBSOLETE);
    assertThat(town.shown).hasSize(shown);
  }

  @Test
  void whatIsHeldIsLeftAlone() {
    RenewalTown town = town(Receivable::outstanding, new LateFees(5, 0, 30));
    assertThat(dunTo(town, "2026-05-01")).isZero();
    assertThat(town.shown).isEmpty();
    assertThat(town.receivables("A")).noneMatch(one -> one.key().charge().equals(LateFees.CHARGE));
  }

  @Test
  void whatALockFreezesIsLeftAloneUntilItIsReleased() {
    RenewalTown town = town();
    town.kit
        .locks()
        .freeze(
            new LockReceivables(
                "DISPUTE", new LockScope.WholeContract(new ContractNo("A")), LockReason.SUSPENSION,
                "mail", "tenant", "manager", RenewalTown.at("2026-02-28", "00:00"),
                RenewalTown.at("2026-03-16", "00:00"), false))
        .orElseThrow();
    assertThat(dunTo(town, "2026-03-15")).isZero();
    assertThat(dunTo(town, "2026-03-16")).isEqualTo(1);
    // what was due meanwhile does not follow in a burst
    assertThat(town.touches()).extracting(Touch::stage).containsExactly("late#2");
  }

  @Test
  void beingLateIsChargedDayByDayAndNoDayTwice() {
    RenewalTown town = town(HeldAmounts.NONE, new LateFees(10, 0, 30));
    dunTo(town, "2026-03-20");
    List<Receivable> fees =
        town.receivables("A").stream()
            .filter(one -> one.key().charge().equals(LateFees.CHARGE))
            .toList();
    // one per mille a day of 1000: charged with each stage, from the day after the due day
    assertThat(fees)
        .extracting(
            one -> one.key().period().start().toString(),
            one -> one.key().period().endExclusive().toString(),
            one -> one.amount())
        .containsExactly(
            tuple("2026-03-03", "2026-03-05", RenewalTown.yuan("2.00")),
            tuple("2026-03-05", "2026-03-12", RenewalTown.yuan("7.00")),
            tuple("2026-03-12", "2026-03-19", RenewalTown.yuan("7.00")));
    assertThat(town.balance(AccountRole.REVENUE, "A")).isEqualTo(-(200_000 + 1_600));
    assertThat(town.shown.get(2).text()).contains("1009.00 CNY");
  }

  @Test
  void aDeadAddressFallsToTheNextAndThenToACall() {
    RenewalTown town = town();
    town.answer = message -> Delivery.DEAD_CONTACT;
    dunTo(town, "2026-03-05");
    assertThat(town.touches())
        .extracting(Touch::channel, Touch::result)
        .containsExactly(
            tuple(Channel.SMS, Touch.Result.DEAD), tuple(Channel.WECOM, Touch.Result.DEAD));
    assertThat(town.tasks())
        .extracting(StewardTask::kind)
        .containsExactly(StewardTask.Kind.OVERDUE_CALL);
    dunTo(town, "2026-04-20");
    assertThat(town.tasks())
        .extracting(StewardTask::kind, StewardTask::assignee)
        .contains(tuple(StewardTask.Kind.HAND_OVER, new StaffId("boss")));
  }

  /** April and what a meter counted in March are both due on April 1; A comes under M between them, or stays alone. */
  private RenewalTown twoDebtsOfOneDay(boolean moved) {
    RenewalTown town = town(HeldAmounts.NONE, new LateFees(10, 0, 30));
    town.let(
        "M",
        lease -> {
          lease.master = true;
          lease.start = "2026-01-01";
          lease.lastDay = "2027-12-31";
          lease.rent = "0.00";
          lease.deposit = "0.00";
        });
    town.clock.set(RenewalTown.at("2026-04-01", "00:00"));
    town.kit.billing().raiseDue();
    town.pay("A", "P-MAR", "1000.00").orElseThrow();
    if (moved) {
      town.kit.hierarchy().putBelow(FamilyTown.below("A", "M")).orElseThrow();
    }
    town.kit.meters()
        .agree(new AgreeMeteredCharge("A", "POWER", "M-7", null, "kWh", BigDecimal.ONE, 4, Tax.NONE))
        .orElseThrow();
    for (String day : List.of("2026-03-01", "2026-04-01")) {
      town.kit.meters()
          .record(
              new RecordReading(
                  "M-7", day, LocalDate.parse(day), MeterReading.Kind.ACTUAL,
                  BigDecimal.valueOf(day.endsWith("03-01") ? 0 : 500), "meter man"))
          .orElseThrow();
    }
    dunTo(town, "2026-04-08");
    return town;
  }

  private static List<Receivable> fees(RenewalTown town) {
    return town.receivables("A").stream().filter(one -> LateFees.isFee(one.key().charge())).toList();
  }

  @Test
  void debtsOfTwoPayersUnderOneContractAreChargedToEach() {
    RenewalTown town = twoDebtsOfOneDay(true);
    assertThat(fees(town))
        .extracting(one -> one.key().charge().value(), one -> one.payer().value(), Receivable::amount)
        .containsExactly(
            tuple("LATE_FEE", "A", RenewalTown.yuan("5.00")), tuple("LATE_FEE-2", "M", RenewalTown.yuan("2.50")));
    // and each goes on by itself, without a fee on a fee
    dunTo(town, "2026-04-16");
    assertThat(fees(town))
        .extracting(one -> one.payer().value(), Receivable::amount)
        .containsExactlyInAnyOrder(
            tuple("A", RenewalTown.yuan("5.00")), tuple("M", RenewalTown.yuan("2.50")),
            tuple("A", RenewalTown.yuan("7.00")), tuple("M", RenewalTown.yuan("3.50")));
  }

  @Test
  void aLateFeeSaysOfWhatForWhichDaysAndByWhichRateItIs() {
    RenewalTown town = twoDebtsOfOneDay(false);
    Receivable fee = fees(town).get(0);
    assertThat(fees(town)).hasSize(1);
    assertThat(fee.amount()).isEqualTo(RenewalTown.yuan("7.50"));
    AmountExplanation explained = town.kit.billing().explain(fee.key()).orElseThrow();
    assertThat(explained.text(Locale.ENGLISH))
        .contains(
            "0.1% a day: ",
            "2026-04-02 to 2026-04-06 (5 days) of 1000.00 CNY = 50/10000",
            "2026-04-02 to 2026-04-06 (5 days) of 500.00 CNY = 50/10000",
            " × 50/10000 + ", " × 50/10000 = 7.50 CNY");
    assertThat(explained.text(Locale.CHINESE))
        .contains("每天 0.1%：", "1000.00 CNY 逾期 2026-04-02 至 2026-04-06（5 天）= 50/10000", "= 7.50 CNY");
  }

  @Test
  void itIsPartOfAllThatIsDue() {
    RenewalTown town = town();
    town.liveTo("2026-03-12", "12:00");
    assertThat(town.touches())
        .extracting(Touch::at, Touch::stage)
        .containsExactly(
            tuple(RenewalTown.at("2026-03-05", "10:00"), "late"),
            tuple(RenewalTown.at("2026-03-12", "10:00"), "late#2"));
  }

  @Test
  void failuresAreTriedAgainWithTheSameKeyAndThenLeftForTheNextRung() {
    RenewalTown town = town();
    List<String> keys = new ArrayList<>();
    town.answer =
        message -> {
          keys.add(message.idempotencyKey());
          return message.contact().channel() == Channel.SMS ? Delivery.TIMED_OUT : Delivery.DELIVERED;
        };
    town.goTo("2026-03-05", "00:00");
    for (String time : List.of("10:00", "10:15", "10:30", "10:45")) {
      town.goTo("2026-03-05", time);
    }
    assertThat(town.touches())
        .extracting(Touch::at, Touch::channel, Touch::result)
        .containsExactly(
            tuple(RenewalTown.at("2026-03-05", "10:00"), Channel.SMS, Touch.Result.TIMEOUT),
            tuple(RenewalTown.at("2026-03-05", "10:15"), Channel.SMS, Touch.Result.TIMEOUT),
            tuple(RenewalTown.at("2026-03-05", "10:30"), Channel.SMS, Touch.Result.TIMEOUT),
            tuple(RenewalTown.at("2026-03-05", "10:30"), Channel.WECOM, Touch.Result.DELIVERED));
    assertThat(keys.subList(0, 3)).containsOnly(keys.get(0)).doesNotContain(keys.get(3));
  }

  @Test
  void nothingIsTriedBeyondTheStagesWindow() {
    RenewalTown town = town();
    town.answer = message -> Delivery.FAILED;
    town.goTo("2026-03-05", "10:00");
    town.clock.set(RenewalTown.at("2026-03-12", "10:00"));
    town.answer = message -> Delivery.DELIVERED;
    town.kit.notices().dispatchDue();
    assertThat(town.shown).isEmpty();
    assertThat(town.stores.outbox().ofCase(RenewalTown.LESSOR, town.touches().get(0).renewalCase()))
        .extracting(Notice::state)
        .containsExactly(Notice.State.FAILED);
  }

  @Test
  void quietHoursHoldForRetriesToo() {
    EscalationPolicy quiet =
        DunningPolicies.standard(RenewalTown.SHANGHAI)
            .withQuiet(new QuietHours(LocalTime.of(10, 10), LocalTime.of(15, 0)));
    RenewalTown town =
        new RenewalTown(
            stores(),
            validator(),
            "2026-02-28",
            RenewalTown.profile(),
            new DunningProfile(
                PolicyVersions.always(quiet), LateFees.NONE, HeldAmounts.NONE, RenewalTown.dunning().page()));
    lets(town, "A");
    town.answer = message -> Delivery.FAILED;
    town.goTo("2026-03-05", "10:00");
    town.answer = message -> Delivery.DELIVERED;
    town.liveTo("2026-03-05", "18:00");
    assertThat(town.touches())
        .extracting(Touch::at, Touch::result)
        .containsExactly(
            tuple(RenewalTown.at("2026-03-05", "10:00"), Touch.Result.FAILED),
            tuple(RenewalTown.at("2026-03-05", "15:00"), Touch.Result.DELIVERED));
  }

  private static void lets(RenewalTown town, String... numbers) {
    for (String no : numbers) {
      town.let(
          no,
          lease -> {
            lease.tenant = "many";
            lease.start = "2026-02-01";
            lease.lastDay = "2027-01-31";
            lease.deposit = "0.00";
          });
    }
    town.kit.billing().raiseDue();
    for (String no : numbers) {
      town.pay(no, "P-FEB-" + no, "1000.00").orElseThrow();
    }
  }

  @Test
  void whoOptedOutIsWrittenToElsewhereOrCalled() {
    RenewalTown town = town();
    town.stores
        .wishes()
        .put(new Wishes(RenewalTown.LESSOR, new TenantId("tenant-A"), Set.of(Channel.SMS), false, false, Set.of()));
    dunTo(town, "2026-03-05");
    assertThat(town.touches()).extracting(Touch::channel).containsExactly(Channel.WECOM);
    town.stores
        .wishes()
        .put(
            new Wishes(
                RenewalTown.LESSOR, new TenantId("tenant-A"), Set.of(Channel.SMS, Channel.WECOM), false, false,
                Set.of()));
    dunTo(town, "2026-03-12");
    assertThat(town.touches()).hasSize(1);
    assertThat(town.tasks()).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.OVERDUE_CALL);
  }

  @Test
  void nobodyGetsMoreMessagesThanTheCapAllows() {
    RenewalTown town =
        new RenewalTown(
            stores(),
            validator(),
            "2026-02-28",
            with(Outreach.STANDARD.withCap(new Outreach.Cap(1, Duration.ofDays(1)))),
            RenewalTown.dunning());
    lets(town, "A", "B");
    town.liveTo("2026-03-08", "00:00");
    assertThat(town.touches())
        .extracting(Touch::at)
        .containsExactly(RenewalTown.at("2026-03-05", "10:00"), RenewalTown.at("2026-03-06", "10:00"));
  }

  @Test
  void aDigestTellsTheDebtsOfAllContractsOfOneTenant() {
    RenewalTown town =
        new RenewalTown(
            stores(), validator(), "2026-02-28", with(Outreach.STANDARD.withDigests(true)),
            RenewalTown.dunning());
    lets(town, "A", "B", "C");
    town.answer = message -> Delivery.FAILED;
    town.goTo("2026-03-05", "10:00");
    assertThat(town.touches()).hasSize(3);
    town.pay("B", "P-MAR-B", "1000.00").orElseThrow();
    town.pay("C", "P-MAR-C", "400.00").orElseThrow();
    town.answer = message -> Delivery.DELIVERED;
    town.goTo("2026-03-05", "10:15");
    assertThat(town.shown).hasSize(1);
    Message digest = town.shown.get(0);
    assertThat(digest.template()).isEqualTo("dunning.digest");
    assertThat(digest.text())
        .contains("2份合同", "A：1000.00 CNY", "C：600.00 CNY", "https://town.example/pay/A")
        .doesNotContain("B：");
    assertThat(town.touches()).hasSize(5);
  }
}
