package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.application.RecordCall;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractStatus;
import org.leasekit.ledger.AccountRole;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * Whole renewals through the front door, on an adapter's stores: what the ports promise one by one has
 * to carry the library's main job.
 */
public abstract class JourneyContract {
  private RenewalTown town;

  /** For subclasses. */
  protected JourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new RenewalTown(stores(), validator(), "2026-01-20");
  }

  @Test
  void stagesFireOnTheirDayAtTenEachOnce() {
    town.let("A", lease -> {});
    town.liveTo("2026-03-30", "00:00");
    // 2026-03-01 is a Sunday and the Saturday before it is a make-up workday
    assertThat(town.touches())
        .extracting(Touch::at, Touch::stage, Touch::channel, Touch::result)
        .containsExactly(
            tuple(
                RenewalTown.at("2026-02-28", "10:00"), "30", Channel.SMS, Touch.Result.DELIVERED),
            tuple(
                RenewalTown.at("2026-03-16", "10:00"),
                "15",
                Channel.WECOM,
                Touch.Result.DELIVERED));
    // 2026-03-28 is a Saturday
    assertThat(town.tasks())
        .extracting(StewardTask::kind, StewardTask::openedAt, StewardTask::assignee)
        .containsExactly(
            tuple(
                StewardTask.Kind.CALL, RenewalTown.at("2026-03-27", "10:00"), RenewalTown.STEWARD));
  }

  @Test
  void elderTenantsGetACallAndAVisitWithTheFirstStage() {
    town.let("OLD", lease -> lease.birthDate = "1961-02-28");
    town.let("YOUNGER", lease -> lease.birthDate = "1961-03-01");
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).hasSize(2);
    assertThat(town.tasks())
        .extracting(task -> task.contract().value(), StewardTask::kind, StewardTask::stage)
        .containsExactly(
            tuple("OLD", StewardTask.Kind.CALL, "30"), tuple("OLD", StewardTask.Kind.VISIT, "30"));
  }

  @Test
  void aContractThatEntersLateGetsTheStageThatIsDueAndNotABurst() {
    town.goTo("2026-03-20", "09:00");
    town.let("LATE", lease -> {});
    town.liveTo("2026-03-29", "00:00");
    assertThat(town.touches())
        .extracting(Touch::stage, Touch::at)
        .containsExactly(tuple("15", RenewalTown.at("2026-03-20", "10:00")));
    assertThat(town.tasks()).extracting(StewardTask::stage).containsExactly("3");
  }

  @Test
  void paidThenSignedMakesOneSuccessor() {
    renewed(true);
  }

  @Test
  void signedThenPaidMakesOneSuccessor() {
    renewed(false);
  }

  private void renewed(boolean payFirst) {
    town.let("A", lease -> lease.cycleMonths = 3);
    town.goTo("2026-02-28", "10:00");
    town.accept("A").orElseThrow();
    town.accept("A").orElseThrow();
    if (payFirst) {
      town.payRenewal("A", "P1", "3000.00").orElseThrow();
      town.sign("A", "S1").orElseThrow();
    } else {
      town.sign("A", "S1").orElseThrow();
      town.payRenewal("A", "P1", "3000.00").orElseThrow();
    }
    // the same reports again, as providers do
    assertThat(town.payRenewal("A", "P1", "3000.00").orElseThrow().duplicate()).isTrue();
    town.sign("A", "S1").orElseThrow();

    assertThat(town.renewal("A").state()).isEqualTo(CaseState.RENEWED);
    assertThat(town.contract("A").successor().orElseThrow().value()).isEqualTo("A-R1");
    var successor = town.contract("A-R1");
    assertThat(successor.unit()).isEqualTo(town.contract("A").unit());
    assertThat(successor.term().start()).isEqualTo("2026-04-01");
    assertThat(successor.term().lastDay()).isEqualTo("2027-03-31");
    assertThat(successor.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(town.receivables("A-R1"))
        .extracting(r -> r.key().charge(), Receivable::status)
        .containsExactly(tuple(ChargeCode.RENT, Receivable.Status.PAID));
    assertThat(town.balance(AccountRole.CASH)).isEqualTo(300000);
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
    // the deposit moved, it was not asked for again
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A")).isZero();
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY, "A-R1")).isEqualTo(-100000);

    town.liveTo("2026-04-02", "00:00");
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.RENEWED);
    assertThat(town.touches()).hasSize(1);
    assertThat(town.receivables("A-R1")).hasSize(1);
  }

  @Test
  void partPaymentsCountTogether() {
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    town.sign("A", "S1").orElseThrow();
    town.payRenewal("A", "P1", "400.00").orElseThrow();
    assertThat(town.renewal("A").progress().paidAt()).isNull();
    town.payRenewal("A", "P2", "600.00").orElseThrow();
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.RENEWED);
    assertThat(town.receivables("A-R1").get(0).status()).isEqualTo(Receivable.Status.PAID);
  }

  @Test
  void noReminderFollowsAPaymentASignatureOrARefusal() {
    town.let("PAID", lease -> {});
    town.let("SIGNED", lease -> {});
    town.let("DECLINED", lease -> {});
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).hasSize(3);
    town.payRenewal("PAID", "P1", "1000.00").orElseThrow();
    town.sign("SIGNED", "S1").orElseThrow();
    town.decline("DECLINED").orElseThrow();
    town.liveTo("2026-04-02", "00:00");
    assertThat(town.touches()).hasSize(3);
    assertThat(town.renewal("PAID").state()).isEqualTo(CaseState.LAPSED);
    assertThat(town.renewal("SIGNED").state()).isEqualTo(CaseState.LAPSED);
    assertThat(town.renewal("DECLINED").state()).isEqualTo(CaseState.DECLINED);
    assertThat(town.tasks())
        .extracting(task -> task.contract().value(), StewardTask::kind, StewardTask::openedAt)
        .containsExactlyInAnyOrder(
            // they leave: somebody takes the place back
            tuple("DECLINED", StewardTask.Kind.MOVE_OUT, RenewalTown.at("2026-02-28", "10:00")),
            tuple("PAID", StewardTask.Kind.MOVE_OUT, RenewalTown.at("2026-04-01", "00:00")),
            tuple("SIGNED", StewardTask.Kind.MOVE_OUT, RenewalTown.at("2026-04-01", "00:00")),
            // nobody signed: the money is to be settled
            tuple(
                "PAID", StewardTask.Kind.DISPUTED_PAYMENT, RenewalTown.at("2026-04-01", "00:00")),
            tuple(
                "PAID",
                StewardTask.Kind.SIGNATURE_MISSING,
                RenewalTown.at("2026-03-01", "10:00")),
            tuple(
                "SIGNED",
                StewardTask.Kind.PAYMENT_MISSING,
                RenewalTown.at("2026-03-01", "10:00")));
  }

  @Test
  void aNoticeThatWaitsIsNotSentOnceTheTenantHasSigned() {
    town.answer = message -> Delivery.FAILED;
    town.let("A", lease -> {});
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches()).extracting(Touch::result).containsExactly(Touch.Result.FAILED);
    town.sign("A", "S1").orElseThrow();
    town.answer = message -> Delivery.DELIVERED;
    town.liveTo("2026-03-01", "00:00");
    assertThat(town.shown).isEmpty();
    assertThat(town.touches()).hasSize(1);
  }

  @Test
  void aSignatureThatComesWhileANoticeIsSentWaitsForItAndIsTheLastWord() throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch mayFinish = new CountDownLatch(1);
    town.answer =
        message -> {
          sending.countDown();
          await(mayFinish);
          return Delivery.FAILED;
        };
    town.let("A", lease -> {});
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    town.kit.sweep().runDue();
    CompletableFuture<?> dispatch =
        CompletableFuture.supplyAsync(() -> town.kit.notices().dispatchDue());
    await(sending);
    CompletableFuture<Outcome<RenewalCase>> signature =
        CompletableFuture.supplyAsync(() -> town.sign("A", "S1"));
    mayFinish.countDown();
    signature.get(60, TimeUnit.SECONDS).orElseThrow();
    dispatch.get(60, TimeUnit.SECONDS);
    int touchesAtTheSignature = town.touches().size();
    town.answer = message -> Delivery.DELIVERED;
    town.liveTo("2026-03-31", "12:00");
    assertThat(touchesAtTheSignature).isEqualTo(1);
    assertThat(town.touches()).hasSize(1);
    assertThat(town.shown).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).as("the other side came").isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void aDeadNumberFallsToTheNextChannelThenToACallThenToAVisit() {
    town.answer =
        message ->
            message.contact().channel() == Channel.SMS ? Delivery.DEAD_CONTACT : Delivery.DELIVERED;
    town.let("BOTH", lease -> {});
    town.let("PHONE", lease -> lease.contacts = List.of(new Contact(Channel.SMS, "199")));
    town.goTo("2026-02-28", "10:00");
    assertThat(town.touches())
        .extracting(t -> t.contract().value(), Touch::channel, Touch::result)
        .containsExactlyInAnyOrder(
            tuple("BOTH", Channel.SMS, Touch.Result.DEAD),
            tuple("BOTH", Channel.WECOM, Touch.Result.DELIVERED),
            tuple("PHONE", Channel.SMS, Touch.Result.DEAD));
    StewardTask call = town.kit.tasks().open().get(0);
    assertThat(call.kind()).isEqualTo(StewardTask.Kind.CALL);
    town.kit.tasks().recordCall(new RecordCall(call.id().value(), Touch.Result.DEAD)).orElseThrow();
    assertThat(town.kit.tasks().open())
        .extracting(task -> task.contract().value(), StewardTask::kind)
        .containsExactly(tuple("PHONE", StewardTask.Kind.VISIT));
  }

  @Test
  void failuresAreTriedAgainAndThenLeftForTheNextRung() {
    town.answer =
        message ->
            message.contact().channel() == Channel.SMS ? Delivery.TIMED_OUT : Delivery.DELIVERED;
    town.let("A", lease -> {});
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    for (String time : List.of("10:00", "10:15", "10:30", "10:45")) {
      town.goTo("2026-02-28", time);
    }
    assertThat(town.touches())
        .extracting(Touch::at, Touch::channel, Touch::result)
        .containsExactly(
            tuple(RenewalTown.at("2026-02-28", "10:00"), Channel.SMS, Touch.Result.TIMEOUT),
            tuple(RenewalTown.at("2026-02-28", "10:15"), Channel.SMS, Touch.Result.TIMEOUT),
            tuple(RenewalTown.at("2026-02-28", "10:30"), Channel.SMS, Touch.Result.TIMEOUT),
            tuple(RenewalTown.at("2026-02-28", "10:30"), Channel.WECOM, Touch.Result.DELIVERED));
  }

  @Test
  void nobodyIsCalledWhoHasSigned() {
    town.let("A", lease -> lease.birthDate = "1950-01-01");
    town.goTo("2026-02-28", "10:00");
    StewardTask call = town.kit.tasks().open().get(0);
    town.sign("A", "S1").orElseThrow();
    Outcome<Touch> outcome =
        town.kit.tasks().recordCall(new RecordCall(call.id().value(), Touch.Result.ANSWERED));
    assertThat(outcome.rejection().rule()).isEqualTo("NO_SUCH_TASK");
    assertThat(town.tasks()).extracting(StewardTask::outcome)
        .containsExactly(StewardTask.Outcome.OBSOLETE, StewardTask.Outcome.OBSOLETE);
    assertThat(town.touches()).extracting(Touch::channel).containsExactly(Channel.SMS);
  }

  @Test
  void moneyThatComesTooLateIsKeptAndLookedInto() {
    town.let("A", lease -> {});
    town.liveTo("2026-04-01", "00:00");
    assertThat(town.renewal("A").state()).isEqualTo(CaseState.LAPSED);
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.EXPIRED);
    assertThat(town.payRenewal("A", "P1", "1000.00").isAccepted()).isTrue();
    assertThat(town.sign("A", "S1").rejection().rule()).isEqualTo("CASE_CLOSED");
    assertThat(town.renewal("A").progress().paidAt()).isNull();
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH, "A")).isEqualTo(-100000);
    assertThat(town.kit.tasks().open()).extracting(StewardTask::kind)
        .containsExactlyInAnyOrder(StewardTask.Kind.MOVE_OUT, StewardTask.Kind.DISPUTED_PAYMENT);
  }

  @Test
  void nobodyIsAskedToCallAboutATermThatHasEndedEvenBeforeTheSweepSeesIt() {
    town.let("A", lease -> {});
    town.liveTo("2026-03-15", "00:00");
    town.clock.set(RenewalTown.at("2026-03-16", "10:00"));
    town.kit.sweep().runDue();
    town.clock.set(RenewalTown.at("2026-04-01", "00:00"));
    town.kit.notices().dispatchDue();
    assertThat(town.touches()).hasSize(1);
    assertThat(town.tasks()).isEmpty();
  }

  @Test
  void nobodyIsCalledAboutATermThatHasEndedEvenBeforeTheSweepSeesIt() {
    town.let("A", lease -> {});
    town.liveTo("2026-03-30", "00:00");
    StewardTask call = town.kit.tasks().open().get(0);
    town.clock.set(RenewalTown.at("2026-04-01", "00:00"));
    Outcome<Touch> outcome =
        town.kit.tasks().recordCall(new RecordCall(call.id().value(), Touch.Result.ANSWERED));
    assertThat(outcome.rejection().rule()).isEqualTo("CASE_CLOSED");
    assertThat(town.touches()).noneMatch(touch -> touch.channel() == Channel.CALL);
  }

  @Test
  void aSignatureAfterTheTermIsRefusedEvenBeforeTheSweepSeesIt() {
    town.let("A", lease -> {});
    town.liveTo("2026-03-31", "23:30");
    town.payRenewal("A", "P1", "1000.00").orElseThrow();
    town.clock.set(RenewalTown.at("2026-04-01", "00:00"));
    assertThat(town.sign("A", "S1").rejection().rule()).isEqualTo("CASE_CLOSED");
  }

  @Test
  void subContractsThatRenewBeforeTheirMasterComeUnderItsSuccessor() {
    master();
    town.goTo("2026-02-28", "10:00");
    town.payRenewal("SUB1", "P1", "1000.00").orElseThrow();
    town.sign("SUB1", "S1").orElseThrow();
    assertThat(town.contract("SUB1-R1").parent()).contains(town.contract("M").no());
    // a framework without rent has nothing to pay: its signature is enough
    town.sign("M", "S2").orElseThrow();
    assertThat(town.renewal("M").state()).isEqualTo(CaseState.RENEWED);
    assertThat(town.contract("SUB1-R1").parent()).contains(town.contract("M-R1").no());
    town.payRenewal("SUB2", "P2", "1000.00").orElseThrow();
    town.sign("SUB2", "S3").orElseThrow();
    assertThat(town.contract("SUB2-R1").parent()).contains(town.contract("M-R1").no());
  }

  @Test
  void theMasterPaysForItsTree() {
    master();
    town.goTo("2026-01-20", "01:00");
    assertThat(town.receivables("SUB1")).allMatch(r -> r.payer().value().equals("M"));
    town.pay("M", "P1", "22000.00").orElseThrow();
    assertThat(town.receivables("SUB1")).allMatch(r -> r.status() == Receivable.Status.PAID);
    assertThat(town.receivables("SUB2")).allMatch(r -> r.status() == Receivable.Status.PAID);
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isZero();
  }

  private void master() {
    town.let(
        "M",
        lease -> {
          lease.master = true;
          lease.rent = "0.00";
          lease.deposit = "0.00";
        });
    town.let("SUB1", lease -> lease.parent = "M");
    town.let("SUB2", lease -> lease.parent = "M");
  }

  @Test
  void aUnitLetToSomebodyElseAfterwardsIsNotOffered() {
    town.let("A", lease -> lease.unit = "B1-001");
    town.let(
        "NEXT",
        lease -> {
          lease.unit = "B1-001";
          lease.start = "2026-04-01";
          lease.lastDay = "2027-03-31";
        });
    town.liveTo("2026-04-02", "00:00");
    assertThat(town.touches()).isEmpty();
    assertThat(town.contract("A").status()).isEqualTo(ContractStatus.EXPIRED);
  }
}
