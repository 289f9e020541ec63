package org.leasekit.servicedesk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Impact and urgency turned into a priority, as data. */
public final class TriageMatrix {

  /**
   * The usual matrix; urgency falls from left to right, impact from top to bottom: P1 P2 P3, P2 P3 P4,
   * P3 P4 P4.
   */
  public static final TriageMatrix STANDARD =
      of(
          List.of(
              List.of(Priority.P1, Priority.P2, Priority.P3),
              List.of(Priority.P2, Priority.P3, Priority.P4),
              List.of(Priority.P3, Priority.P4, Priority.P4)));

  private final Map<Impact, Map<Urgency, Priority>> cells;

  private TriageMatrix(Map<Impact, Map<Urgency, Priority>> cells) {
    this.cells = cells;
  }

  /**
   * A matrix.
   *
   * @param rows one for each impact, worst first, with a priority for each urgency, highest first
   * @throws IllegalArgumentException when a cell is missing, or when less impact or less urgency would
   *     give a higher priority
   */
  public static TriageMatrix of(List<List<Priority>> rows) {
    if (rows.size() != Impact.values().length
        || rows.stream().anyMatch(row -> row.size() != Urgency.values().length)) {
      throw new IllegalArgumentException("rows: a priority for each impact and urgency");
    }
    Map<Impact, Map<Urgency, Priority>> cells = new EnumMap<>(Impact.class);
    for (Impact impact : Impact.values()) {
      Map<Urgency, Priority> row = new EnumMap<>(Urgency.class);
      for (Urgency urgency : Urgency.values()) {
        int i = impact.ordinal();
        int u = urgency.ordinal();
        Priority here = rows.get(i).get(u);
        boolean aboveTheLeft = u > 0 && here.isAbove(rows.get(i).get(u - 1));
        boolean aboveTheTop = i > 0 && here.isAbove(rows.get(i - 1).get(u));
        if (aboveTheLeft || aboveTheTop) {
          throw new IllegalArgumentException(
              "rows: " + impact + " and " + urgency + " must not go before what is worse");
        }
        row.put(urgency, here);
      }
      cells.put(impact, row);
    }
    return new TriageMatrix(cells);
  }

  /** The priority of a cell. */
  public Priority priority(Impact impact, Urgency urgency) {
    Priority priority = cells.getOrDefault(impact, Map.of()).get(urgency);
    if (priority == null) {
      throw new IllegalStateException("a matrix has every cell: " + impact + " " + urgency);
    }
    return priority;
  }
}
