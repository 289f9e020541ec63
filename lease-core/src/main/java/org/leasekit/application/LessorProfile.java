package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.HoldoverPolicy;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DayRoll;
import org.leasekit.calendar.DayRolls;
import org.leasekit.calendar.Shift;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.calendar.WorkingHours;
import org.leasekit.escalation.Anchor;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyCatalog;
import org.leasekit.escalation.PolicyDraft;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.escalation.ShortestDay;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.payment.AllocationStrategies;
import org.leasekit.payment.AllocationStrategy;
import org.leasekit.renewal.OfferPolicy;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.PricingStrategy;
import org.leasekit.renewal.RenewalPolicies;
import org.leasekit.settlement.Checklist;

/**
 * How one lessor works; data, no behaviour of its own.
 *
 * @param lessor the operating organisation: every key in storage starts with it
 * @param zone where its days begin and end
 * @param locale language of its notices
 * @param calendar its business days
 * @param dueRoll where a due date goes that falls on a day off
 * @param renewalPolicies the stages of a renewal, by version
 * @param pricing what a renewal costs
 * @param allocation in which order receivables take up money
 * @param halfFinishedAfter how long after payment or signature alone the steward is asked to help
 * @param delivery how often and how soon a notice is tried again
 * @param outreach how tenants are reached and who does the work
 * @param amendmentPolicy what is demanded of tenants who leave early
 * @param holdover what becomes of a lease whose term is over while nobody has moved out
 * @param offers how offers are made, beside their price
 * @param checklist what is seen to when a lease ends, before it is settled
 * @param hours when its people work: by them stages count working time, from the end of the day they count from
 */
public record LessorProfile(
    LessorId lessor,
    ZoneId zone,
    Locale locale,
    BusinessCalendar calendar,
    DayRoll dueRoll,
    PolicyVersions renewalPolicies,
    PricingStrategy pricing,
    AllocationStrategy allocation,
    Duration halfFinishedAfter,
    Delivery delivery,
    Outreach outreach,
    AmendmentPolicy amendmentPolicy,
    HoldoverPolicy holdover,
    OfferPolicy offers,
    Checklist checklist,
    WorkingCalendar hours) {

  /**
   * @throws IllegalArgumentException if a renewal policy names what {@link #renewalCatalog} does not know
   * @throws org.leasekit.outcome.RejectedException if so little is worked on a business day that the order of a renewal policy's
   *     stages is open ({@link org.leasekit.escalation.PolicyRejection.DayTooShort})
   */
  public LessorProfile {
    checked(renewalPolicies, renewalCatalog(outreach));
    checkHours(renewalPolicies, calendar, hours, zone);
  }

  private static void checkHours(
      PolicyVersions versions, BusinessCalendar calendar, WorkingCalendar hours, ZoneId zone) {
    List<EscalationPolicy> counting =
        versions.versions().stream().map(PolicyVersions.Activated::policy).filter(ShortestDay::matters).toList();
    if (!counting.isEmpty()) {
      ShortestDay shortest = ShortestDay.of(calendar, hours, zone);
      counting.forEach(policy -> shortest.check(policy).orElseThrow());
    }
  }

  /**
   * Checks policies of another kind by the hours of this lessor.
   *
   * @throws org.leasekit.outcome.RejectedException as for this profile's own
   */
  public void checkHours(PolicyVersions versions) {
    checkHours(versions, calendar, hours, zone);
  }

  /** How many calendar days before its term ends a lease may come under a renewal policy, by these hours; an upper bound. */
  int leadDays(EscalationPolicy policy) {
    return ShortestDay.matters(policy)
        ? policy.leadDays(ShortestDay.of(calendar, hours, zone).worked())
        : policy.leadDays();
  }

  /**
   * What this lessor's renewal policies may name: {@link RenewalPolicies#CATALOG}, and the roles that the lessor has on its own
   * account, which are those of {@link Outreach#levels}. Roles are to be set before the policies that name them.
   */
  public PolicyCatalog renewalCatalog() {
    return renewalCatalog(outreach);
  }

  private static PolicyCatalog renewalCatalog(Outreach manners) {
    return RenewalPolicies.CATALOG.plusRoles(manners.levels().keySet());
  }

  /** Policies that were made without a builder have not been checked for what this application can do. */
  static void checked(PolicyVersions versions, PolicyCatalog catalog) {
    for (PolicyVersions.Activated each : versions.versions()) {
      Outcome<EscalationPolicy> outcome = PolicyDraft.of(each.policy()).anchored(catalog);
      if (!outcome.isAccepted()) {
        throw new IllegalArgumentException("policy: " + outcome.rejection().message(Locale.ENGLISH));
      }
    }
  }

  /** A profile with the standard outreach and eight office hours on every business day, whose renewal policy has always been as it is, lenient with tenants who leave early; terms end. */
  public LessorProfile(
      LessorId lessor,
      ZoneId zone,
      Locale locale,
      BusinessCalendar calendar,
      DayRoll dueRoll,
      EscalationPolicy renewalPolicy,
      PricingStrategy pricing,
      AllocationStrategy allocation,
      Duration halfFinishedAfter,
      Delivery delivery) {
    this(
        lessor, zone, locale, calendar, dueRoll, PolicyVersions.always(renewalPolicy), pricing,
        allocation, halfFinishedAfter, delivery, Outreach.STANDARD,
        AmendmentPolicy.LENIENT, HoldoverPolicy.END, OfferPolicy.STANDARD, Checklist.STANDARD, officeHours(zone, calendar));
  }

  /** Nine to twelve and one to six on every business day, named {@code office}. */
  private static WorkingCalendar officeHours(ZoneId zone, BusinessCalendar calendar) {
    return WorkingHours.in(zone)
        .onBusinessDays(calendar, Shift.of("09:00-12:00"), Shift.of("13:00-18:00"))
        .calendar("office");
  }

  /**
   * How notices are repeated.
   *
   * @param attempts for one address, at least one
   * @param pause between two attempts
   */
  public record Delivery(int attempts, Duration pause) {

    /** Three attempts, a quarter of an hour apart. */
    public static final Delivery STANDARD = new Delivery(3, Duration.ofMinutes(15));

    public Delivery {
      if (attempts < 1 || pause.isNegative()) {
        throw new IllegalArgumentException("attempts: at least one; pause: not negative");
      }
    }

    /** When the window of a notice ends, exclusive, that is to end at an instant: not before all attempts can be made. */
    Instant windowFrom(Instant now, Instant end) {
      Instant tried = now.plus(pause.multipliedBy(attempts));
      return tried.isAfter(end) ? tried : end;
    }
  }

  /**
   * The usual profile: due dates move to the following business day, stages 30, 15 and 3 days before
   * the end, renewals at the same price, oldest receivables first, help after a day, three attempts a
   * quarter of an hour apart, offers by {@link OfferPolicy#STANDARD}, the checklist {@link Checklist#STANDARD}.
   */
  public static LessorProfile standard(
      LessorId lessor, ZoneId zone, Locale locale, BusinessCalendar calendar) {
    return new LessorProfile(
        lessor,
        zone,
        locale,
        calendar,
        DayRolls.FOLLOWING,
        RenewalPolicies.ladder(List.of(30, 15, 3), zone),
        PricingStrategies.UNCHANGED,
        AllocationStrategies.OLDEST_DUE_FIRST,
        Duration.ofDays(1),
        Delivery.STANDARD);
  }

  /** The same profile with other stages, as if they had always been so. */
  public LessorProfile withRenewalPolicy(EscalationPolicy policy) {
    return withRenewalPolicies(PolicyVersions.always(policy));
  }

  /** The same profile with other stages, by version. */
  public LessorProfile withRenewalPolicies(PolicyVersions versions) {
    return new LessorProfile(
        lessor, zone, locale, calendar, dueRoll, versions, pricing, allocation, halfFinishedAfter,
        delivery, outreach, amendmentPolicy, holdover, offers, checklist, hours);
  }

  /** The same profile with other manners. */
  public LessorProfile withOutreach(Outreach manners) {
    return new LessorProfile(
        lessor, zone, locale, calendar, dueRoll, renewalPolicies, pricing, allocation, halfFinishedAfter,
        delivery, manners, amendmentPolicy, holdover, offers, checklist, hours);
  }

  /** The same profile with other demands on tenants who leave early. */
  public LessorProfile withAmendmentPolicy(AmendmentPolicy policy) {
    return new LessorProfile(
        lessor, zone, locale, calendar, dueRoll, renewalPolicies, pricing, allocation, halfFinishedAfter,
        delivery, outreach, policy, holdover, offers, checklist, hours);
  }

  /** The same profile with another policy for leases whose term is over while nobody has moved out. */
  public LessorProfile withHoldover(HoldoverPolicy policy) {
    return new LessorProfile(
        lessor, zone, locale, calendar, dueRoll, renewalPolicies, pricing, allocation, halfFinishedAfter,
        delivery, outreach, amendmentPolicy, policy, offers, checklist, hours);
  }

  /** The same profile with other prices and another way to make offers. */
  public LessorProfile withOffers(PricingStrategy prices, OfferPolicy policy) {
    return new LessorProfile(
        lessor, zone, locale, calendar, dueRoll, renewalPolicies, prices, allocation, halfFinishedAfter,
        delivery, outreach, amendmentPolicy, holdover, policy, checklist, hours);
  }

  /** The same profile with another checklist. */
  public LessorProfile withChecklist(Checklist items) {
    return new LessorProfile(
        lessor, zone, locale, calendar, dueRoll, renewalPolicies, pricing, allocation, halfFinishedAfter,
        delivery, outreach, amendmentPolicy, holdover, offers, items, hours);
  }

  /** The same profile with other working hours. */
  public LessorProfile withHours(WorkingCalendar working) {
    return new LessorProfile(
        lessor, zone, locale, calendar, dueRoll, renewalPolicies, pricing, allocation, halfFinishedAfter,
        delivery, outreach, amendmentPolicy, holdover, offers, checklist, working);
  }

  /** A day of the lessor's and its end, as stages count from them. */
  Anchor anchor(LocalDate day) {
    return Anchor.endOf(day, zone, calendar, hours);
  }

  /** The newest version of the renewal policy, whether it governs already or not. */
  public EscalationPolicy renewalPolicy() {
    return renewalPolicies.versions().get(renewalPolicies.versions().size() - 1).policy();
  }

  /** The version of the renewal policy that governs at an instant. */
  public EscalationPolicy renewalPolicy(Instant now) {
    return renewalPolicies.at(now).policy();
  }

  /** The lessor's day at an instant. */
  public LocalDate day(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  /** Start of a day in the lessor's zone. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
