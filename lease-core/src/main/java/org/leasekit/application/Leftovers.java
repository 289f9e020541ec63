package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leasekit.escalation.StageAct;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.StewardTask;

/** What becomes of notices that could not be attempted. */
final class Leftovers {

  /** How long a notice rests whose attempt threw. */
  private static final Duration SET_ASIDE_FOR = Duration.ofHours(1);

  private final Stores stores;
  private final LessorProfile profile;
  private final Assignment assignment;

  Leftovers(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.assignment = new Assignment(stores, profile);
  }

  /** Puts off what threw; where that is too late for its stage, the ladder goes on without it. A unit of work of its own. */
  void setAside(Notice listed, Mail<?> mail, Instant now) {
    Instant later = now.plus(SET_ASIDE_FOR);
    if (later.isBefore(listed.expiresAt())) {
      stores
          .unitOfWork()
          .run(() -> pending(listed).ifPresent(notice -> stores.outbox().update(notice.retryAt(later, notice.attempts()))));
      return;
    }
    try {
      stores.unitOfWork().run(() -> goOn(mail, listed, now));
    } catch (RuntimeException unreadable) {
      // what the notice is about cannot be read either: somebody has to look at it
      stores.unitOfWork().run(() -> giveUp(listed, mail.callKind(), now));
    }
  }

  /** Nobody is to hear of it any more. Joins the caller's unit of work. */
  void cancel(Notice listed) {
    pending(listed)
        .ifPresent(notice -> stores.outbox().update(notice.ended(Notice.State.CANCELLED, notice.attempts())));
  }

  private <L extends Letter> void goOn(Mail<L> mail, Notice listed, Instant now) {
    mail.lock(List.of(listed), notice -> notice.state() == Notice.State.PENDING, now)
        .forEach(letter -> goOn(mail, letter, now));
  }

  private <L extends Letter> void goOn(Mail<L> mail, L letter, Instant now) {
    Notice notice = letter.notice();
    stores.outbox().update(notice.ended(letter.speech().end(), notice.attempts()));
    if (letter.speech() != Letter.Speech.SPEAKS) {
      return;
    }
    if (now.isBefore(notice.expiresAt())) {
      mail.next(letter, now);
    } else {
      mail.call(letter, now);
    }
  }

  private void giveUp(Notice listed, StewardTask.Kind call, Instant now) {
    pending(listed)
        .ifPresent(
            notice -> {
              stores.outbox().update(notice.ended(Notice.State.FAILED, notice.attempts()));
              stores.tasks().add(callAbout(notice, call, now));
            });
  }

  /** By the id that every call of the stage has, so that there is one. */
  private StewardTask callAbout(Notice notice, StewardTask.Kind call, Instant now) {
    String role = StageAct.Task.STEWARD;
    return new StewardTask(
        notice.lessor(), CaseDesk.taskId(notice.renewalCase(), call, notice.stage(), ""),
        notice.renewalCase(), notice.contract(), call, notice.stage(), role, assignment.of(role, null, now), now,
        null, null, StewardTask.Handling.NONE);
  }

  private Optional<Notice> pending(Notice listed) {
    return stores
        .outbox()
        .lock(profile.lessor(), listed.id())
        .filter(notice -> notice.state() == Notice.State.PENDING);
  }
}
