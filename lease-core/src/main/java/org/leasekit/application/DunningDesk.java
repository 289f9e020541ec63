package org.leasekit.application;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.escalation.StageAct;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.StaffId;
import org.leasekit.party.Wishes;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.renewal.StewardTask;

/** Puts the next rung of a dunning stage's ladder into the outbox, or asks somebody to call. Joins the caller's unit of work. */
final class DunningDesk {
  private final Stores stores;
  private final LessorProfile profile;
  private final Assignment assignment;
  private final People people;

  DunningDesk(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.assignment = new Assignment(stores, profile);
    this.people = new People(stores, profile);
  }

  /** What a time of being late goes by among notices, tasks and touches. */
  static CaseId matter(ArrearsId id) {
    return new CaseId(id.toString());
  }

  Set<String> tags(Contract payer) {
    Wishes wishes = people.wishes(payer);
    Set<String> tags = new HashSet<>(wishes.tags());
    if (wishes.inPerson()) {
      tags.add(RenewalPolicies.IN_PERSON);
    }
    return tags;
  }

  /**
   * Writes the next rung. Of debts whoever is registered as payer hears, or else the tenant, and nobody else:
   * whoever uses the unit does not owe.
   *
   * @param preferred the channels the stage asked for, best first
   * @param window end of the stage's window, exclusive
   */
  void next(
      ArrearsId id,
      Contract payer,
      String stage,
      String template,
      List<Channel> preferred,
      Instant window,
      Instant now) {
    Set<Contact> tried = new HashSet<>(DeadContacts.of(stores, payer));
    List<Notice> written = stores.outbox().ofCase(profile.lessor(), matter(id));
    tried.addAll(People.tried(written, stage, payer.contactsForBills()));
    Optional<Contact> contact =
        people.next(payer, payer.contactsForBills(), preferred, tried);
    if (contact.isEmpty()) {
      openTask(id, payer, stage, new StageAct.Task(StageAct.Task.STEWARD, DunningPolicies.CALL), now);
      return;
    }
    Contact to = contact.get();
    NoticeId key = NoticeId.of(matter(id), stage, to);
    stores
        .outbox()
        .addAll(
            List.of(
                new Notice(
                    profile.lessor(), key, matter(id), payer.no(), stage, to, Notice.State.PENDING, 0, now,
                    window, template)));
  }

  /** Whether whoever hears of these debts was certainly reached about them. */
  boolean isReached(ArrearsId id, Contract payer) {
    return stores.contractRecords().touches(profile.lessor(), payer.no()).stream()
        .anyMatch(touch -> touch.renewalCase().equals(matter(id)) && touch.result().reached());
  }

  /** Opens a task once for each role and level; its id is made from the debts, the act and the stage. */
  void openTask(ArrearsId id, Contract payer, String stage, StageAct act, Instant now) {
    String role = CaseDesk.role(act);
    StewardTask.Kind kind = StewardTask.Kind.valueOf(act.word());
    @Nullable StaffId who =
        act instanceof StageAct.HandOver handOver
            ? assignment.above(role, undone(id, stage), handOver.levels(), now)
            : assignment.of(role, payer.steward(), now);
    stores
        .tasks()
        .add(
            new StewardTask(
                profile.lessor(),
                CaseDesk.taskId(matter(id), kind, stage, CaseDesk.whose(act)),
                matter(id),
                payer.no(),
                kind,
                stage,
                role,
                who,
                now,
                null,
                null,
                StewardTask.Handling.NONE));
  }

  /** What earlier stages asked for about these debts and nobody has done. */
  private List<StewardTask> undone(ArrearsId id, String stage) {
    return stores.tasks().openOfCase(profile.lessor(), matter(id)).stream()
        .filter(task -> !task.stage().equals(stage))
        .toList();
  }
}
