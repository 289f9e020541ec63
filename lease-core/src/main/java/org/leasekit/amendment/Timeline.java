package org.leasekit.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Cuts the life of a contract into versions. */
final class Timeline {
  private final Draft draft;
  private final List<Amendment> live;
  private final List<Version> versions = new ArrayList<>();
  private int next;

  private Timeline(Origin origin, List<Amendment> live) {
    this.draft = new Draft(origin);
    this.live = live;
  }

  /** @param live what is known and not withdrawn, in the order of effect */
  static List<Version> of(Origin origin, List<Amendment> live) {
    Timeline timeline = new Timeline(origin, live);
    timeline.daysOfChange().forEach(timeline::cut);
    return List.copyOf(timeline.versions);
  }

  /** Every day on which something may change, more rather than fewer. */
  private Set<LocalDate> daysOfChange() {
    Set<LocalDate> days = new TreeSet<>();
    days.add(draft.origin.term().start());
    days.add(draft.origin.term().endExclusive());
    for (Amendment amendment : live) {
      days.add(amendment.effective());
      if (amendment.change() instanceof Change.Extension extension) {
        days.add(extension.newEndExclusive());
      } else if (amendment.change() instanceof Change.Sublease sublease) {
        days.add(sublease.untilExclusive());
      }
    }
    return days;
  }

  private void cut(LocalDate day) {
    List<AmendmentId> causes = new ArrayList<>();
    while (next < live.size() && live.get(next).effective().equals(day)) {
      draft.apply(live.get(next));
      causes.add(live.get(next).id());
      next++;
    }
    Standing standing = draft.on(day);
    if (versions.isEmpty()) {
      versions.add(new Version(day, null, standing, causes, Set.of()));
      return;
    }
    Version last = versions.get(versions.size() - 1);
    Set<Aspect> changed = EnumSet.noneOf(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      if (aspect.differs(last.standing(), standing)) {
        changed.add(aspect);
      }
    }
    if (!changed.isEmpty() || !causes.isEmpty()) {
      versions.set(versions.size() - 1, last.until(day));
      versions.add(new Version(day, null, standing, causes, changed));
    }
  }
}
