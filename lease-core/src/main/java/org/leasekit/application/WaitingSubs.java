package org.leasekit.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leasekit.amendment.Proof;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.hierarchy.HierarchyRejection;
import org.leasekit.hierarchy.PlannedMove;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;
import org.leasekit.renewal.RenewalCase;

/**
 * Sub-contracts that are renewed before their master. Such a successor keeps the place below the old master: it may do what
 * that one lets it do and no more, its bills go up the same path, and locks on the tree hold for it. It waits there
 * <ul>
 *   <li>until the master is renewed for a term that covers its own, and then comes below the master's successor at once;
 *   <li>or until the master ends. Then it comes below the master's successor, where that one runs on from there for as long
 *       as it does itself; else below the next above of which this holds, or that is not renewed yet itself; else it stands
 *       alone. The move is recorded, as everyone is, and unless the master's successor took it over there is a task.
 * </ul>
 * A master that ends early by an amendment says itself what becomes of all below it, of those who wait as of the others.
 * Joins the caller's unit of work.
 */
final class WaitingSubs {
  private final Stores stores;
  private final LessorProfile profile;
  private final Inheritance inheritance;

  WaitingSubs(Stores stores, LessorProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.inheritance = new Inheritance(stores, profile);
  }

  /**
   * The master for a successor: the old one while it covers the new term, or the one that continues it; the old one while
   * nobody knows yet what continues it. One of which it is known that it ends early, and so is not renewed, does not wait.
   *
   * @param successor its number
   * @param find looks contracts up, or locks them
   * @return empty for none; or {@link HierarchyRejection.TermOutside}, which says what the renewed master's days are
   */
  Outcome<Optional<ContractNo>> placeFor(
      ContractNo successor,
      Contract old,
      DateRange term,
      Function<ContractNo, Optional<Contract>> find) {
    Optional<Contract> master = old.parent().flatMap(find);
    if (master.isEmpty()) {
      return Outcome.accepted(Optional.empty());
    }
    Contract above = master.get();
    Optional<Contract> renewed = above.successor().flatMap(this::find);
    if (covers(above, term)) {
      return Outcome.accepted(Optional.of(above.no()));
    }
    if (renewed.isEmpty()) {
      if (above.status() == ContractStatus.ACTIVE && above.terminatesOn() != null) {
        return Outcome.rejected(
            new HierarchyRejection.TermOutside(
                successor, term, above.no(), above.daysLet().orElse(above.term())));
      }
      return Outcome.accepted(
          above.status() == ContractStatus.ACTIVE
              ? Optional.of(above.no())
              : after(above, term).map(Contract::no));
    }
    Contract next = renewed.get();
    if (covers(next, term)) {
      return Outcome.accepted(Optional.of(next.no()));
    }
    return continues(above, next, term)
        ? Outcome.accepted(Optional.of(above.no()))
        : Outcome.rejected(
            new HierarchyRejection.TermOutside(
                successor, term, next.no(), next.daysLet().orElse(next.term())));
  }

  private Optional<Contract> find(ContractNo no) {
    return stores.contracts().find(profile.lessor(), no);
  }

  private static boolean covers(Contract master, DateRange days) {
    return master.daysLet().filter(all -> all.contains(days)).isPresent();
  }

  /** Whether days that a master's term has begun to cover are covered by what continues it, without a gap. */
  private static boolean continues(Contract master, Contract next, DateRange days) {
    return days.start().isBefore(master.endsOn()) && covers(next, rest(master, days));
  }

  /** What is left of some days, of which some come later, once a master has ended. */
  private static DateRange rest(Contract master, DateRange days) {
    LocalDate end = master.endsOn();
    return end.isAfter(days.start()) ? DateRange.of(end, days.endExclusive()) : days;
  }

  /** Those who run on below a master when it ends, and of whom nothing else is planned for that day. */
  List<Contract> below(Contract master) {
    List<Contract> longer =
        stores.contracts().children(profile.lessor(), master.no()).stream()
            .filter(sub -> sub.status() == ContractStatus.ACTIVE && sub.daysLet().isPresent())
            .filter(sub -> sub.endsOn().isAfter(master.endsOn()))
            .toList();
    Set<ContractNo> leaving =
        longer.isEmpty()
            ? Set.of()
            : stores
                .plannedMoves()
                .ofContracts(profile.lessor(), longer.stream().map(Contract::no).toList())
                .stream()
                .filter(plan -> plan.isPending() && master.no().equals(plan.endingMaster()))
                .map(PlannedMove::contract)
                .collect(Collectors.toSet());
    return longer.stream().filter(sub -> !leaving.contains(sub.no())).toList();
  }

  /** What has to be locked before those below a master move: they, what is below them, and the masters they may come to. */
  Set<ContractNo> concerned(ContractNo master, ContractLocks locks) {
    Set<ContractNo> concerned = new TreeSet<>(Set.of(master));
    find(master)
        .ifPresent(
            ending -> {
              List<Contract> waiting = below(ending);
              waiting.forEach(
                  sub -> {
                    concerned.add(sub.no());
                    concerned.addAll(locks.runningBelow(sub.no()));
                  });
              if (!waiting.isEmpty()) {
                ending.successor().ifPresent(concerned::add);
                concerned.addAll(new Hierarchy(stores, profile.lessor()).above(ending));
              }
            });
    return concerned;
  }

  /**
   * A master was renewed: whoever waits below it and lies within the new term comes along.
   *
   * @return those who run longer than the new master, of whom somebody should know
   */
  List<Contract> renewed(Contract oldMaster, Contract newMaster, RenewalCase renewal, Instant now) {
    List<Contract> longer = new ArrayList<>();
    for (Contract sub : below(oldMaster)) {
      DateRange days = sub.daysLet().orElseThrow();
      if (covers(newMaster, days)) {
        inheritance.adopt(
            sub, newMaster.no(), profile.day(now), Inheritance.proof(renewal), now);
      } else if (!continues(oldMaster, newMaster, days)) {
        longer.add(sub);
      }
    }
    return longer;
  }

  /**
   * A master is about to end; the hierarchy and what is {@link #concerned} are locked.
   *
   * @return those who did not come below the master's successor, of whom somebody should know
   */
  List<Contract> release(Contract master, Instant now) {
    List<Contract> left = new ArrayList<>();
    for (Contract sub : below(master)) {
      Optional<Contract> to = after(master, rest(master, sub.daysLet().orElseThrow()));
      String evidence =
          to.map(next -> "below " + next.no()).orElse("nobody above runs as long as " + sub.no());
      Proof proof = new Proof("leasekit", "end of master " + master.no(), evidence);
      inheritance.adopt(sub, to.map(Contract::no).orElse(null), master.endsOn(), proof, now);
      if (to.isEmpty() || !to.map(Contract::no).equals(master.successor())) {
        left.add(sub);
      }
    }
    return left;
  }

  /** Who comes after a master for days on which it does not run any more; empty when they are nobody's. */
  private Optional<Contract> after(Contract master, DateRange days) {
    Set<ContractNo> seen = new HashSet<>();
    Optional<Contract> at = Optional.of(master);
    while (at.isPresent() && seen.add(at.get().no())) {
      Contract each = at.get();
      Optional<Contract> next = each.successor().flatMap(this::find);
      if (covers(each, days)) {
        return at;
      }
      if (next.filter(renewed -> covers(renewed, days)).isPresent()) {
        return next;
      }
      if (next.filter(renewed -> continues(each, renewed, days)).isPresent()) {
        return at;
      }
      boolean open = next.isEmpty() && each.status() == ContractStatus.ACTIVE;
      if (open && each.endsOn().isAfter(days.start())) {
        return at;
      }
      at = each.parent().flatMap(this::find);
    }
    return Optional.empty();
  }
}
