package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leasekit.escalation.QuietHours;
import org.leasekit.party.Person;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Outbox;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.Touch;

/**
 * What becomes of a notice, before an attempt and after it. Whatever ends one that was still to be heard of turns to somebody
 * else: the next rung of the ladder, or the steward who calls. Joins the caller's unit of work.
 */
final class NoticeFate {

  /** How long a notice rests whose offer waits for approval. */
  private static final Duration APPROVAL_PAUSE = Duration.ofMinutes(15);

  private final Stores stores;
  private final LessorProfile profile;
  private final People people;

  NoticeFate(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.people = new People(stores, profile);
  }

  /** Ends what is silent, overtaken or too late, and puts off what waits or would be sent in quiet hours. */
  <L extends Letter> boolean mayGo(Mail<L> mail, L letter, Instant now) {
    Notice notice = letter.notice();
    if (!letter.speech().isOpen()) {
      stores.outbox().update(notice.ended(letter.speech().end(), notice.attempts()));
      return false;
    }
    Instant from =
        letter.speech() == Letter.Speech.WAITS ? now.plus(APPROVAL_PAUSE) : outOfQuiet(mail, now, now);
    if (from.isAfter(now) || !from.isBefore(notice.expiresAt())) {
      putOff(mail, letter, from, now);
      return false;
    }
    // since the notice was written its reader may have asked not to be written to, or not be the one to write to any more
    if (people.forbid(letter.contract(), notice.contact()) || mail.isOutdated(letter)) {
      stores.outbox().update(notice.ended(Notice.State.CANCELLED, notice.attempts()));
      mail.next(letter, now);
      return false;
    }
    return true;
  }

  /** When the hour is loud that is not before an instant. */
  private static Instant outOfQuiet(Mail<?> mail, Instant at, Instant now) {
    QuietHours quiet = mail.policy(now).quiet();
    return quiet == null ? at : quiet.end(at, mail.policy(now).zone());
  }

  /** Keeps a notice for later, and ends it where that is too late for its stage: then its reader is called. */
  <L extends Letter> void putOff(Mail<L> mail, L letter, Instant until, Instant now) {
    Notice notice = letter.notice();
    if (until.isBefore(notice.expiresAt())) {
      stores.outbox().update(notice.retryAt(until, notice.attempts()));
      return;
    }
    stores.outbox().update(notice.ended(Notice.State.FAILED, notice.attempts()));
    if (letter.speech() == Letter.Speech.SPEAKS) {
      mail.call(letter, now);
    }
  }

  /**
   * Puts off what would be more than one person shall have, or ends it when that would be too late, and goes on to the next
   * person. The person is held from the count to the end of the unit of work, so that of two nodes that write to one person the
   * second counts what the first has sent. A message counts once, however often it was tried, and not against itself.
   *
   * @param key what the message goes by
   */
  <L extends Letter> boolean isHeldBack(Mail<L> mail, List<L> letters, NoticeId key, Instant now) {
    Outreach.Cap cap = profile.outreach().cap();
    if (cap == null) {
      return false;
    }
    Person reader = letters.get(0).reader();
    stores.outbox().lockPerson(profile.lessor(), reader);
    List<Instant> sent = others(reader, key, now.minus(cap.per()));
    if (sent.size() < cap.messages()) {
      return false;
    }
    Instant free = sent.get(sent.size() - cap.messages()).plus(cap.per());
    for (L letter : letters) {
      Notice notice = letter.notice();
      if (free.isBefore(notice.expiresAt())) {
        stores.outbox().update(notice.retryAt(free, notice.attempts()));
      } else {
        stores.outbox().update(notice.ended(Notice.State.CAPPED, notice.attempts()));
        mail.next(letter, now);
      }
    }
    return true;
  }

  /** When other messages were sent to somebody after an instant, each at its last attempt, earliest first. */
  private List<Instant> others(Person reader, NoticeId key, Instant since) {
    Map<NoticeId, Instant> last = new LinkedHashMap<>();
    for (Outbox.Sent sent : stores.outbox().sentSince(profile.lessor(), reader, since)) {
      if (sent.at().isAfter(since) && !sent.message().equals(key)) {
        last.put(sent.message(), sent.at());
      }
    }
    return last.values().stream().sorted().toList();
  }

  /** Notes that a message may have arrived. */
  void sent(Person reader, NoticeId key, MessageGateway.Delivery delivery, Instant now) {
    if (delivery == MessageGateway.Delivery.DELIVERED || delivery == MessageGateway.Delivery.TIMED_OUT) {
      stores.outbox().sent(profile.lessor(), reader, key, now);
    }
  }

  /** Records an attempt. What failed is tried again while there is time for that, and gives way to the next rung when not. */
  <L extends Letter> void record(Mail<L> mail, L letter, MessageGateway.Delivery delivery, Instant now) {
    Notice notice = letter.notice();
    stores.cases().addTouch(touch(notice, delivery, now));
    int attempts = notice.attempts() + 1;
    Instant again = now.plus(profile.delivery().pause());
    boolean mayRepeat =
        delivery != MessageGateway.Delivery.DEAD_CONTACT
            && attempts < profile.delivery().attempts()
            && outOfQuiet(mail, again, now).isBefore(notice.expiresAt());
    if (delivery == MessageGateway.Delivery.DELIVERED) {
      stores.outbox().update(notice.ended(Notice.State.DELIVERED, attempts));
    } else if (mayRepeat) {
      stores.outbox().update(notice.retryAt(again, attempts));
    } else {
      stores.outbox().update(notice.ended(Notice.State.FAILED, attempts));
      mail.next(letter, now);
    }
  }

  /** Records an attempt of a notice of which nothing more than that can be recorded, and keeps it for another. */
  void recordAlone(Notice listed, MessageGateway.Delivery delivery, Instant now) {
    stores.cases().addTouch(touch(listed, delivery, now));
    stores
        .outbox()
        .lock(profile.lessor(), listed.id())
        .filter(notice -> notice.state() == Notice.State.PENDING)
        .ifPresent(
            notice ->
                stores
                    .outbox()
                    .update(
                        delivery == MessageGateway.Delivery.DELIVERED
                            ? notice.ended(Notice.State.DELIVERED, notice.attempts() + 1)
                            : notice.retryAt(now, notice.attempts() + 1)));
  }

  private static Touch touch(Notice notice, MessageGateway.Delivery delivery, Instant now) {
    return new Touch(
        notice.lessor(),
        notice.renewalCase(),
        0,
        notice.contract(),
        now,
        notice.stage(),
        notice.contact().channel(),
        notice.contact().address(),
        result(delivery),
        notice.contact().owner());
  }

  private static Touch.Result result(MessageGateway.Delivery delivery) {
    return switch (delivery) {
      case DELIVERED -> Touch.Result.DELIVERED;
      case DEAD_CONTACT -> Touch.Result.DEAD;
      case FAILED -> Touch.Result.FAILED;
      case TIMED_OUT -> Touch.Result.TIMEOUT;
      case NOT_ASKED -> throw new IllegalArgumentException("nobody was asked, so nobody was touched");
    };
  }
}
