package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Masked;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.port.Outbox;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;

/** Notices, of which it is noted when they are sent or fail. */
final class ObservedOutbox implements Outbox {
  private final Outbox right;
  private final Observing unit;

  ObservedOutbox(Outbox right, Observing unit) {
    this.right = right;
    this.unit = unit;
  }

  @Override
  public void addAll(List<Notice> notices) {
    right.addAll(notices);
  }

  @Override
  public void update(Notice notice) {
    unit.run(
        () -> {
          right.update(notice);
          switch (notice.state()) {
            case DELIVERED -> note(notice, LeaseEvent.OfNotice.What.SENT);
            case FAILED, CAPPED -> note(notice, LeaseEvent.OfNotice.What.FAILED);
            case PENDING, CANCELLED, OVERTAKEN -> {
              // nothing to tell: it waits, or silence or a later stage came first
            }
          }
        });
  }

  @Override
  public List<Notice> due(LessorId lessor, Instant now, int limit) {
    return right.due(lessor, now, limit);
  }

  @Override
  public List<Notice> dueTo(LessorId lessor, Contact contact, Instant now) {
    return right.dueTo(lessor, contact, now);
  }

  @Override
  public void lockPerson(LessorId lessor, Person person) {
    right.lockPerson(lessor, person);
  }

  @Override
  public void sent(LessorId lessor, Person person, NoticeId id, Instant at) {
    right.sent(lessor, person, id, at);
  }

  @Override
  public List<Sent> sentSince(LessorId lessor, Person person, Instant since) {
    return right.sentSince(lessor, person, since);
  }

  @Override
  public Optional<Notice> lock(LessorId lessor, NoticeId id) {
    return right.lock(lessor, id);
  }

  @Override
  public List<Notice> ofCase(LessorId lessor, CaseId id) {
    return right.ofCase(lessor, id);
  }

  private void note(Notice notice, LeaseEvent.OfNotice.What what) {
    unit.note(
        new LeaseEvent.OfNotice(
            unit.head(notice.contract()), what, notice.stage(), notice.contact().channel(),
            Masked.of(notice.contact().address())));
  }
}
