package org.leasekit.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
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
 * </ol>
 */
public interface Outbox {

  /** Adds those that are new. */
  void addAll(List<Notice> notices);

  /** Stores a changed notice. */
  void update(Notice notice);

  /** Pending notices whose next attempt is due, earliest first, then by id, at most {@code limit}. */
  List<Notice> due(LessorId lessor, Instant now, int limit);

  /** Pending notices to one contact whose next attempt is due, by id. */
  List<Notice> dueTo(LessorId lessor, Contact contact, Instant now);

  /** Notes that a message was sent to a contact. */
  void sent(LessorId lessor, Contact contact, NoticeId id, Instant at);

  /** When messages were sent to a contact from an instant on, earliest first. */
  List<Instant> sentSince(LessorId lessor, Contact contact, Instant since);

  /** The notice, locked against other units of work. */
  Optional<Notice> lock(LessorId lessor, NoticeId id);

  /** Every notice of a case, by id. */
  List<Notice> ofCase(LessorId lessor, CaseId id);
}
