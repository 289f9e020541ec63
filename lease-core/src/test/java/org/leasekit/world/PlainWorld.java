package org.leasekit.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    PlainLease ending;
    PlainLease added;
    PlainLease revived;

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
      attempt.revived = lease;
    }
    if (entry.kind() == ChangeKind.MERGE_BACK) {
      return end(attempt, leases.get(entry.a()), entry.day());
    }
    if (lease.signed.master() && end != lease.endsOn()) {
      attempt.ending = lease;
    }
    if (grows) {
      return staysInside(lease, end);
    }
    return !lease.signed.master() || end == lease.endsOn() || endMaster(attempt, lease, subs);
  }

  /** Below its master up to the day on which it leaves, and then below the next one. */
  private boolean staysInside(PlainLease lease, int end) {
    int from = lease.signed.start();
    PlainLease master = lease.parent;
    for (PlainPlaces.Plan plan : lease.places.pending) {
      if (plan.ending() == null || plan.ending() == master) {
        int until = Math.min(end, plan.day());
        if (master != null && from < until && !isInside(from, until, master)) {
          return false;
        }
        from = Math.max(from, plan.day());
        master = plan.to();
      }
    }
    return master == null || from >= end || isInside(from, end, master);
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
      if (sub.parent != master || !sub.isActive() || sub.endsOn() <= end || standsOn(sub, end) != master) {
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

  /** By the plans that are pending, from where it stands now. */
  private static PlainLease standsOn(PlainLease lease, int day) {
    PlainLease at = lease.parent;
    for (PlainPlaces.Plan plan : lease.places.pending) {
      at = plan.day() <= day && (plan.ending() == null || plan.ending() == at) ? plan.to() : at;
    }
    return at;
  }

  /** Plans that a contract comes below a master, or stands alone, when that is legal as planned for the day. */
  boolean plan(PlainLease lease, PlainLease master, int day) {
    if (!lease.isActive()
        || lease.endsOn() <= Math.max(day, lease.signed.start())
        || standsOn(lease, day) == master) {
      return false;
    }
    Set<PlainLease> seen = new HashSet<>();
    for (PlainLease at = master; at != null && seen.add(at); at = standsOn(at, day)) {
      if (at == lease) {
        return false;
      }
    }
    if (master != null && !isInside(lease.signed.start(), lease.endsOn(), master)) {
      return false;
    }
    lease.places.plan(day, master, null);
    return true;
  }

  /** Puts a contract below a master, or lets it stand alone, when that is legal. */
  boolean move(PlainLease lease, PlainLease master, int day) {
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
    lease.places.moved(day, master);
    return true;
  }

  private void carryOut() {
    record Due(PlainLease lease, PlainPlaces.Plan plan) {}
    List<Due> due = new ArrayList<>();
    leases.forEach(
        lease ->
            lease.places.pending.stream()
                .filter(plan -> plan.day() <= today)
                .forEach(plan -> due.add(new Due(lease, plan))));
    due.sort(
        Comparator.comparingInt((Due each) -> each.plan().day())
            .thenComparing(each -> each.lease().no())
            .thenComparingInt(each -> each.plan().number()));
    for (Due each : due) {
      each.lease().places.drop(List.of(each.plan()));
      PlainLease ending = each.plan().ending();
      if (ending == null || ending == each.lease().parent) {
        boolean moved = move(each.lease(), each.plan().to(), each.plan().day());
        each.lease().places.stranded |= !moved;
      }
    }
  }

  /** Time passes; what has come to its end is ended. */
  void advance(int days) {
    today += days;
    carryOut();
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

  /** Subs of a master that ends on a later day leave it on that day. */
  private void depart(Attempt attempt) {
    PlainLease master = attempt.ending;
    if (master == null || master.endsOn() <= today) {
      attempt.parents.forEach((lease, parent) -> lease.places.moved(today, parent[0]));
    }
    if (master == null) {
      return;
    }
    for (PlainLease sub : leases) {
      if (sub.parent == master || attempt.parents.containsKey(sub)) {
        List<PlainPlaces.Plan> before =
            sub.places.pending.stream().filter(plan -> plan.ending() == master).toList();
        sub.places.drop(before);
        if (attempt.parents.containsKey(sub)) {
          if (master.endsOn() > today) {
            sub.places.plan(master.endsOn(), attempt.parents.get(sub)[0], master);
          }
        } else if (sub.endsOn() > master.endsOn()) {
          before.forEach(plan -> sub.places.plan(master.endsOn(), plan.to(), master));
        }
      }
    }
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
    depart(attempt);
    if (attempt.revived != null) {
      attempt.revived.status = "ACTIVE";
    }
    if (attempt.added != null) {
      leases.add(attempt.added);
    }
    return true;
  }
}
