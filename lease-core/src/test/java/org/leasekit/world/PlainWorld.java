package org.leasekit.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.world.PlainLease.Day;
import org.leasekit.world.PlainLease.Entry;
import org.leasekit.world.PlainLease.Life;
import org.leasekit.world.PlainLease.Signed;

/** What is legal and what then holds, told in the most pedestrian way: tables of days, one line each. */
final class PlainWorld {

  static final int UNITS = 6;

  final List<PlainLease> leases = new ArrayList<>();

  /** By unit, day and half of the day, how much of twelve parts is let. */
  final int[][][] let = new int[UNITS][PlainLease.DAYS][2];

  int today;

  /** What an attempt would lead to; a life that is null is as it was, a parent that is there replaces. */
  private static final class Attempt {
    final Map<PlainLease, List<Entry>> entries = new LinkedHashMap<>();
    final Map<PlainLease, Life> lives = new LinkedHashMap<>();
    final Map<PlainLease, PlainLease[]> parents = new LinkedHashMap<>();
    PlainLease added;

    int endsOn(PlainLease lease) {
      Life life = lives.get(lease);
      return life == null ? lease.endsOn() : life.endsOn();
    }
  }

  /** Signs when it is legal. */
  boolean sign(Signed signed, PlainLease parent, Instant now) {
    if (parent != null && !isInside(signed.start(), signed.end(), parent)) {
      return false;
    }
    Attempt attempt = new Attempt();
    attempt.added = new PlainLease(signed, parent, now);
    return makeRoom(attempt) && commit(attempt, now);
  }

  private static boolean isInside(int start, int end, PlainLease master) {
    return master.signed.master()
        && master.isActive()
        && master.endsOn() > master.signed.start()
        && master.signed.start() <= start
        && end <= master.endsOn();
  }

  /** Records a change when it is legal. */
  boolean amend(PlainLease lease, Entry entry, SubsAtEnd subs, Instant now) {
    Attempt attempt = new Attempt();
    return tryEntry(attempt, lease, entry)
        && follow(attempt, lease, entry, subs)
        && makeRoom(attempt)
        && commit(attempt, now);
  }

  /** Splits a contract when it is legal. */
  boolean split(PlainLease lease, Entry entry, Instant now) {
    Attempt attempt = new Attempt();
    if (!tryEntry(attempt, lease, entry)) {
      return false;
    }
    int end = attempt.endsOn(lease);
    if (lease.parent != null && !isInside(entry.day(), end, lease.parent)) {
      return false;
    }
    int unit = attempt.lives.get(lease).days()[entry.day()].unit();
    int freeUntil = attempt.lives.get(lease).days()[entry.day()].freeUntil();
    Signed other =
        new Signed(entry.a(), false, entry.day(), end, unit, entry.c(), lease.signed.tenant(), 40, freeUntil);
    attempt.added = new PlainLease(other, lease.parent, now);
    return makeRoom(attempt) && commit(attempt, now);
  }

  /** Takes an entry back when it is legal. */
  boolean withdraw(PlainLease lease, int number, Instant now) {
    List<Entry> rest = new ArrayList<>(lease.live);
    if (!rest.removeIf(each -> each.number() == number)) {
      return false;
    }
    Life life = lease.live(rest);
    if (life == null) {
      return false;
    }
    Attempt attempt = new Attempt();
    attempt.entries.put(lease, rest);
    attempt.lives.put(lease, life);
    Entry withdrawal = new Entry(0, 0, ChangeKind.WITHDRAWAL, 0, 0, 0, 0);
    return follow(attempt, lease, withdrawal, SubsAtEnd.REFUSE) && makeRoom(attempt) && commit(attempt, now);
  }

  private static boolean tryEntry(Attempt attempt, PlainLease lease, Entry entry) {
    List<Entry> longer = lease.with(entry);
    Life life = lease.live(longer);
    if (life == null) {
      return false;
    }
    attempt.entries.put(lease, longer);
    attempt.lives.put(lease, life);
    return true;
  }

  private boolean follow(Attempt attempt, PlainLease lease, Entry entry, SubsAtEnd subs) {
    int end = attempt.endsOn(lease);
    boolean grows = end > lease.endsOn();
    if (grows && !lease.isActive()) {
      return false;
    }
    if (entry.kind() == ChangeKind.MERGE_BACK) {
      return end(attempt, leases.get(entry.a()), entry.day());
    }
    if (grows) {
      return lease.parent == null || isInside(lease.signed.start(), end, lease.parent);
    }
    return !lease.signed.master() || end == lease.endsOn() || endMaster(attempt, lease, subs);
  }

  private static boolean end(Attempt attempt, PlainLease lease, int on) {
    int day = Math.max(on, lease.signed.start());
    return lease.endsOn() <= day
        || tryEntry(
            attempt, lease, new Entry(day, lease.recorded + 1, ChangeKind.EARLY_TERMINATION, 0, 0, 0, 0));
  }

  private boolean endMaster(Attempt attempt, PlainLease master, SubsAtEnd subs) {
    int end = attempt.endsOn(master);
    for (PlainLease sub : leases) {
      if (sub.parent != master || !sub.isActive() || sub.endsOn() <= end) {
        continue;
      }
      switch (subs) {
        case REFUSE -> {
          return false;
        }
        case END_TOO -> {
          if (!end(attempt, sub, end) || sub.signed.master() && !endMaster(attempt, sub, subs)) {
            return false;
          }
        }
        case PROMOTE -> attempt.parents.put(sub, new PlainLease[] {null});
        case MOVE_UP -> {
          int from = sub.signed.start();
          int to = sub.endsOn() > from ? sub.endsOn() : sub.life.termEnd();
          if (master.parent != null && !isInside(from, to, master.parent)) {
            return false;
          }
          attempt.parents.put(sub, new PlainLease[] {master.parent});
        }
      }
    }
    return true;
  }

  /** Puts a contract below a master, or lets it stand alone, when that is legal. */
  boolean move(PlainLease lease, PlainLease master) {
    if (!lease.isActive() || lease.endsOn() <= lease.signed.start() || lease.parent == master) {
      return false;
    }
    for (PlainLease at = master; at != null; at = at.parent) {
      if (at == lease) {
        return false;
      }
    }
    if (master != null && !isInside(lease.signed.start(), lease.endsOn(), master)) {
      return false;
    }
    lease.parent = master;
    return true;
  }

  /** Time passes; what has come to its end is ended. */
  void advance(int days) {
    today += days;
    for (PlainLease lease : leases) {
      if (lease.isActive() && lease.endsOn() <= today) {
        lease.status = lease.life.leftOn() == PlainLease.NONE ? "EXPIRED" : "TERMINATED";
      }
    }
  }

  private boolean makeRoom(Attempt attempt) {
    attempt.lives.forEach((lease, life) -> count(lease.life, -1));
    attempt.lives.values().forEach(life -> count(life, 1));
    if (attempt.added != null) {
      count(attempt.added.life, 1);
    }
    boolean fits =
        attempt.lives.values().stream().allMatch(this::fits)
            && (attempt.added == null || fits(attempt.added.life));
    if (!fits) {
      attempt.lives.values().forEach(life -> count(life, -1));
      attempt.lives.forEach((lease, life) -> count(lease.life, 1));
      if (attempt.added != null) {
        count(attempt.added.life, -1);
      }
    }
    return fits;
  }

  private void count(Life life, int sign) {
    for (int day = 0; day < PlainLease.DAYS; day++) {
      Day row = life.days()[day];
      if (holds(row)) {
        let[row.unit()][day][0] += sign * Portions.parts(row.portion(), day, 0);
        let[row.unit()][day][1] += sign * Portions.parts(row.portion(), day, 1);
      }
    }
  }

  static boolean holds(Day row) {
    return row.unit() != PlainLease.NONE && (row.phase().equals("RUNNING") || row.phase().equals("SUSPENDED"));
  }

  private boolean fits(Life life) {
    for (int day = 0; day < PlainLease.DAYS; day++) {
      Day row = life.days()[day];
      if (holds(row)) {
        for (int half = 0; half < 2; half++) {
          if (Portions.parts(row.portion(), day, half) > 0 && let[row.unit()][day][half] > Portions.ALL_PARTS) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean commit(Attempt attempt, Instant now) {
    attempt.lives.forEach(
        (lease, life) -> {
          lease.live.clear();
          lease.live.addAll(attempt.entries.get(lease));
          lease.life = life;
          lease.recorded++;
          lease.known.put(now, life.days());
        });
    attempt.parents.forEach((lease, parent) -> lease.parent = parent[0]);
    if (attempt.added != null) {
      leases.add(attempt.added);
    }
    return true;
  }
}
