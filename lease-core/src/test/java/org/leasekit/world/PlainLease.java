package org.leasekit.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.leasekit.amendment.ChangeKind;

/** A contract in the plain table: one entry for each day, made anew from the first day whenever something changes. */
final class PlainLease {

  /** Days of the table; day 0 is the first of the world. */
  static final int DAYS = 1300;

  static final int NONE = -1;

  /** What is recorded: an effective day, a number, and what the kind says. */
  record Entry(int day, int number, ChangeKind kind, int a, int b, int c, int rent) {}

  /** How a contract stands on one day; unit, payer, sub and other are NONE for none, owed is by agreed steps and free days. */
  record Day(
      String phase, int unit, int portion, int tenant, int payer, int rent, int owed, int freeUntil, int sub, int other,
      int termEnd) {}

  /** A life: a day each, and where it ends. */
  record Life(Day[] days, int termEnd, int leftOn) {
    int endsOn() {
      return leftOn == NONE ? termEnd : leftOn;
    }
  }

  /** As it was signed. */
  record Signed(
      int index, boolean master, int start, int end, int unit, int portion, int tenant, int rent, int freeUntil) {}

  final Signed signed;
  final NavigableMap<Instant, Day[]> known = new TreeMap<>();
  final List<Entry> live = new ArrayList<>();
  int recorded;
  PlainLease parent;
  String status = "ACTIVE";
  final PlainPlaces places;
  Life life;

  PlainLease(Signed signed, PlainLease parent, Instant at) {
    this.signed = signed;
    this.parent = parent;
    this.places = new PlainPlaces(this, parent, at);
    this.life = live(List.of());
    known.put(at, life.days());
  }

  String no() {
    return (signed.master() ? "M-" : "C-") + signed.index();
  }

  int endsOn() {
    return life.endsOn();
  }

  boolean isActive() {
    return status.equals("ACTIVE");
  }

  /** What is live with one entry more, in the order of effect. */
  List<Entry> with(Entry entry) {
    List<Entry> longer = new ArrayList<>(live);
    longer.add(entry);
    longer.sort(Comparator.comparingInt(Entry::day).thenComparingInt(Entry::number));
    return longer;
  }

  /** The life that follows from entries in the order of effect; null when one of them is not possible. */
  Life live(List<Entry> entries) {
    return new Simulation(this, entries).run();
  }

  /** Goes through the days one by one. */
  private static final class Simulation {
    private final Signed signed;
    private final List<Entry> entries;
    private final Day[] days = new Day[DAYS];
    private int termEnd;
    private int leftOn = NONE;
    private int unit;
    private int portion;
    private int before;
    private int tenant;
    private int payer = NONE;
    private int rent;
    private int changedOn = NONE;
    private int stepped;
    private int freeUntil = NONE;
    private int sub = NONE;
    private int subUntil = NONE;
    private int other = NONE;
    private boolean resting;

    Simulation(PlainLease lease, List<Entry> entries) {
      this.signed = lease.signed;
      this.entries = entries;
      this.termEnd = signed.end();
      this.unit = signed.unit();
      this.portion = signed.portion();
      this.tenant = signed.tenant();
      this.rent = signed.rent();
      this.stepped = rent;
      this.freeUntil = signed.freeUntil();
    }

    Life run() {
      int next = 0;
      Day last = null;
      for (int day = 0; day < DAYS; day++) {
        int first = next;
        for (; next < entries.size() && entries.get(next).day() == day; next++) {
          if (!apply(day, entries.get(next))) {
            return null;
          }
        }
        String phase = phase(day);
        int user = day < subUntil ? sub : NONE;
        int owed = day < freeUntil ? 0 : stepped;
        if (last == null || next > first || owed != last.owed() || !phase.equals(last.phase()) || user != last.sub()) {
          last = new Day(phase, unit, portion, tenant, payer, rent, owed, freeUntil, user, other, termEnd);
        }
        days[day] = last;
      }
      return next == entries.size() ? new Life(days, termEnd, leftOn) : null;
    }

    private String phase(int day) {
      if (leftOn != NONE) {
        return "TERMINATED";
      }
      return day < signed.start() ? "UPCOMING" : day >= termEnd ? "EXPIRED" : resting ? "SUSPENDED" : "RUNNING";
    }

    private boolean apply(int day, Entry entry) {
      boolean inTerm = leftOn == NONE && day >= signed.start() && day < termEnd;
      boolean seamless = entry.kind() == ChangeKind.EXTENSION && leftOn == NONE && day == termEnd;
      if (!inTerm && !seamless) {
        return false;
      }
      boolean sublet = day < subUntil;
      boolean lets = unit != NONE;
      return switch (entry.kind()) {
        case EXTENSION -> extend(entry.a());
        case RENT_CHANGE -> rent(day, entry.rent());
        case PRICE_RULES -> entry.a() == 0 ? step(day, entry.rent()) : free(entry.b());
        case INDEX_FIGURES -> false;
        case UNIT_SWAP -> lets && other == NONE && !sublet && entry.a() != unit && swap(entry.a());
        case SPLIT -> lets && other == NONE && !sublet && split(entry);
        case MERGE_BACK -> lets && other != NONE && other == entry.a() && merge(day, entry.rent());
        case SUBLEASE ->
            lets && !sublet && !resting && entry.a() != tenant && entry.b() > day && entry.b() <= termEnd
                && sublet(entry.a(), entry.b());
        case ASSIGNMENT -> !sublet && entry.a() != tenant && assign(entry.a());
        case CONTACT_CHANGE -> true;
        case OCCUPANT_CHANGE -> lets;
        case PAYER_CHANGE -> pay(entry.a());
        case SUSPENSION -> lets && !resting && !sublet && rest(true);
        case RESUMPTION -> resting && rest(false);
        case EARLY_TERMINATION -> !sublet && leave(day);
        case WITHDRAWAL -> false;
      };
    }

    private boolean extend(int end) {
      boolean longer = end > termEnd;
      termEnd = Math.max(end, termEnd);
      return longer;
    }

    private boolean rent(int day, int monthly) {
      rent = monthly;
      stepped = monthly;
      changedOn = day;
      return true;
    }

    /** A change of rent on the day holds against it. */
    private boolean step(int day, int monthly) {
      stepped = changedOn == day ? stepped : monthly;
      return true;
    }

    private boolean free(int until) {
      freeUntil = Math.max(freeUntil, until);
      return true;
    }

    private boolean swap(int to) {
      unit = to;
      return true;
    }

    private boolean split(Entry entry) {
      if (!Portions.addUp(portion, entry.b(), entry.c())) {
        return false;
      }
      before = portion;
      portion = entry.b();
      other = entry.a();
      return rent(entry.day(), entry.rent());
    }

    private boolean merge(int day, int monthly) {
      portion = before;
      other = NONE;
      return rent(day, monthly);
    }

    private boolean sublet(int to, int until) {
      sub = to;
      subUntil = until;
      return true;
    }

    private boolean assign(int to) {
      tenant = to;
      return true;
    }

    private boolean pay(int who) {
      payer = who;
      return true;
    }

    private boolean rest(boolean now) {
      resting = now;
      return true;
    }

    private boolean leave(int day) {
      leftOn = day;
      return true;
    }
  }
}
