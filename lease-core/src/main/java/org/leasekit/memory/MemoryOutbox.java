package org.leasekit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Person;
import org.leasekit.port.Outbox;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.NoticeId;

final class MemoryOutbox implements Outbox {

  private record SentTo(Person to, Instant at, NoticeId message) implements Comparable<SentTo> {
    private static final Comparator<SentTo> ORDER =
        Comparator.comparing(SentTo::to)
            .thenComparing(SentTo::at)
            .thenComparing(SentTo::message);

    @Override
    public int compareTo(SentTo other) {
      return ORDER.compare(this, other);
    }
  }

  private final MemoryUnitOfWork unit;
  private final Table<NoticeId, Notice> notices;
  private final Table<At<NoticeId>, NoticeId> due;
  private final Index<CaseId, NoticeId> ofCase;
  private final Table<SentTo, Sent> sent;

  MemoryOutbox(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.notices = new Table<>(unit);
    this.due = new Table<>(unit);
    this.ofCase = new Index<>(unit);
    this.sent = new Table<>(unit);
  }

  @Override
  public void addAll(List<Notice> added) {
    unit.run(
        () ->
            added.stream()
                .filter(notice -> !notices.contains(notice.lessor(), notice.id()))
                .forEach(this::put));
  }

  @Override
  public void update(Notice notice) {
    unit.run(
        () -> {
          Notice stored = notices.get(notice.lessor(), notice.id());
          if (stored == null) {
            throw new IllegalArgumentException("no such notice: " + notice.id());
          }
          if (stored.nextAttemptAt() != null) {
            due.remove(stored.lessor(), new At<>(stored.nextAttemptAt(), stored.id()));
          }
          ofCase.remove(stored.lessor(), stored.renewalCase(), stored.id());
          put(notice);
        });
  }

  private void put(Notice notice) {
    notices.put(notice.lessor(), notice.id(), notice);
    ofCase.add(notice.lessor(), notice.renewalCase(), notice.id());
    if (notice.nextAttemptAt() != null) {
      due.put(notice.lessor(), new At<>(notice.nextAttemptAt(), notice.id()), notice.id());
    }
  }

  @Override
  public List<Notice> due(LessorId lessor, Instant now, int limit) {
    return unit.required(
        () ->
            due.entries(lessor)
                .takeWhile(entry -> !entry.getKey().at().isAfter(now))
                .limit(limit)
                .map(entry -> Objects.requireNonNull(notices.get(lessor, entry.getValue())))
                .toList());
  }

  @Override
  public List<Notice> dueTo(LessorId lessor, Contact contact, Instant now) {
    return unit.required(
        () ->
            due.entries(lessor)
                .takeWhile(entry -> !entry.getKey().at().isAfter(now))
                .map(entry -> Objects.requireNonNull(notices.get(lessor, entry.getValue())))
                .filter(notice -> notice.contact().equals(contact))
                .sorted(Comparator.comparing(Notice::id))
                .toList());
  }

  /** The unit of work holds everybody already. */
  @Override
  public void lockPerson(LessorId lessor, Person person) {}

  @Override
  public void sent(LessorId lessor, Person person, NoticeId message, Instant at) {
    unit.run(() -> sent.put(lessor, new SentTo(person, at, message), new Sent(message, at)));
  }

  @Override
  public List<Sent> sentSince(LessorId lessor, Person person, Instant since) {
    return unit.required(
        () ->
            sent.entries(lessor)
                .filter(entry -> entry.getKey().to().equals(person))
                .map(Map.Entry::getValue)
                .filter(one -> !one.at().isBefore(since))
                .toList());
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public Optional<Notice> lock(LessorId lessor, NoticeId id) {
    return unit.required(() -> Optional.ofNullable(notices.get(lessor, id)));
  }

  @Override
  public List<Notice> ofCase(LessorId lessor, CaseId id) {
    return unit.required(() -> notices.select(lessor, ofCase.of(lessor, id)));
  }
}
