package org.leasekit.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;

/**
 * Holds money back (应收锁定). It is never edited: releases are added to it, and the last one counts.
 *
 * <p>It holds from {@code from} up to but not including the earliest of {@code until} and the release; when that is not
 * after {@code from}, it never held. The days of a lock are those at whose noon, in the lessor's zone, it holds. So a
 * lock from start of day to start of day has just these days, one of a few hours has the day if it holds at noon and
 * none if not, and of two locks that meet within a day exactly one has it.
 *
 * @param effect what is held back
 * @param scope of which charges
 * @param evidence where the grounds are kept, may be empty
 * @param askedBy who asked for it, not blank
 * @param approvedBy who approved it; empty where the evidence says so
 * @param from the first instant it holds, before or after {@code knownAt}
 * @param until when it expires by itself; null for never
 * @param extendsTerm whether the term is to be extended by the days it suspends
 * @param knownAt when it was recorded
 * @param releases in the order they were recorded; the last one takes the place of those before it
 */
public record ReceivableLock(
    LessorId lessor,
    LockId id,
    Effect effect,
    LockScope scope,
    LockReason reason,
    String evidence,
    String askedBy,
    String approvedBy,
    Instant from,
    @Nullable Instant until,
    boolean extendsTerm,
    Instant knownAt,
    List<Release> releases) {

  /** What a lock does. */
  public enum Effect {
    /** Its days are not owed, and never will be: billing stops. */
    SUSPEND,
    /** What is raised stays owed but is left alone: not allocated, dunned, charged a late fee or paid back. */
    FREEZE
  }

  /**
   * The end of a lock, decided by a person.
   *
   * @param at the first instant at which the lock does not hold; null when an earlier release is taken back, so that the
   *     lock holds as if there had been none
   * @param by who released it, not blank
   * @param reason why, not blank
   * @param knownAt when the release was recorded, before or after {@code at}
   */
  public record Release(@Nullable Instant at, String by, String reason, Instant knownAt) {
    public Release {
      Objects.requireNonNull(knownAt, "knownAt");
      if (by.isBlank() || reason.isBlank()) {
        throw new IllegalArgumentException("by, reason: must not be blank");
      }
    }
  }

  /** @throws IllegalArgumentException when a part of an amount is suspended, a person is missing or it ends too early */
  public ReceivableLock {
    Objects.requireNonNull(lessor, "lessor");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(knownAt, "knownAt");
    releases = List.copyOf(releases);
    if (effect == Effect.SUSPEND && scope instanceof LockScope.PartOfAmount) {
      throw new IllegalArgumentException("scope: part of an amount can be frozen only: " + id);
    }
    if (effect == Effect.FREEZE && extendsTerm) {
      throw new IllegalArgumentException("extendsTerm: only a suspension extends a term: " + id);
    }
    if (askedBy.isBlank()) {
      throw new IllegalArgumentException("askedBy: must not be blank: " + id);
    }
    if (until != null && !until.isAfter(from)) {
      throw new IllegalArgumentException("until: after from, " + from + ", but was " + until);
    }
  }

  /** The release that counts: the last one that was recorded; null while there is none. */
  public @Nullable Release release() {
    return releases.isEmpty() ? null : releases.get(releases.size() - 1);
  }

  /** The same lock with one more release. */
  public ReceivableLock released(Release by) {
    List<Release> more = new ArrayList<>(releases);
    more.add(by);
    return with(more);
  }

  private ReceivableLock with(List<Release> others) {
    return new ReceivableLock(
        lessor, id, effect, scope, reason, evidence, askedBy, approvedBy, from, until, extendsTerm, knownAt, others);
  }

  /** What was known of it at an instant: nothing before it was recorded, and no release before that was. */
  public Optional<ReceivableLock> asKnownAt(Instant instant) {
    if (knownAt.isAfter(instant)) {
      return Optional.empty();
    }
    return Optional.of(with(releases.stream().filter(each -> !each.knownAt().isAfter(instant)).toList()));
  }

  /** The lock as it was before any release. */
  ReceivableLock unreleased() {
    return with(List.of());
  }

  /** The first instant after which it does not hold; null for never. */
  public @Nullable Instant ends() {
    Release release = release();
    Instant at = release == null ? null : release.at();
    if (at == null) {
      return until;
    }
    return until == null || at.isBefore(until) ? at : until;
  }

  /** Whether it holds at an instant. */
  public boolean holdsAt(Instant instant) {
    Instant end = ends();
    return !instant.isBefore(from) && (end == null || instant.isBefore(end));
  }

  /** The first of its days, if it has any. */
  LocalDate firstDay(ZoneId zone) {
    return dayOf(from, zone);
  }

  /** The day after the last of its days; null if it has no end. Not after {@link #firstDay} when it has no days. */
  @Nullable LocalDate dayAfter(ZoneId zone) {
    Instant end = ends();
    return end == null ? null : dayOf(end, zone);
  }

  /** The first day whose noon is not before an instant. */
  private static LocalDate dayOf(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return local.toLocalTime().isAfter(LocalTime.NOON) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
  }
}
