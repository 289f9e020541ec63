package org.leasekit.application;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.QuietHours;
import org.leasekit.party.Person;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;
import org.leasekit.renewal.Touch;

/**
 * Sends what waits in the outbox, of renewals and of debts. Each attempt is a unit of work of its own that locks what the
 * notice is about, asks for silence, sends, and records the touch.
 *
 * <p>The promise for renewals: the commit of a payment, a signature or a refusal of a case happens before every later lock
 * of that case, and a message is sent only under the lock, after the case was read; so no message of the case is sent
 * after that commit, whichever node holds the notice. The price: a message and a step of the same case wait for each
 * other, at most the gateway's time-out; a digest holds the locks of all its cases that long.
 *
 * <p>The promise for debts: a message is sent only under the locks of the payer's contract, of the contracts whose debts
 * it speaks of, of all masters above them, and of the debts themselves, after the debts and what freezes hold of them
 * were read. A payment and a freeze lock one of those contracts, and whatever else settles a debt writes the debt; so
 * the commit of a payment, a credit or a freeze happens before every later message, and no message after it speaks of what
 * it paid, credited or froze: the notice says what is left, a digest loses the line, and nothing is sent where nothing is left. The
 * price: a payment, a freeze, a billing run and an amendment of those contracts wait while a message is sent, at most the
 * gateway's time-out for each message; a digest, and a master that pays for its tree, hold all their contracts that long.
 *
 * <p>The promise of the cap ({@link Outreach.Cap}): a person is held after cases, contracts, debts and notices, always last, and
 * counted while held, so no two nodes pass the cap together and none waits for a case while it holds a person. The price: two
 * messages to one person wait for each other. Without a cap nobody is held.
 */
public final class NoticeDispatcher {
  private static final int BATCH = 100;

  /** How long a notice rests whose offer waits for approval. */
  private static final Duration APPROVAL_PAUSE = Duration.ofMinutes(15);

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final MessageGateway gateway;
  private final People people;
  private final Leftovers leftovers;
  private final RenewalMail renewals;
  private final @Nullable DunningMail debts;

  NoticeDispatcher(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      MessageGateway gateway,
      RenewalLinks links,
      NoticeWriter writer,
      @Nullable DunningProfile dunning) {
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.gateway = gateway;
    this.people = new People(stores, profile);
    this.leftovers = new Leftovers(stores, profile);
    this.renewals = new RenewalMail(stores, profile, links, writer);
    this.debts = dunning == null ? null : new DunningMail(stores, profile, dunning);
  }

  /**
   * What a run did.
   *
   * @param attempts made; a digest is one
   * @param setAside notices whose attempt threw, with the fault's message: they are tried again in an hour; where that is too late
   *     for their stage, they end as failed and the ladder goes on. Where the gateway itself threw the attempt counts as one that timed out.
   */
  public record DispatchReport(int attempts, Map<NoticeId, String> setAside) {
    public DispatchReport {
      setAside = Map.copyOf(setAside);
    }
  }

  /**
   * Attempts every notice that is due by now, once; those that follow from a dead contact included. In quiet hours
   * nothing is sent; what is due then waits for their end. Notices of debts are cancelled where nobody is dunned any more.
   */
  public DispatchReport dispatchDue() {
    int attempts = 0;
    Map<NoticeId, String> faults = new LinkedHashMap<>();
    List<Notice> due;
    do {
      due = stores.outbox().due(profile.lessor(), clock.instant(), BATCH);
      for (Notice notice : due) {
        try {
          attempts += attempt(notice, faults) ? 1 : 0;
        } catch (RuntimeException fault) {
          leftovers.setAside(notice, renewals.isOf(notice) || debts == null ? renewals : debts, clock.instant());
          faults.put(notice.id(), String.valueOf(fault.getMessage()));
        }
      }
    } while (!due.isEmpty());
    return new DispatchReport(attempts, faults);
  }

  private boolean attempt(Notice listed, Map<NoticeId, String> faults) {
    if (renewals.isOf(listed)) {
      return attempt(renewals, listed, faults);
    }
    if (debts != null) {
      return attempt(debts, listed, faults);
    }
    stores.unitOfWork().run(() -> leftovers.cancel(listed));
    return false;
  }

  private <L extends Letter> boolean attempt(
      Mail<L> mail, Notice listed, Map<NoticeId, String> faults) {
    return stores
        .unitOfWork()
        .required(
            () -> {
              Instant now = clock.instant();
              List<L> letters =
                  mail.lock(together(mail, listed, now), notice -> isDue(notice, now), now).stream()
                      .filter(letter -> mayGo(mail, letter, now))
                      .toList();
              if (letters.isEmpty() || isHeldBack(letters, now)) {
                return false;
              }
              send(mail, letters, now, faults);
              return true;
            });
  }

  /** The notice, last, with what goes with it. */
  private List<Notice> together(Mail<?> mail, Notice listed, Instant now) {
    List<Notice> all = new ArrayList<>();
    if (profile.outreach().digests()) {
      Optional<Person> reader = reader(listed);
      stores.outbox().dueTo(profile.lessor(), listed.contact(), now).stream()
          .filter(notice -> mail.isOf(notice) && !notice.id().equals(listed.id()))
          .filter(notice -> reader.isPresent() && reader(notice).equals(reader))
          .forEach(all::add);
    }
    all.add(listed);
    return all;
  }

  private Optional<Person> reader(Notice notice) {
    return stores
        .contracts()
        .find(profile.lessor(), notice.contract())
        .map(contract -> contract.person(notice.contact().owner()));
  }

  /** Another node may have attempted it since it was listed. */
  private static boolean isDue(Notice notice, Instant now) {
    Instant next = notice.nextAttemptAt();
    return notice.state() == Notice.State.PENDING && next != null && !next.isAfter(now);
  }

  /** Ends what is silent or too late, whose reader is called then, and puts off what waits or would be sent in quiet hours. */
  private <L extends Letter> boolean mayGo(Mail<L> mail, L letter, Instant now) {
    Notice notice = letter.notice();
    if (letter.speech() == Letter.Speech.SILENT) {
      stores.outbox().update(notice.ended(Notice.State.CANCELLED, notice.attempts()));
      return false;
    }
    EscalationPolicy policy = mail.policy(now);
    QuietHours quiet = policy.quiet();
    Instant from =
        letter.speech() == Letter.Speech.WAITS
            ? now.plus(APPROVAL_PAUSE)
            : quiet == null ? now : quiet.end(now, policy.zone());
    if (!from.isBefore(notice.expiresAt())) {
      stores.outbox().update(notice.ended(Notice.State.FAILED, notice.attempts()));
      if (letter.speech() == Letter.Speech.SPEAKS) {
        mail.call(letter, now);
      }
      return false;
    }
    if (from.isAfter(now)) {
      stores.outbox().update(notice.retryAt(from, notice.attempts()));
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

  /**
   * Puts off what would be more than one person shall have, or ends it when that would be too late. The person is held from
   * the count to the end of the unit of work, so that of two nodes that write to one person the second counts what the first has
   * sent.
   */
  private boolean isHeldBack(List<? extends Letter> letters, Instant now) {
    Outreach.Cap cap = profile.outreach().cap();
    if (cap == null) {
      return false;
    }
    Person reader = letters.get(0).reader();
    stores.outbox().lockPerson(profile.lessor(), reader);
    Instant since = now.minus(cap.per());
    List<Instant> sent =
        stores
            .outbox()
            .sentSince(profile.lessor(), reader, since)
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

  private <L extends Letter> void send(
      Mail<L> mail, List<L> letters, Instant now, Map<NoticeId, String> faults) {
    MessageGateway.Delivery delivery = sent(keyed(mail.message(letters, now), letters), letters, faults);
    boolean mayHaveArrived =
        delivery == MessageGateway.Delivery.DELIVERED
            || delivery == MessageGateway.Delivery.TIMED_OUT;
    if (mayHaveArrived) {
      Letter lead = letters.get(0);
      stores.outbox().sent(profile.lessor(), lead.reader(), lead.notice().id(), now);
    }
    letters.forEach(letter -> record(mail, letter, delivery, now));
  }

  /** A gateway that throws has not said whether the message arrived: that is a time-out, and the ladder goes on. */
  private MessageGateway.Delivery sent(
      MessageGateway.Message message, List<? extends Letter> letters, Map<NoticeId, String> faults) {
    try {
      return gateway.send(message);
    } catch (RuntimeException fault) {
      letters.forEach(letter -> faults.put(letter.notice().id(), String.valueOf(fault.getMessage())));
      return MessageGateway.Delivery.TIMED_OUT;
    }
  }

  /** A notice by itself goes under its own key, a digest under one of its contents: with others in it, it is another. */
  private static MessageGateway.Message keyed(
      MessageGateway.Message message, List<? extends Letter> letters) {
    if (letters.size() == 1) {
      return message;
    }
    StringBuilder contents = new StringBuilder(message.text());
    letters.stream().map(letter -> letter.notice().id()).sorted().forEach(id -> contents.append('\n').append(id));
    return new MessageGateway.Message(
        message.lessor(),
        "digest:" + UUID.nameUUIDFromBytes(contents.toString().getBytes(StandardCharsets.UTF_8)),
        message.contact(),
        message.template(),
        message.locale(),
        message.text(),
        message.link());
  }

  private <L extends Letter> void record(
      Mail<L> mail, L letter, MessageGateway.Delivery delivery, Instant now) {
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
      mail.next(letter, now);
    }
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
    };
  }
}
