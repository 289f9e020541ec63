package org.leasekit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;

/**
 * Notices waiting to be sent.
 *
 * <ol>
 *   <li>A notice id is unique for its lessor; adding it again changes nothing.
 *   <li>{@link #lock} holds the notice against other units of work until this one ends.
 *   <li>Of each message that was sent it is noted once, under its notice's id, to whom and when; noting it
 *       again at the same instant changes nothing.
 *   <li>{@link #lockPerson} holds a person against other units of work until this one ends, known or not; what was noted of
 *       the person before is seen after it. It is taken last: after cases and contracts, and after notices.
 * </ol>
 */
public interface Outbox {

  /** Adds those that are new. */
  void addAll(List<Notice> notices);

  /** Stores a changed notice. */
  void update(Notice notice);

  /** Pending notices whose next attempt is due, earliest first, then by id, at most {@code limit}. */
  List<Notice> due(LessorId lessor, Instant now, int limit);

  /** Pending notices to one contact of one owner whose next attempt is due, by id. */
  List<Notice> dueTo(LessorId lessor, Contact contact, Instant now);

  /** Holds a person: two who count what was sent to one person count one after the other. */
  void lockPerson(LessorId lessor, Person person);

  /** Notes that a message was sent to a person, at whatever address. */
  void sent(LessorId lessor, Person person, NoticeId id, Instant at);

  /** When messages were sent to a person from an instant on, earliest first. */
  List<Instant> sentSince(LessorId lessor, Person person, Instant since);

  /** The notice, locked against other units of work. */
  Optional<Notice> lock(LessorId lessor, NoticeId id);

  /** Every notice of a case, by id. */
  List<Notice> ofCase(LessorId lessor, CaseId id);
}
