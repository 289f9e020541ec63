package org.leasekit.application;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Wishes;
import org.leasekit.port.Stores;
import org.leasekit.renewal.ChannelLadder;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/** Puts the next rung of a stage's ladder into the outbox, or asks the steward to call. */
final class NoticeWriter {
  private final Stores stores;
  private final LessorProfile profile;
  private final CaseDesk desk;

  NoticeWriter(Stores stores, LessorProfile profile, CaseDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
  }

  /**
   * Writes the next rung.
   *
   * @param template name of the text
   * @param preferred the channels the stage asked for, best first
   * @param window end of the stage's window, exclusive
   */
  void next(
      RenewalCase renewal,
      Contract contract,
      String stage,
      String template,
      List<Channel> preferred,
      Instant window,
      Instant now) {
    List<Notice> sent = stores.outbox().ofCase(profile.lessor(), renewal.id());
    Set<Contact> tried = new HashSet<>();
    sent.stream().filter(notice -> notice.stage().equals(stage)).forEach(n -> tried.add(n.contact()));
    tried.addAll(DeadContacts.of(stores, contract));
    Optional<Contact> contact = ChannelLadder.next(reachable(contract), preferred, tried);
    if (contact.isEmpty()) {
      desk.openTask(renewal, StewardTask.Kind.CALL, stage, contract.steward(), now);
      return;
    }
    NoticeId id =
        new NoticeId(
            renewal.id() + ":" + stage + ":" + contact.get().channel() + ":" + contact.get().address());
    stores
        .outbox()
        .addAll(
            List.of(
                new Notice(
                    renewal.lessor(),
                    id,
                    renewal.id(),
                    renewal.contract(),
                    stage,
                    contact.get(),
                    Notice.State.PENDING,
                    0,
                    now,
                    window,
                    template)));
  }

  /** The contacts on channels that the tenant has not opted out of. */
  private List<Contact> reachable(Contract contract) {
    Wishes wishes =
        stores
            .wishes()
            .findAll(profile.lessor(), List.of(contract.tenant()))
            .get(contract.tenant());
    return wishes == null
        ? contract.contacts()
        : contract.contacts().stream()
            .filter(contact -> !wishes.optedOut().contains(contact.channel()))
            .toList();
  }
}
