package org.leasekit.examples.season;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.RecordCall;
import org.leasekit.insight.Effort;
import org.leasekit.party.Channel;
import org.leasekit.party.StaffId;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/** The stewards, who work off their tasks one after the other in the afternoon of each business day. */
final class Stewards {
  private static final LocalTime BEGIN = LocalTime.of(14, 0);
  private static final LocalTime END = LocalTime.of(17, 0);
  private static final String ON_DUTY = "";

  private final Office office;
  private final Agenda agenda;
  private final TenantWorld tenants;
  private final Effort effort;

  Stewards(Office office, Agenda agenda, TenantWorld tenants, Effort effort) {
    this.office = office;
    this.agenda = agenda;
    this.tenants = tenants;
    this.effort = effort;
  }

  /** Enters today's work; what does not fit waits for the next business day. */
  void planToday() {
    if (office.isBusinessDay()) {
      agenda.enter(office.todayAt(BEGIN), this::beginWork);
    }
  }

  private void beginWork() {
    Instant end = office.todayAt(END);
    Map<String, Instant> free = new TreeMap<>();
    for (StewardTask task : office.kit().tasks().open()) {
      StaffId assignee = task.assignee();
      String who = assignee == null ? ON_DUTY : assignee.value();
      Instant from = free.getOrDefault(who, office.todayAt(BEGIN));
      Instant until = from.plusSeconds(60L * effort.minutes().getOrDefault(task.kind(), 0));
      if (!until.isAfter(end)) {
        agenda.enter(from, () -> perform(task));
        free.put(who, until);
      }
    }
  }

  private void perform(StewardTask task) {
    switch (task.kind()) {
      case CALL -> reachOut(task, Channel.CALL);
      case VISIT -> reachOut(task, Channel.VISIT);
      case SIGNATURE_MISSING, PAYMENT_MISSING -> {
        if (office.kit().tasks().done(task.id()).isAccepted()) {
          tenants.helped(task.renewalCase());
        }
      }
      case APPROVAL -> approve(task);
      case DISPUTED_PAYMENT, PROPOSAL_DRAFT, OFFER, HAND_OVER, MASTER_NOT_RENEWED, MOVE_OUT ->
          office.kit().tasks().done(task.id());
      case DEPOSIT_REFUND -> office.kit().tasks().paidBack(task.id(), "OUT-" + task.contract());
    }
  }

  /** The supervisor lets an offer beyond the limits pass; a task that waits for something else is just done. */
  private void approve(StewardTask task) {
    DecideOffer decision = new DecideOffer(task.renewalCase().value(), office.supervisor().value(), true);
    if (!office.kit().offers().decide(decision).isAccepted()) {
      office.kit().tasks().done(task.id());
    }
  }

  /** Refused when the tenant has paid, signed or declined since the work was planned. */
  private void reachOut(StewardTask task, Channel channel) {
    Touch.Result result = tenants.meet(task.renewalCase(), channel);
    boolean recorded =
        office.kit().tasks().recordCall(new RecordCall(task.id().value(), result)).isAccepted();
    if (recorded && result == Touch.Result.ANSWERED) {
      tenants.spokenTo(task.renewalCase(), channel);
    }
  }
}
