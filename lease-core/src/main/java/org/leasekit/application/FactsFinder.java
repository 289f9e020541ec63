package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Facts;
import org.leasekit.intent.Estimate;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Wishes;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.RenewalPolicies;

/** Finds out what a policy asks about a case, and nothing else. */
final class FactsFinder {
  private static final int PERCENT = 100;

  private final Stores stores;
  private final LessorProfile profile;

  FactsFinder(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  Facts facts(EscalationPolicy policy, RenewalCase renewal, Contract contract, Instant now) {
    return new Facts(
        renewal.isSilent(),
        age(contract, now),
        renewal.progress().respondedAt() != null,
        policy.asks(Condition.Reached.class) && isReached(renewal),
        policy.asks(Condition.OverdueAtLeast.class) ? overdue(contract, now) : null,
        renewal.offer().terms().rentOf(YearMonth.from(renewal.offer().term().start())),
        policy.asks(Condition.IntentAtLeast.class) ? intent(renewal) : OptionalInt.empty(),
        // the stage of early birds asks for marks, whatever the policy does
        policy.asks(Condition.Tagged.class) || profile.offers().earlyBird() != null
            ? tags(contract)
            : Set.of());
  }

  /** As it was thought when the offer was drafted; empty while nothing is known of anybody. */
  private OptionalInt intent(RenewalCase renewal) {
    return stores
        .proposals()
        .find(profile.lessor(), renewal.id())
        .map(proposal -> proposal.chance().intent())
        .filter(intent -> !intent.equals(Estimate.UNKNOWN))
        .map(intent -> OptionalInt.of((int) Math.round(PERCENT * intent.probability())))
        .orElse(OptionalInt.empty());
  }

  /** The marks of the tenant, and {@link RenewalPolicies#IN_PERSON} for whoever asked for it. */
  private Set<String> tags(Contract contract) {
    Wishes wishes = new People(stores, profile).wishes(contract);
    Set<String> tags = new HashSet<>(wishes.tags());
    if (wishes.inPerson()) {
      tags.add(RenewalPolicies.IN_PERSON);
    }
    return tags;
  }

  private OptionalInt age(Contract contract, Instant now) {
    return stores
        .tenants()
        .find(profile.lessor(), contract.tenant())
        .map(tenant -> tenant.ageOn(profile.day(now)))
        .orElse(OptionalInt.empty());
  }

  /** The tenant, by a message that arrived, or by a call or a visit that was answered; a user who was told cannot renew. */
  private boolean isReached(RenewalCase renewal) {
    return stores.contractRecords().touches(profile.lessor(), renewal.contract()).stream()
        .anyMatch(touch -> touch.renewalCase().equals(renewal.id()) && touch.owner() == PartyRole.TENANT && touch.result().reached());
  }

  /**
   * What the contract itself has to pay and is late with, in its currency. A master's is the bills of its tree that it pays, a
   * sub-contract's what it pays itself; what a freeze holds, because it is disputed for example, does not count.
   */
  private @Nullable MonetaryAmount overdue(Contract contract, Instant now) {
    LocalDate today = profile.day(now);
    CurrencyUnit currency = contract.terms().currency();
    List<Receivable> open = stores.receivables().open(profile.lessor(), contract.no());
    List<Receivable> late =
        open.stream()
            .filter(one -> one.payer().equals(contract.no()) && one.due().isBefore(today))
            .filter(one -> one.outstanding().getCurrency().equals(currency))
            .toList();
    Freezes held = Freezes.of(stores, profile.lessor(), open, now);
    long minor = 0;
    for (Receivable one : late) {
      minor = Math.addExact(minor, one.outstandingMinor() - held.applyAsLong(one));
    }
    return MinorUnits.amount(minor, currency);
  }
}
