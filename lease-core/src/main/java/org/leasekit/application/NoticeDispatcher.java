package org.leasekit.application;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.Person;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;

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
 * messages to one person wait for each other. Without a cap nobody is held. A message counts once however often it is tried, and
 * not against its own repetition; whom the cap keeps from a message until it is too late for its stage is called, or the next
 * person is told.
 *
 * <p>Of a digest nobody waits for somebody else's trouble: a notice that cannot be made is set aside by itself, and the rest go
 * in the same run, under the key of what they are. A notice that a later stage has overtaken is not sent. While the gateway asks
 * nobody ({@link MessageGateway#rest}) notices wait, and that counts as no attempt.
 *
 * <p>What the gateway has answered is recorded even where the unit of work around it comes to nothing, in another one. Where a
 * node dies between the two the attempt is made again, under the same key, so that the message is shown once.
 */
public final class NoticeDispatcher {
  private static final int BATCH = 100;

  /** How long notices wait at least for a gateway that rests: less than that may be no time at all to a store. */
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

  private final Stores stores;
  private final LessorProfile profile;
  private final InstantSource clock;
  private final MessageGateway gateway;
  private final NoticeFate fate;
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
    this.fate = new NoticeFate(stores, profile);
    this.leftovers = new Leftovers(stores, profile);
    this.renewals = new RenewalMail(stores, profile, links, writer);
    this.debts = dunning == null ? null : new DunningMail(stores, profile, dunning);
  }

  /**
   * What a run did.
   *
   * @param attempts made; a digest is one
   * @param setAside notices that could not be made, recorded or sent, with the fault's message: they are tried again in an hour;
   *     where that is too late for their stage, they end as failed and the ladder goes on. Where the gateway itself threw the
   *     attempt counts as one that timed out.
   */
  public record DispatchReport(int attempts, Map<NoticeId, String> setAside) {
    public DispatchReport {
      setAside = Map.copyOf(setAside);
    }
  }

  /** What a run has done so far. */
  private static final class Run {
    int attempts;
    final Map<NoticeId, String> faults = new LinkedHashMap<>();

    /** What could not even be put off, and would come again and again. */
    final Set<NoticeId> stuck = new HashSet<>();

    void fault(Notice notice, RuntimeException fault) {
      faults.put(notice.id(), String.valueOf(fault.getMessage()));
    }
  }

  /** A message that the gateway was asked to send, which is known even where nothing could be recorded of it. */
  private record Asked(List<Notice> notices, Person reader, NoticeId key, MessageGateway.Delivery delivery, Instant at) {}

  /**
   * Attempts every notice that is due by now, once; those that follow from a dead contact included. In quiet hours
   * nothing is sent; what is due then waits for their end. Notices of debts are cancelled where nobody is dunned any more.
   */
  public DispatchReport dispatchDue() {
    Run run = new Run();
    List<Notice> due;
    do {
      due =
          stores.outbox().due(profile.lessor(), clock.instant(), BATCH).stream()
              .filter(notice -> !run.stuck.contains(notice.id()))
              .toList();
      due.forEach(notice -> attempt(notice, run));
    } while (!due.isEmpty());
    return new DispatchReport(run.attempts, run.faults);
  }

  private void attempt(Notice listed, Run run) {
    if (renewals.isOf(listed)) {
      attempt(renewals, together(renewals, listed, run), run);
    } else if (debts != null) {
      attempt(debts, together(debts, listed, run), run);
    } else {
      stores.unitOfWork().run(() -> leftovers.cancel(listed));
    }
  }

  /** Of several one may be the one that cannot be sent: it is found out and set aside, and the others go without it. */
  private <L extends Letter> void attempt(Mail<L> mail, List<Notice> together, Run run) {
    try {
      sendOff(mail, together, run);
    } catch (RuntimeException fault) {
      if (together.size() == 1) {
        setAside(mail, together.get(0), fault, run);
        return;
      }
      List<Notice> sound = together.stream().filter(notice -> canBeMade(mail, notice, run)).toList();
      if (sound.size() == together.size()) {
        sound.forEach(notice -> attempt(mail, List.of(notice), run));
      } else if (!sound.isEmpty()) {
        attempt(mail, sound, run);
      }
    }
  }

  private void setAside(Mail<?> mail, Notice notice, RuntimeException fault, Run run) {
    run.fault(notice, fault);
    try {
      leftovers.setAside(notice, mail, clock.instant());
    } catch (RuntimeException unchangeable) {
      run.fault(notice, unchangeable);
      run.stuck.add(notice.id());
    }
  }

  /** Makes a message of a notice alone, without sending it. */
  private <L extends Letter> boolean canBeMade(Mail<L> mail, Notice notice, Run run) {
    try {
      stores
          .unitOfWork()
          .run(
              () -> {
                Instant now = clock.instant();
                List<L> letters = letters(mail, List.of(notice), now);
                if (!letters.isEmpty()) {
                  mail.message(letters, now);
                }
              });
      return true;
    } catch (RuntimeException fault) {
      setAside(mail, notice, fault, run);
      return false;
    }
  }

  /** One message about those of them that may go, and its record. */
  private <L extends Letter> void sendOff(Mail<L> mail, List<Notice> together, Run run) {
    List<Asked> asked = new ArrayList<>();
    try {
      stores.unitOfWork().run(() -> sendOff(mail, together, asked, run));
    } catch (RuntimeException fault) {
      if (asked.isEmpty()) {
        throw fault;
      }
      asked.forEach(message -> recordAnyhow(mail, message, fault, run));
    }
    run.attempts += asked.size();
  }

  private <L extends Letter> void sendOff(
      Mail<L> mail, List<Notice> together, List<Asked> asked, Run run) {
    Instant now = clock.instant();
    List<L> letters = letters(mail, together, now);
    if (letters.isEmpty()) {
      return;
    }
    MessageGateway.Message message = keyed(mail.message(letters, now), letters);
    NoticeId key = new NoticeId(message.idempotencyKey());
    if (fate.isHeldBack(mail, letters, key, now)) {
      return;
    }
    MessageGateway.Delivery delivery = sent(message, letters, run);
    if (delivery == MessageGateway.Delivery.NOT_ASKED) {
      Duration rest = gateway.rest();
      Instant until = now.plus(rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest);
      letters.forEach(letter -> fate.putOff(mail, letter, until, now));
      return;
    }
    Person reader = letters.get(0).reader();
    asked.add(new Asked(letters.stream().map(Letter::notice).toList(), reader, key, delivery, now));
    fate.sent(reader, key, delivery, now);
    letters.forEach(letter -> fate.record(mail, letter, delivery, now));
  }

  private <L extends Letter> List<L> letters(Mail<L> mail, List<Notice> together, Instant now) {
    return mail.lock(together, notice -> isDue(notice, now), now).stream()
        .filter(letter -> fate.mayGo(mail, letter, now))
        .toList();
  }

  /** The gateway was asked, and its answer was lost with the unit of work: it is recorded for each notice by itself. */
  private void recordAnyhow(Mail<?> mail, Asked asked, RuntimeException fault, Run run) {
    stores.unitOfWork().run(() -> fate.sent(asked.reader(), asked.key(), asked.delivery(), asked.at()));
    for (Notice notice : asked.notices()) {
      RuntimeException last = fault;
      try {
        stores.unitOfWork().run(() -> fate.recordAlone(notice, asked.delivery(), asked.at()));
      } catch (RuntimeException again) {
        last = again;
      }
      setAside(mail, notice, last, run);
    }
  }

  /** The notice, last, with what goes with it; what cannot be read goes by itself, and fails by itself. */
  private List<Notice> together(Mail<?> mail, Notice listed, Run run) {
    List<Notice> all = new ArrayList<>();
    if (profile.outreach().digests()) {
      Optional<Person> reader = reader(listed);
      stores.outbox().dueTo(profile.lessor(), listed.contact(), clock.instant()).stream()
          .filter(notice -> mail.isOf(notice) && !notice.id().equals(listed.id()) && !run.stuck.contains(notice.id()))
          .filter(notice -> reader.isPresent() && reader(notice).equals(reader))
          .forEach(all::add);
    }
    all.add(listed);
    return all;
  }

  private Optional<Person> reader(Notice notice) {
    try {
      return stores
          .contracts()
          .find(profile.lessor(), notice.contract())
          .map(contract -> contract.person(notice.contact().owner()));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Another node may have attempted it since it was listed. */
  private static boolean isDue(Notice notice, Instant now) {
    Instant next = notice.nextAttemptAt();
    return notice.state() == Notice.State.PENDING && next != null && !next.isAfter(now);
  }

  /** A gateway that throws has not said whether the message arrived: that is a time-out, and the ladder goes on. */
  private MessageGateway.Delivery sent(
      MessageGateway.Message message, List<? extends Letter> letters, Run run) {
    try {
      return gateway.send(message);
    } catch (RuntimeException fault) {
      letters.forEach(letter -> run.fault(letter.notice(), fault));
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
}
