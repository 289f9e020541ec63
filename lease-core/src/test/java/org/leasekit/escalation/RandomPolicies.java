package org.leasekit.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.party.Channel;

/** Policies, versions of them and subjects, each drawn from a seed. */
final class RandomPolicies {

  private static final List<String> ZONES =
      List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC");

  private static final List<DayRoll> ROLLS =
      List.of(DayRolls.NONE, DayRolls.PRECEDING, DayRolls.FOLLOWING, DayRolls.MODIFIED_PRECEDING);

  private final Random random;

  RandomPolicies(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  ZoneId zone() {
    return ZoneId.of(ZONES.get(below(ZONES.size())));
  }

  /** In a year with holidays or near a leap day. */
  LocalDate anchor() {
    return oneIn(4)
        ? LocalDate.of(2024, 2, 20).plusDays(below(40))
        : LocalDate.of(2026, 1, 10).plusDays(below(340));
  }

  EscalationPolicy policy(int version, ZoneId zone) {
    return new EscalationPolicy(
        "p", version, LocalTime.of(below(24), below(2) * 30), zone, ROLLS.get(below(ROLLS.size())),
        quiet(), CatchUp.values()[below(3)], stages());
  }

  private @Nullable QuietHours quiet() {
    if (oneIn(3)) {
      return null;
    }
    int from = below(24);
    return new QuietHours(LocalTime.of(from, 0), LocalTime.of((from + 1 + below(16)) % 24, below(2) * 30));
  }

  /** Offsets of days from the anchor, business days or calendar days, some of them repeated. */
  private List<Stage> stages() {
    boolean business = oneIn(3);
    TreeSet<Integer> offsets = new TreeSet<>();
    int count = 1 + below(6);
    while (offsets.size() < count) {
      offsets.add(below(80) - 65);
    }
    List<Stage> stages = new ArrayList<>();
    List<Integer> sorted = List.copyOf(offsets);
    for (int i = 0; i < sorted.size(); i++) {
      int offset = sorted.get(i);
      int next = i + 1 < sorted.size() ? sorted.get(i + 1) : 60;
      int room = Math.min(next, offset <= 0 ? 0 : next) - offset;
      Repeat repeat = room > 4 && oneIn(3) ? new Repeat(2, 2 + below(room / 2 - 1)) : null;
      stages.add(stage(String.valueOf(-offset), trigger(offset, business), repeat));
    }
    return stages;
  }

  private Stage stage(String id, Trigger trigger, @Nullable Repeat repeat) {
    Condition when =
        oneIn(3)
            ? new Condition.Not(new Condition.Responded())
            : oneIn(4) ? new Condition.Tagged("vip") : Condition.ALWAYS;
    return new Stage(
        id, "", trigger, when, List.of(new StageAction(Channel.SMS, Condition.ALWAYS)), repeat);
  }

  private static Trigger trigger(int offset, boolean business) {
    if (offset <= 0) {
      return business
          ? new Trigger.BusinessDaysBefore(-offset)
          : new Trigger.DaysBefore(-offset);
    }
    return business ? new Trigger.BusinessDaysAfter(offset) : new Trigger.DaysAfter(offset);
  }

  PolicyVersions versions(ZoneId zone, LocalDate anchor) {
    PolicyVersions versions = PolicyVersions.always(policy(1, zone));
    Instant from = anchor.minusDays(70).atStartOfDay(zone).toInstant();
    int changes = below(3);
    for (int version = 2; version <= 1 + changes; version++) {
      from = from.plusSeconds(3_600L * (1 + below(24 * 40)));
      versions = versions.then(policy(version, zone), from);
    }
    return versions;
  }
}
