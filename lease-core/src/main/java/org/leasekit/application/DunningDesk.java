package org.leasekit.application;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.DunningText;
import org.leasekit.escalation.Decision;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.StaffId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.ChannelLadder;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.TaskId;
import org.leasekit.renewal.Touch;

/** Reminds a payer of a debt, or asks somebody to. Joins the caller's unit of work. */
final class DunningDesk {

  /** What is in the number of every matter of dunning. */
  static final String OVERDUE = "-overdue-";

  private final Stores stores;
  private final LessorProfile profile;
  private final MessageGateway gateway;
  private final Assignment assignment;

  DunningDesk(Stores stores, LessorProfile profile, MessageGateway gateway) {
    this.stores = stores;
    this.profile = profile;
    this.gateway = gateway;
    this.assignment = new Assignment(stores, profile);
  }

  Set<String> tags(Contract payer) {
    Wishes wishes = wishes(payer);
    Set<String> tags = new HashSet<>(wishes.tags());
    if (wishes.inPerson()) {
      tags.add(RenewalPolicies.IN_PERSON);
    }
    return tags;
  }

  private Wishes wishes(Contract payer) {
    return stores
        .wishes()
        .findAll(profile.lessor(), List.of(payer.tenant()))
        .getOrDefault(payer.tenant(), Wishes.none(profile.lessor(), payer.tenant()));
  }

  private List<Contact> reachable(Contract payer) {
    Set<Channel> optedOut = wishes(payer).optedOut();
    return payer.contacts().stream()
        .filter(contact -> !optedOut.contains(contact.channel()))
        .toList();
  }

  /** Whether the address a stage would write to has had as many messages as it shall have; the stage waits then. */
  boolean isHeldBack(Contract payer, Decision.Due due, Instant now) {
    Outreach.Cap cap = profile.outreach().cap();
    if (cap == null) {
      return false;
    }
    Instant since = now.minus(cap.per());
    return due.actions().stream()
        .map(StageAction::act)
        .flatMap(act -> act instanceof StageAct.Notice notice
            ? ChannelLadder.next(reachable(payer), notice.channels(), Set.of()).stream()
            : Optional.<Contact>empty().stream())
        .anyMatch(
            contact ->
                stores.outbox().sentSince(profile.lessor(), contact, since).stream()
                        .filter(at -> at.isAfter(since))
                        .count()
                    >= cap.messages());
  }

  /** Tries one address after the other until one may have been reached; where none is, somebody has to call. */
  void remind(
      Arrears arrears,
      Contract payer,
      String stage,
      StageAct.Notice notice,
      URI page,
      Instant now) {
    List<Contact> contacts = reachable(payer);
    Set<Contact> tried = new HashSet<>();
    Optional<Contact> next = ChannelLadder.next(contacts, notice.channels(), tried);
    while (next.isPresent()) {
      Contact contact = next.get();
      if (send(arrears, payer, stage, notice.template(), contact, page, now)) {
        return;
      }
      tried.add(contact);
      next = ChannelLadder.next(contacts, notice.channels(), tried);
    }
    openTask(
        arrears, payer, stage, new StageAct.Task(StageAct.Task.STEWARD, DunningPolicies.CALL), now);
  }

  private boolean send(
      Arrears arrears,
      Contract payer,
      String stage,
      String template,
      Contact contact,
      URI page,
      Instant now) {
    NoticeId id =
        new NoticeId(arrears.id() + ":" + stage + ":" + contact.channel() + ":" + contact.address());
    MessageGateway.Delivery delivery =
        gateway.send(
            new MessageGateway.Message(
                profile.lessor(),
                id.value(),
                contact,
                "dunning." + template,
                profile.locale(),
                DunningText.of(template, arrears, payer, profile.locale()),
                page));
    Touch.Result result = NoticeDispatcher.result(delivery);
    stores
        .cases()
        .addTouch(
            new Touch(
                profile.lessor(), matter(arrears), 0, payer.no(), now, stage, contact.channel(),
                contact.address(), result));
    boolean mayHaveArrived =
        result == Touch.Result.DELIVERED || result == Touch.Result.TIMEOUT;
    if (mayHaveArrived) {
      stores.outbox().sent(profile.lessor(), contact, id, now);
    }
    return mayHaveArrived;
  }

  void openTask(Arrears arrears, Contract payer, String stage, StageAct act, Instant now) {
    String role = act instanceof StageAct.Task task ? task.role() : StageAct.Task.STEWARD;
    @Nullable StaffId who =
        act instanceof StageAct.HandOver handOver
            ? assignment.above(role, handOver.levels(), now)
            : assignment.of(role, payer.steward(), now);
    stores
        .tasks()
        .add(
            new StewardTask(
                profile.lessor(),
                new TaskId(arrears.id() + ":" + act.word() + ":" + stage),
                matter(arrears),
                payer.no(),
                StewardTask.Kind.valueOf(act.word()),
                stage,
                role,
                who,
                now,
                null,
                null,
                StewardTask.Handling.NONE));
  }

  private static CaseId matter(Arrears arrears) {
    return new CaseId(arrears.id().toString());
  }
}
