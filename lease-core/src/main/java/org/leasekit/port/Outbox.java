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
 *   <li>Of each attempt at a message that may have arrived it is noted under the message's key to whom and when; noting it
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

  /**
   * An attempt at a message that may have arrived.
   *
   * @param message the key it went by: its notice's id, or that of the digest
   */
  record Sent(NoticeId message, Instant at) {}

  /** Notes that a message was sent to a person, at whatever address, under the key it went by. */
  void sent(LessorId lessor, Person person, NoticeId message, Instant at);

  /** What was sent to a person from an instant on, earliest first, then by key. */
  List<Sent> sentSince(LessorId lessor, Person person, Instant since);

  /** The notice, locked against other units of work. */
  Optional<Notice> lock(LessorId lessor, NoticeId id);

  /** Every notice of a case, by id. */
  List<Notice> ofCase(LessorId lessor, CaseId id);
}
