package org.leasekit.application;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.QuietHours;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.NoticeTemplate;
import org.leasekit.renewal.NoticeText;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Touch;

/**
 * Sends what waits in the outbox. Each attempt is a unit of work of its own that locks the case, asks
 * for silence, sends, and records the touch.
 *
 * <p>The promise: the commit of a payment, a signature or a refusal of a case happens before every later lock of that
 * case, and a message is sent only under the lock, after the case was read; so no message of the case is sent after
 * that commit, whichever node holds the notice. The price: a message and a step of the same case wait for each other,
 * at most the gateway's time-out; a digest holds the locks of all its cases that long.
 */
public final class NoticeDispatcher {
  private static final int BATCH = 100;

  /** How long a notice rests whose offer waits for approval. */
  private static final Duration APPROVAL_PAUSE = Duration.ofMinutes(15);

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
   * Attempts every notice that is due by now, once; those that follow from a dead contact included. In quiet hours
   * nothing is sent; what is due then waits for their end.
   *
   * @return attempts made; a digest is one
   */
  public int dispatchDue() {
    int attempts = 0;
    List<Notice> due;
    do {
      due = stores.outbox().due(profile.lessor(), clock.instant(), BATCH);
      for (Notice notice : due) {
        attempts += attempt(notice) ? 1 : 0;
      }
    } while (!due.isEmpty());
    return attempts;
  }

  private boolean attempt(Notice listed) {
    return stores
        .unitOfWork()
        .required(
            () -> {
              Instant now = clock.instant();
              List<Letter> letters =
                  together(listed, now).stream().filter(letter -> mayGo(letter, now)).toList();
              if (letters.isEmpty() || isHeldBack(letters, now)) {
                return false;
              }
              send(letters, now);
              return true;
            });
  }

  /**
   * The notice with what goes with it, every case locked. Cases are locked in the order of their ids, so that two
   * nodes never wait for each other.
   */
  private List<Letter> together(Notice listed, Instant now) {
    TreeMap<CaseId, NoticeId> wanted = new TreeMap<>();
    if (profile.outreach().digests()) {
      TenantId tenant = contract(listed).tenant();
      stores.outbox().dueTo(profile.lessor(), listed.contact(), now).stream()
          .filter(notice -> contract(notice).tenant().equals(tenant))
          .forEach(notice -> wanted.put(notice.renewalCase(), notice.id()));
    }
    wanted.put(listed.renewalCase(), listed.id());
    Map<CaseId, RenewalCase> cases = new HashMap<>();
    wanted.keySet().forEach(id -> cases.put(id, lockCase(id)));
    List<Letter> letters = new ArrayList<>();
    wanted.forEach(
        (id, notice) ->
            stores
                .outbox()
                .lock(profile.lessor(), notice)
                .filter(locked -> isDue(locked, now))
                .ifPresent(
                    locked ->
                        letters.add(
                            new Letter(
                                locked, Objects.requireNonNull(cases.get(id)), contract(locked)))));
    return letters;
  }

  private RenewalCase lockCase(CaseId id) {
    return stores
        .cases()
        .lock(profile.lessor(), id)
        .orElseThrow(() -> new IllegalStateException("notice without case: " + id));
  }

  /** Another node may have attempted it since it was listed. */
  private static boolean isDue(Notice notice, Instant now) {
    Instant next = notice.nextAttemptAt();
    return notice.state() == Notice.State.PENDING && next != null && !next.isAfter(now);
  }

  /** Ends what is silent or too late, and puts off what would be sent in quiet hours. */
  private boolean mayGo(Letter letter, Instant now) {
    Notice notice = letter.notice();
    if (letter.renewal().state() == CaseState.PROPOSED) {
      awaitApproval(notice, now);
      return false;
    }
    if (letter.renewal().isSilent()) {
      stores.outbox().update(notice.ended(Notice.State.CANCELLED, notice.attempts()));
      return false;
    }
    EscalationPolicy policy = profile.renewalPolicy(now);
    QuietHours quiet = policy.quiet();
    Instant loud = quiet == null ? now : quiet.end(now, policy.zone());
    if (!loud.isBefore(notice.expiresAt())) {
      stores.outbox().update(notice.ended(Notice.State.FAILED, notice.attempts()));
      return false;
    }
    if (loud.isAfter(now)) {
      stores.outbox().update(notice.retryAt(loud, notice.attempts()));
      return false;
    }
    return true;
  }

  /** What is to be told waits until somebody has approved it, as long as its stage lasts. */
  private void awaitApproval(Notice notice, Instant now) {
    Instant later = now.plus(APPROVAL_PAUSE);
    stores
        .outbox()
        .update(
            later.isBefore(notice.expiresAt())
                ? notice.retryAt(later, notice.attempts())
                : notice.ended(Notice.State.FAILED, notice.attempts()));
  }

  /** Puts off what would be more than one address shall have, or ends it when that would be too late. */
  private boolean isHeldBack(List<Letter> letters, Instant now) {
    Outreach.Cap cap = profile.outreach().cap();
    if (cap == null) {
      return false;
    }
    Instant since = now.minus(cap.per());
    List<Instant> sent =
        stores
            .outbox()
            .sentSince(profile.lessor(), letters.get(0).notice().contact(), since)
            .stream()
            .filter(at -> at.isAfter(since))
            .toList();
    if (sent.size() < cap.messages()) {
      return false;
    }
    Instant free = sent.get(sent.size() - cap.messages()).plus(cap.per());
    for (Letter letter : letters) {
      Notice notice = letter.notice();
      stores
          .outbox()
          .update(
              free.isBefore(notice.expiresAt())
                  ? notice.retryAt(free, notice.attempts())
                  : notice.ended(Notice.State.CAPPED, notice.attempts()));
    }
    return true;
  }

  private void send(List<Letter> letters, Instant now) {
    MessageGateway.Message message = message(letters);
    MessageGateway.Delivery delivery = gateway.send(message);
    boolean mayHaveArrived =
        delivery == MessageGateway.Delivery.DELIVERED
            || delivery == MessageGateway.Delivery.TIMED_OUT;
    if (mayHaveArrived) {
      Notice lead = letters.get(0).notice();
      stores.outbox().sent(profile.lessor(), lead.contact(), lead.id(), now);
    }
    letters.forEach(letter -> record(letter, delivery, now));
  }

  private MessageGateway.Message message(List<Letter> letters) {
    Letter lead = letters.get(0);
    URI link = link(lead);
    boolean digest = letters.size() > 1;
    return new MessageGateway.Message(
        lead.notice().lessor(),
        lead.notice().id().value(),
        lead.notice().contact(),
        digest ? "renewal.digest" : "renewal." + lead.notice().stage(),
        profile.locale(),
        digest ? digest(letters) : text(lead),
        link);
  }

  private String digest(List<Letter> letters) {
    return NoticeText.digest(
        letters.stream()
            .map(letter -> new NoticeText.Part(letter.renewal(), letter.contract(), link(letter)))
            .toList(),
        profile.locale());
  }

  private String text(Letter letter) {
    NoticeTemplate template =
        NoticeTemplate.of(letter.notice().template()).orElse(NoticeTemplate.REMINDER);
    return NoticeText.of(template, letter.renewal(), letter.contract(), profile.locale());
  }

  private URI link(Letter letter) {
    RenewalCase renewal = letter.renewal();
    URI link = links.linkFor(renewal.lessor(), renewal.id(), renewal.lapsesAt());
    TenantId tenant = letter.contract().tenant();
    boolean large =
        stores
            .wishes()
            .findAll(profile.lessor(), List.of(tenant))
            .getOrDefault(tenant, Wishes.none(profile.lessor(), tenant))
            .largeType();
    return large ? links.inLargeType(link) : link;
  }

  private void record(Letter letter, MessageGateway.Delivery delivery, Instant now) {
    Notice notice = letter.notice();
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
          letter.renewal(),
          letter.contract(),
          notice.stage(),
          notice.template(),
          List.of(notice.contact().channel()),
          notice.expiresAt(),
          now);
    }
  }

  private Contract contract(Notice notice) {
    return stores
        .contracts()
        .find(profile.lessor(), notice.contract())
        .orElseThrow(() -> new IllegalStateException("no contract of " + notice.renewalCase()));
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
        result(delivery));
  }

  static Touch.Result result(MessageGateway.Delivery delivery) {
    return switch (delivery) {
      case DELIVERED -> Touch.Result.DELIVERED;
      case DEAD_CONTACT -> Touch.Result.DEAD;
      case FAILED -> Touch.Result.FAILED;
      case TIMED_OUT -> Touch.Result.TIMEOUT;
    };
  }

  /** A notice with what it is about. */
  private record Letter(Notice notice, RenewalCase renewal, Contract contract) {}
}
