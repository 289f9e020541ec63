package org.leasekit.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Below whom a contract stands on each day: moves that were made, and plans as far as they are pending. */
final class PlainPlaces {

  /**
   * A planned move.
   *
   * @param to null for none
   * @param ending the master whose end it follows, from which alone it leads away; null when somebody asked for it
   */
  record Plan(int day, int number, PlainLease to, PlainLease ending) {}

  private record Step(int day, PlainLease to) {}

  final List<Plan> pending = new ArrayList<>();
  final NavigableMap<Instant, PlainLease[]> known = new TreeMap<>();

  /** Whether a plan came to nothing, so that the contract may outlive its master. */
  boolean stranded;

  private final PlainLease lease;
  private final PlainLease first;
  private final List<Step> made = new ArrayList<>();
  private int plans;
  private boolean changed;

  PlainPlaces(PlainLease lease, PlainLease first, Instant at) {
    this.lease = lease;
    this.first = first;
    known.put(at, table());
  }

  void plan(int day, PlainLease to, PlainLease ending) {
    pending.add(new Plan(day, ++plans, to, ending));
    changed = true;
    pending.sort(Comparator.comparingInt(Plan::day).thenComparingInt(Plan::number));
  }

  void moved(int day, PlainLease to) {
    made.add(new Step(day, to));
    changed = true;
    lease.parent = to;
    stranded = false;
  }

  /** Plans that were carried out, failed or were taken back. */
  void drop(List<Plan> some) {
    changed |= pending.removeAll(some);
  }

  /** A line for each day. */
  private PlainLease[] table() {
    PlainLease[] days = new PlainLease[PlainLease.DAYS];
    PlainLease at = first;
    for (int day = 0; day < days.length; day++) {
      for (Step step : made) {
        if (step.day() == day) {
          at = step.to();
        }
      }
      for (Plan plan : pending) {
        if (plan.day() == day && (plan.ending() == null || plan.ending() == at)) {
          at = plan.to();
        }
      }
      days[day] = at;
    }
    return days;
  }

  /** Keeps what is known now. */
  void note(Instant now) {
    if (changed) {
      known.put(now, table());
      changed = false;
    }
  }
}
