package org.leasekit.application;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leasekit.contract.Contract;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;

/**
 * Puts the next rung of a stage's ladder into the outbox, or asks the steward to call: the registered tenant's contacts, then,
 * when none of them can be reached, the actual user's.
 */
final class NoticeWriter {
  private final Stores stores;
  private final LessorProfile profile;
  private final CaseDesk desk;
  private final People people;

  NoticeWriter(Stores stores, LessorProfile profile, CaseDesk desk) {
    this.stores = stores;
    this.profile = profile;
    this.desk = desk;
    this.people = new People(stores, profile);
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
    Optional<Contact> contact =
        people.next(contract, contract.contacts(), preferred, tried(renewal, contract, stage));
    if (contact.isEmpty()) {
      call(renewal, contract, stage, now);
      return;
    }
    NoticeId id = NoticeId.of(renewal.id(), stage, contact.get());
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

  /** Whether somebody in the tenant's place is not to be written to any more. */
  boolean isOutdated(RenewalCase renewal, Contract contract, Notice notice) {
    return People.isOutdated(contract, notice.contact(), tried(renewal, contract, notice.stage()));
  }

  /** The steward calls the registered tenant, or whoever else can be got. */
  void call(RenewalCase renewal, Contract contract, String stage, Instant now) {
    desk.openTask(renewal, StewardTask.Kind.CALL, stage, contract.steward(), now);
  }

  private Set<Contact> tried(RenewalCase renewal, Contract contract, String stage) {
    Set<Contact> tried = new HashSet<>(DeadContacts.of(stores, contract));
    List<Notice> written = stores.outbox().ofCase(profile.lessor(), renewal.id());
    tried.addAll(People.tried(written, stage, contract.contacts()));
    return tried;
  }
}
