package org.leasekit.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leasekit.event.EventId;
import org.leasekit.event.LeaseEvent;
import org.leasekit.event.Recorded;
import org.leasekit.party.LessorId;
import org.leasekit.port.EventLog;

/** Wrong stores of events. */
final class BrokenEventLogs {

  private BrokenEventLogs() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods(
            "numbers events backwards", EventLog.class, AppendsBackwards::new, "EventLog rule 1"),
        Broken.methods(
            "gives an event to everybody who asks", EventLog.class, ClaimsForAll::new, "EventLog rule 2"),
        Broken.methods("forgets that it told", EventLog.class, NeverTold::new, "EventLog rule 3"),
        Broken.methods(
            "finds events of another lessor", EventLog.class, ClaimsAny::new, "EventLog rule 4"));
  }

  private record AppendsBackwards(EventLog right) {
    void append(List<LeaseEvent> events) {
      List<LeaseEvent> backwards = new ArrayList<>(events);
      Collections.reverse(backwards);
      right.append(backwards);
    }
  }

  /** Remembers what was claimed alone, and answers with it once more. */
  private record ClaimsForAll(EventLog right, TreeMap<String, Recorded> claimed) {
    ClaimsForAll(EventLog right) {
      this(right, new TreeMap<>());
    }

    List<Recorded> claimDue(LessorId lessor, Instant now, int limit) {
      List<Recorded> due = right.claimDue(lessor, now, limit);
      if (limit == 1) {
        due.forEach(each -> claimed.put(each.id().toString(), each));
        return due;
      }
      Set<String> fresh = new TreeSet<>();
      due.forEach(each -> fresh.add(each.id().toString()));
      return Stream.concat(
              due.stream(),
              claimed.values().stream().filter(each -> !fresh.contains(each.id().toString())))
          .toList();
    }
  }

  /** Comes back later with what was told. */
  private record NeverTold(EventLog right, List<Recorded> told) {
    NeverTold(EventLog right) {
      this(right, new ArrayList<>());
    }

    void told(EventId id) {
      right.claimDue(id.lessor(), Samples.NOW, 99).stream()
          .filter(each -> each.id().equals(id))
          .forEach(told::add);
      right.told(id);
    }

    List<Recorded> claimDue(LessorId lessor, Instant now, int limit) {
      List<Recorded> due = right.claimDue(lessor, now, limit);
      return now.isAfter(Samples.NOW) ? Stream.concat(due.stream(), told.stream()).toList() : due;
    }
  }

  private record ClaimsAny(EventLog right) {
    List<Recorded> claimDue(LessorId lessor, Instant now, int limit) {
      return Stream.of(Samples.LESSOR, Samples.OTHER_LESSOR)
          .flatMap(each -> right.claimDue(each, now, limit).stream())
          .sorted(Comparator.comparing((Recorded each) -> each.id().contract()))
          .limit(limit)
          .toList();
    }
  }
}
