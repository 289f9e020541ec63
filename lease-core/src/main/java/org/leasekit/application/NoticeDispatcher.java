package org.leasekit.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.leasekit.contract.Contract;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.NoticeText;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Touch;

/**
 * Sends what waits in the outbox. Each attempt is a unit of work of its own that locks the case, asks
 * for silence, sends, and records the touch; so nothing is sent after a payment, signature or refusal
 * has been committed, whichever node holds the notice.
 */
public final class NoticeDispatcher {
  private static final int BATCH = 100;

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final MessageGateway gateway;
  private final RenewalLinks links;
  private final NoticeWriter writer;

  NoticeDispatcher(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      MessageGateway gateway,
      RenewalLinks links,
      NoticeWriter writer) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.gateway = gateway;
    this.links = links;
    this.writer = writer;
  }

  /**
   * Attempts every notice that is due by now, once; those that follow from a dead contact included.
   *
   * @return attempts made
   */
  public int dispatchDue() {
    int attempts = 0;
    List<Notice> due;
    do {
      due = stores.outbox().due(profile.lessor(), clock.instant(), BATCH);
      for (Notice notice : due) {
        attempts += attempt(notice.renewalCase(), notice.id()) ? 1 : 0;
      }
    } while (!due.isEmpty());
    return attempts;
  }

  private boolean attempt(CaseId caseId, NoticeId id) {
    return stores
        .unitOfWork()
        .required(
            () -> {
              Instant now = clock.instant();
              RenewalCase renewal =
                  stores
                      .cases()
                      .lock(profile.lessor(), caseId)
                      .orElseThrow(() -> new IllegalStateException("notice without case: " + id));
              Optional<Notice> notice = stores.outbox().lock(profile.lessor(), id);
              if (notice.isEmpty() || !isDue(notice.get(), now)) {
                return false;
              }
              if (renewal.isSilent()) {
                stores
                    .outbox()
                    .update(notice.get().ended(Notice.State.CANCELLED, notice.get().attempts()));
                return false;
              }
              if (!now.isBefore(notice.get().expiresAt())) {
                stores
                    .outbox()
                    .update(notice.get().ended(Notice.State.FAILED, notice.get().attempts()));
                return false;
              }
              send(notice.get(), renewal, now);
              return true;
            });
  }

  /** Another node may have attempted it since it was listed. */
  private static boolean isDue(Notice notice, Instant now) {
    Instant next = notice.nextAttemptAt();
    return notice.state() == Notice.State.PENDING && next != null && !next.isAfter(now);
  }

  private void send(Notice notice, RenewalCase renewal, Instant now) {
    Contract contract =
        stores
            .contracts()
            .find(profile.lessor(), notice.contract())
            .orElseThrow(() -> new IllegalStateException("no contract of " + renewal.id()));
    MessageGateway.Delivery delivery =
        gateway.send(
            new MessageGateway.Message(
                notice.lessor(),
                notice.id().value(),
                notice.contact(),
                "renewal." + notice.stage(),
                profile.locale(),
                NoticeText.reminder(renewal, contract, profile.locale()),
                links.linkFor(notice.lessor(), renewal.id(), renewal.lapsesAt())));
    stores.cases().addTouch(touch(notice, delivery, now));
    int attempts = notice.attempts() + 1;
    boolean again =
        (delivery == MessageGateway.Delivery.FAILED
                || delivery == MessageGateway.Delivery.TIMED_OUT)
            && attempts < profile.delivery().attempts();
    if (delivery == MessageGateway.Delivery.DELIVERED) {
      stores.outbox().update(notice.ended(Notice.State.DELIVERED, attempts));
    } else if (again) {
      stores.outbox().update(notice.retryAt(now.plus(profile.delivery().pause()), attempts));
    } else {
      stores.outbox().update(notice.ended(Notice.State.FAILED, attempts));
      writer.next(
          renewal,
          contract,
          notice.stage(),
          notice.contact().channel(),
          notice.expiresAt(),
          now);
    }
  }

  private static Touch touch(Notice notice, MessageGateway.Delivery delivery, Instant now) {
    Touch.Result result =
        switch (delivery) {
          case DELIVERED -> Touch.Result.DELIVERED;
          case DEAD_CONTACT -> Touch.Result.DEAD;
          case FAILED -> Touch.Result.FAILED;
          case TIMED_OUT -> Touch.Result.TIMEOUT;
        };
    return new Touch(
        notice.lessor(),
        notice.renewalCase(),
        0,
        notice.contract(),
        now,
        notice.stage(),
        notice.contact().channel(),
        notice.contact().address(),
        result);
  }
}
