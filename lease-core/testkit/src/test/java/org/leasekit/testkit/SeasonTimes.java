package org.leasekit.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.escalation.CatchUp;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.QuietHours;
import org.leasekit.escalation.Repeat;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.Trigger;

/** When stages are due, worked out day by day and minute by minute: slow, and easy to see that it is right. */
final class SeasonTimes {
  private static final LocalTime[][] SHIFTS = {
    {LocalTime.of(13, 0), LocalTime.of(18, 0)}, {LocalTime.of(9, 0), LocalTime.of(12, 0)}
  };

  private final BusinessCalendar calendar;
  private final PolicyVersions versions;
  private final Map<String, Instant> hours = new HashMap<>();

  SeasonTimes(BusinessCalendar calendar, PolicyVersions versions) {
    this.calendar = calendar;
    this.versions = versions;
  }

  /**
   * When a stage is due.
   *
   * @param nominal by the policy's own count
   * @param own with holidays, entry and quiet hours; null when it is passed over
   * @param caughtUp whether its own time lay before the entry
   */
  record Plan(Stage stage, Instant nominal, @Nullable Instant own, boolean caughtUp) {}

  /**
   * All stages of a case, as seen at an instant.
   *
   * @param plans in order of time
   */
  record View(EscalationPolicy policy, List<Plan> plans, LocalDate expiry, List<Fired> fired) {

    @Nullable Plan plan(String stage) {
      return plans.stream().filter(each -> each.stage().id().equals(stage)).findFirst().orElse(null);
    }

    private LocalDate day(Instant at) {
      return at.atZone(policy.zone()).toLocalDate();
    }
  }

  View view(LocalDate expiry, Instant entered, List<Fired> fired, Instant now) {
    EscalationPolicy policy = governing(now);
    List<Plan> plans =
        occurrences(policy).stream().map(stage -> plan(stage, expiry, entered, fired, now)).toList();
    return new View(policy, plans, expiry, fired);
  }

  /** Whether a stage may fire at an instant: in its time; when late, as if it had been planned there, alone on its day. */
  boolean mayFire(View view, Plan plan, Instant at) {
    Instant own = plan.own();
    if (own == null || at.isBefore(own) || isQuiet(view.policy(), at)) {
      return false;
    }
    LocalDate day = view.day(at);
    if (!plan.caughtUp() && day.equals(view.day(own))) {
      return true;
    }
    boolean alone =
        view.fired().stream().noneMatch(one -> one.at().isBefore(at) && view.day(one.at()).equals(day))
            && view.plans().subList(view.plans().indexOf(plan) + 1, view.plans().size()).stream()
                .map(Plan::own)
                .noneMatch(next -> next != null && next.isAfter(at) && view.day(next).equals(day));
    boolean anyHour = view.policy().catchUp() == CatchUp.AT_ONCE || day.equals(view.day(own));
    return alone && (anyHour || isItsHour(view, plan, at));
  }

  /** From the hour on of a day on which stages fire; of any day, when none comes before the end. */
  private boolean isItsHour(View view, Plan plan, Instant at) {
    LocalDate day = view.day(at);
    boolean hour = false;
    // quiet hours over midnight carry the hour of one day to the next
    for (LocalDate of = day.minusDays(1); !of.isAfter(day); of = of.plusDays(1)) {
      Instant loud = hour(view.policy(), of);
      boolean reached = !loud.isAfter(at) && view.day(loud).equals(day);
      if (reached && staysInPlace(view.policy(), of)) {
        return true;
      }
      hour |= reached;
    }
    boolean comes = false;
    for (LocalDate of = day.minusDays(1); !of.isAfter(view.expiry()); of = of.plusDays(1)) {
      Instant loud = hour(view.policy(), of);
      comes |= staysInPlace(view.policy(), of) && loud.isAfter(at) && !view.day(loud).isAfter(view.expiry());
    }
    return hour && !comes && !day.isAfter(view.expiry());
  }

  private boolean staysInPlace(EscalationPolicy policy, LocalDate day) {
    return policy.roll().name().equals("NONE") || calendar.isBusinessDay(day);
  }

  /** The policy's time of day on a day, out of quiet hours. */
  private Instant hour(EscalationPolicy policy, LocalDate day) {
    return hours.computeIfAbsent(policy.version() + " " + day, key -> loud(policy, at(policy, day)));
  }

  /** The first instant between two at which one of some stages may fire that is open; null when there is none. */
  @Nullable Instant firstBetween(View view, Instant after, Instant before, Predicate<Plan> ofThem) {
    List<Instant> candidates = new ArrayList<>(List.of(loud(view.policy(), after.plusSeconds(1))));
    for (LocalDate day = view.day(after); !day.isAfter(view.day(before)); day = day.plusDays(1)) {
      candidates.add(hour(view.policy(), day));
      candidates.add(loud(view.policy(), day.atStartOfDay(view.policy().zone()).toInstant()));
    }
    List<Plan> open = open(view);
    open.stream().map(Plan::own).forEach(own -> candidates.add(own == null ? after : own));
    return candidates.stream()
        .filter(at -> at.isAfter(after) && at.isBefore(before))
        .filter(at -> open.stream().anyMatch(plan -> ofThem.test(plan) && mayFire(view, plan, at)))
        .min(Instant::compareTo)
        .orElse(null);
  }

  static boolean isForAll(Plan plan) {
    return plan.stage().when().equals(Condition.ALWAYS);
  }

  /** The stages after the last that fired. */
  static List<Plan> open(View view) {
    Set<String> fired = view.fired().stream().map(Fired::stage).collect(Collectors.toSet());
    int first = view.plans().size();
    while (first > 0 && !fired.contains(view.plans().get(first - 1).stage().id())) {
      first--;
    }
    return view.plans().subList(first, view.plans().size());
  }

  EscalationPolicy governing(Instant now) {
    return activated(now).policy();
  }

  private PolicyVersions.Activated activated(Instant now) {
    PolicyVersions.Activated governing = versions.versions().get(0);
    for (PolicyVersions.Activated each : versions.versions()) {
      governing = each.from().isAfter(now) ? governing : each;
    }
    return governing;
  }

  PolicyVersions versions() {
    return versions;
  }

  /** The plan of a stage for a case that is under way since an instant, as seen at another. */
  private Plan plan(Stage stage, LocalDate expiry, Instant underWay, List<Fired> fired, Instant now) {
    PolicyVersions.Activated governing = activated(now);
    EscalationPolicy policy = governing.policy();
    boolean anew = !governing.equals(versions.versions().get(0)) && underWay.isBefore(governing.from());
    Instant entered = anew ? governing.from() : underWay;
    Instant nominal = nominal(policy, stage, expiry);
    Set<String> known = occurrences(policy).stream().map(Stage::id).collect(Collectors.toSet());
    for (Fired one : fired) {
      boolean foreign = !known.contains(one.stage());
      if (foreign && (!nominal.isAfter(one.plannedFor()) || !nominal.isAfter(one.at()))) {
        return new Plan(stage, nominal, null, false);
      }
    }
    Instant own = rolled(policy, stage, nominal, expiry);
    if (!own.isBefore(entered)) {
      return new Plan(stage, nominal, loud(policy, own), false);
    }
    return switch (policy.catchUp()) {
      case SKIP -> new Plan(stage, nominal, null, true);
      case AT_ONCE -> new Plan(stage, nominal, loud(policy, entered), true);
      case NEXT_BUSINESS_DAY ->
          new Plan(stage, nominal, loud(policy, nextMorning(policy, entered, expiry)), true);
    };
  }

  /** When the first stage of the governing policy opens a case. */
  Instant opens(LocalDate expiry, Instant now) {
    EscalationPolicy policy = governing(now);
    Instant nominal = nominal(policy, policy.first(), expiry);
    return loud(policy, rolled(policy, policy.first(), nominal, expiry));
  }

  /** The instant itself, or the first minute after it that is not quiet. */
  static Instant loud(EscalationPolicy policy, Instant at) {
    Instant loud = at;
    while (isQuiet(policy, loud)) {
      loud = loud.plusSeconds(60);
    }
    return loud;
  }

  static boolean isQuiet(EscalationPolicy policy, Instant at) {
    QuietHours quiet = policy.quiet();
    if (quiet == null) {
      return false;
    }
    int minute = at.atZone(policy.zone()).toLocalTime().toSecondOfDay() / 60;
    int from = quiet.from().toSecondOfDay() / 60;
    int until = quiet.untilExclusive().toSecondOfDay() / 60;
    return from < until ? from <= minute && minute < until : minute >= from || minute < until;
  }

  private Instant nextMorning(EscalationPolicy policy, Instant entered, LocalDate expiry) {
    LocalDate first = entered.atZone(policy.zone()).toLocalDate();
    while (at(policy, first).isBefore(entered)) {
      first = first.plusDays(1);
    }
    LocalDate business = walk(first, 1);
    return at(policy, !first.isAfter(expiry) && business.isAfter(expiry) ? first : business);
  }

  private Instant nominal(EscalationPolicy policy, Stage stage, LocalDate expiry) {
    Trigger trigger = stage.trigger();
    if (trigger instanceof Trigger.WorkingTimeBefore before) {
      return worked(policy, expiry, before.span().toMinutes());
    } else if (trigger instanceof Trigger.DaysBefore before) {
      return at(policy, expiry.minusDays(before.days()));
    }
    LocalDate day = expiry;
    for (int left = ((Trigger.BusinessDaysBefore) trigger).days(); left > 0; ) {
      day = day.minusDays(1);
      left -= calendar.isBusinessDay(day) ? 1 : 0;
    }
    return at(policy, day);
  }

  /** Office hours back from the end of a day; only for what does not end with a shift. */
  private Instant worked(EscalationPolicy policy, LocalDate expiry, long minutes) {
    long left = minutes;
    for (LocalDate day = expiry; ; day = day.minusDays(1)) {
      for (LocalTime[] shift : SHIFTS) {
        long length = calendar.isBusinessDay(day) ? (shift[1].toSecondOfDay() - shift[0].toSecondOfDay()) / 60 : 0;
        if (left < length) {
          return day.atTime(shift[1].minusMinutes(left)).atZone(policy.zone()).toInstant();
        }
        left -= length;
      }
    }
  }

  private Instant rolled(EscalationPolicy policy, Stage stage, Instant nominal, LocalDate expiry) {
    LocalDate day = nominal.atZone(policy.zone()).toLocalDate();
    String roll = policy.roll().name();
    if (stage.trigger() instanceof Trigger.WorkingTimeBefore || roll.equals("NONE") || calendar.isBusinessDay(day)) {
      return nominal;
    }
    int step = roll.endsWith("PRECEDING") ? -1 : 1;
    LocalDate moved = walk(day, step);
    boolean back = roll.startsWith("MODIFIED") && !YearMonth.from(moved).equals(YearMonth.from(day));
    LocalDate rolled = back ? walk(day, -step) : moved;
    // nobody is told after the end
    while (rolled.isAfter(day) && loud(policy, at(policy, rolled)).isAfter(endOf(policy, expiry))) {
      rolled = walk(rolled.minusDays(1), -1);
    }
    return at(policy, rolled);
  }

  private LocalDate walk(LocalDate from, int step) {
    LocalDate day = from;
    while (!calendar.isBusinessDay(day)) {
      day = day.plusDays(step);
    }
    return day;
  }

  private static Instant endOf(EscalationPolicy policy, LocalDate expiry) {
    return expiry.plusDays(1).atStartOfDay(policy.zone()).toInstant().minusSeconds(1);
  }

  private static Instant at(EscalationPolicy policy, LocalDate day) {
    return day.atTime(policy.at()).atZone(policy.zone()).toInstant();
  }

  /** The stages with their repetitions, each as one that comes once. */
  static List<Stage> occurrences(EscalationPolicy policy) {
    List<Stage> all = new ArrayList<>();
    for (Stage stage : policy.stages()) {
      Repeat repeat = stage.repeat();
      for (int i = 0; i < (repeat == null ? 1 : repeat.times()); i++) {
        String id = i == 0 ? stage.id() : stage.id() + "#" + (i + 1);
        Trigger trigger = i == 0 || repeat == null ? stage.trigger() : stage.trigger().later(i * repeat.every());
        all.add(new Stage(id, stage.label(), trigger, stage.when(), stage.actions(), null));
      }
    }
    return all;
  }
}
