package org.leasekit.testkit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Outreach;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.escalation.CatchUp;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyDraft;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.QuietHours;
import org.leasekit.escalation.Repeat;
import org.leasekit.escalation.Stage;
import org.leasekit.escalation.StageAct;
import org.leasekit.escalation.StageAction;
import org.leasekit.escalation.Trigger;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.StaffId;
import org.leasekit.renewal.RenewalPolicies;

/** Lessors, policies and leases, each drawn from numbers. */
final class SeasonDraw {
  private static final List<String> ZONES =
      List.of("Asia/Shanghai", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
  private static final List<DayRoll> ROLLS =
      List.of(DayRolls.NONE, DayRolls.PRECEDING, DayRolls.PRECEDING, DayRolls.FOLLOWING, DayRolls.MODIFIED_PRECEDING);

  /** Days around which leases end: holidays with their make-up days, changes of the clock, a leap day, any day. */
  private static final List<String> ENDS =
      List.of("2026-02-15", "2026-02-20", "2026-03-26", "2026-04-02", "2026-05-03", "2026-09-30", "2026-10-06", "2026-11-01", "2024-02-29");

  private final Random random;

  SeasonDraw(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int many) {
    return below(many) == 0;
  }

  <T> T oneOf(List<T> all) {
    return all.get(below(all.size()));
  }

  /** About when the leases of a season end. */
  LocalDate end() {
    LocalDate end = LocalDate.parse(oneOf(ENDS));
    return oneIn(3) ? end.plusDays(below(60)) : end;
  }

  LessorProfile profile() {
    ZoneId zone = ZoneId.of(oneOf(ZONES));
    Outreach outreach = Outreach.STANDARD.withDigests(oneIn(2));
    if (oneIn(3)) {
      outreach = outreach.withCap(new Outreach.Cap(1 + below(3), Duration.ofHours(6L + below(240))));
    }
    return LessorProfile.standard(
            RenewalTown.LESSOR, zone, Locale.SIMPLIFIED_CHINESE, ShippedCalendars.china())
        .withOutreach(outreach.withTop(oneIn(2) ? new StaffId("boss") : null))
        .withRenewalPolicies(PolicyVersions.always(policy(1, zone)));
  }

  EscalationPolicy policy(int version, ZoneId zone) {
    EscalationPolicy drawn;
    do {
      LocalTime at = LocalTime.of(oneIn(4) ? below(24) : 8 + below(10), below(2) * 30);
      drawn =
          new EscalationPolicy(
              "renewal", version, at, zone, oneOf(ROLLS), quiet(), CatchUp.values()[below(3)], stages());
      // one on the last day's evening, for example, would come after the end
    } while (!PolicyDraft.of(drawn).anchored(RenewalPolicies.CATALOG).isAccepted());
    return drawn;
  }

  private @Nullable QuietHours quiet() {
    if (oneIn(3)) {
      return null;
    }
    int from = oneIn(3) ? below(24) : 19 + below(4);
    return new QuietHours(LocalTime.of(from, 0), LocalTime.of((from + 1 + below(14)) % 24, below(2) * 30));
  }

  private List<Stage> stages() {
    boolean business = oneIn(4);
    TreeSet<Integer> offsets = new TreeSet<>();
    int count = 1 + below(5);
    while (offsets.size() < count) {
      offsets.add(-below(business ? 30 : 45));
    }
    List<Stage> stages = new ArrayList<>();
    List<Integer> sorted = List.copyOf(offsets);
    for (int i = 0; i < sorted.size(); i++) {
      int before = -sorted.get(i);
      int room = i + 1 < sorted.size() ? before + sorted.get(i + 1) : before;
      Repeat repeat = room > 4 && oneIn(3) ? new Repeat(2, 2 + below(room / 2 - 1)) : null;
      Trigger trigger = business ? new Trigger.BusinessDaysBefore(before) : new Trigger.DaysBefore(before);
      stages.add(stage(String.valueOf(before), trigger, repeat));
    }
    if (sorted.get(sorted.size() - 1) < -18 && stages.get(stages.size() - 1).repeat() == null && oneIn(2)) {
      stages.add(stage("hours", new Trigger.WorkingTimeBefore(Duration.ofMinutes(17 + 60L * below(3))), null));
    }
    return stages;
  }

  private Stage stage(String id, Trigger trigger, @Nullable Repeat repeat) {
    List<StageAction> actions = new ArrayList<>();
    actions.add(new StageAction(mainAct(), Condition.ALWAYS));
    if (oneIn(3)) {
      actions.add(new StageAction(Channel.CALL, RenewalPolicies.NEEDS_A_PERSON));
      actions.add(new StageAction(Channel.VISIT, RenewalPolicies.NEEDS_A_PERSON));
    }
    if (oneIn(5)) {
      actions.add(new StageAction(new StageAct.HandOver(1 + below(2)), condition()));
    }
    return new Stage(id, "", trigger, oneIn(3) ? condition() : Condition.ALWAYS, actions, repeat);
  }

  private StageAct mainAct() {
    return switch (below(9)) {
      case 0 -> new StageAct.Task(StageAct.Task.STEWARD, "CALL");
      case 1 -> new StageAct.Task("manager", "VISIT");
      case 2 -> new StageAct.MakeOffer();
      case 3 -> new StageAct.Notice("last-call", List.of(Channel.WECOM, Channel.SMS));
      default -> new StageAct.Notice("reminder", List.of(oneIn(2) ? Channel.SMS : Channel.WECOM));
    };
  }

  private Condition condition() {
    return switch (below(6)) {
      case 0 -> new Condition.Tagged("vip");
      case 1 -> new Condition.Not(new Condition.Responded());
      case 2 -> new Condition.Reached();
      case 3 -> new Condition.Any(List.of(new Condition.AgeAtLeast(65), new Condition.Not(new Condition.Reached())));
      case 4 -> new Condition.OverdueAtLeast(RenewalTown.yuan("500.00"));
      default -> new Condition.Not(new Condition.Tagged("vip"));
    };
  }

  /** A lease of one of three tenants, who have the same addresses in all of theirs. */
  Consumer<RenewalTown.Lease> lease(LocalDate end) {
    int tenant = below(3);
    LocalDate last = end.plusDays(below(12));
    List<Contact> contacts = contacts(tenant);
    boolean old = oneIn(3);
    int cycle = 1 + below(3);
    return lease -> {
      lease.tenant = "tenant-" + tenant;
      lease.start = last.minusYears(1).plusDays(1).toString();
      lease.lastDay = last.toString();
      lease.cycleMonths = cycle;
      lease.birthDate = old ? last.minusYears(65).minusDays(20).toString() : null;
      lease.occupant = "user of " + tenant;
      lease.contacts = contacts;
    };
  }

  /** One to four of the addresses that a tenant and the user have. */
  List<Contact> contacts(int tenant) {
    List<Contact> all =
        new ArrayList<>(
            List.of(
                new Contact(Channel.SMS, "1990000000" + tenant),
                new Contact(Channel.WECOM, "wm-" + tenant),
                new Contact(Channel.SMS, "1880000000" + tenant),
                new Contact(Channel.SMS, "1770000000" + tenant, PartyRole.OCCUPANT),
                new Contact(Channel.WECOM, "wu-" + tenant, PartyRole.OCCUPANT)));
    int keep = 1 + below(4);
    while (all.size() > keep) {
      all.remove(below(all.size()));
    }
    return List.copyOf(all);
  }
}
