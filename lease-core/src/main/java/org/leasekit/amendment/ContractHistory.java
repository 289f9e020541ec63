package org.leasekit.amendment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;

/**
 * A contract with all its amendments, on two axes of time: the day on which something holds, and the instant by which
 * it is known. An immutable value. Since recording never goes back behind an instant that is recorded, what was answered
 * for a day and a past instant stays the answer for ever.
 *
 * <p>Amendments take effect in the order of their effective days, those of one day in the order of recording, whenever
 * they became known.
 */
public final class ContractHistory {

  private static final Comparator<Amendment> BY_EFFECT =
      Comparator.comparing(Amendment::effective).thenComparing(Amendment::id);

  private final Origin origin;
  private final List<Amendment> recorded;
  private final Amendment[] byEffect;

  /** By number less one, the instant from which an amendment is known to be withdrawn; null for never. */
  private final @Nullable Instant[] withdrawn;

  private ContractHistory(Origin origin, List<Amendment> recorded) {
    this.origin = origin;
    this.recorded = List.copyOf(recorded);
    this.byEffect =
        recorded.stream()
            .filter(amendment -> amendment.change().kind() != ChangeKind.WITHDRAWAL)
            .sorted(BY_EFFECT)
            .toArray(Amendment[]::new);
    this.withdrawn = new Instant[recorded.size()];
    for (Amendment amendment : recorded) {
      if (amendment.change() instanceof Change.Withdrawal withdrawal) {
        withdrawn[withdrawal.number() - 1] = amendment.known();
      }
    }
  }

  /** The history of a contract that was never amended. */
  public static ContractHistory begin(Origin origin) {
    return new ContractHistory(origin, List.of());
  }

  /**
   * The history as it was recorded before, for storage.
   *
   * @param recorded every amendment in the order of recording
   * @throws IllegalArgumentException if they are not those of the contract, numbered from 1 without gap, each known after
   *     the one before and after the contract, or withdraw what is not there
   */
  public static ContractHistory of(Origin origin, List<Amendment> recorded) {
    Instant before = origin.known();
    for (int i = 0; i < recorded.size(); i++) {
      Amendment amendment = recorded.get(i);
      boolean inPlace = amendment.id().equals(new AmendmentId(origin.contract(), i + 1));
      boolean possible =
          !(amendment.change() instanceof Change.Withdrawal withdrawal) || withdrawal.number() <= i;
      if (!inPlace || !possible || !amendment.known().isAfter(before)) {
        throw new IllegalArgumentException("not a record of " + origin.contract() + ": " + amendment);
      }
      before = amendment.known();
    }
    return new ContractHistory(origin, recorded);
  }

  /** The contract before any amendment. */
  public Origin origin() {
    return origin;
  }

  /** Every amendment, withdrawn or not, in the order of recording. */
  public List<Amendment> recorded() {
    return recorded;
  }

  /** The instant of the latest recording, that of the contract when there is no amendment. */
  public Instant latest() {
    return recorded.isEmpty() ? origin.known() : recorded.get(recorded.size() - 1).known();
  }

  /** The instant from which an amendment is known to be withdrawn; empty while it holds, and for an unknown one. */
  public Optional<Instant> withdrawnAt(AmendmentId id) {
    boolean mine = id.contract().equals(origin.contract()) && id.number() <= withdrawn.length;
    return mine ? Optional.ofNullable(withdrawn[id.number() - 1]) : Optional.empty();
  }

  /**
   * The contract as it stands on a day, as far as it is known at an instant.
   *
   * @return empty when the contract itself is not known yet
   */
  public Optional<Standing> asOf(LocalDate effective, Instant known) {
    if (known.isBefore(origin.known())) {
      return Optional.empty();
    }
    Draft draft = new Draft(origin);
    for (Amendment amendment : byEffect) {
      if (amendment.effective().isAfter(effective)) {
        break;
      }
      if (isLive(amendment, known)) {
        draft.apply(amendment);
      }
    }
    return Optional.of(draft.on(effective));
  }

  /**
   * The life of the contract from the first day of its term, as far as it is known at an instant; empty when the
   * contract itself is not known yet.
   */
  public List<Version> timeline(Instant known) {
    return known.isBefore(origin.known()) ? List.of() : Timeline.of(origin, live(known));
  }

  /** The term in the end, with every extension that is known at an instant; an early termination does not change it. */
  public DateRange term(Instant known) {
    return inTheEnd(known).term;
  }

  /** The first day that is not let any more because the lease ends early, as far as that is known; empty for none. */
  public Optional<LocalDate> terminatesOn(Instant known) {
    return Optional.ofNullable(inTheEnd(known).terminatedOn);
  }

  private Draft inTheEnd(Instant known) {
    Draft draft = new Draft(origin);
    live(known).forEach(draft::apply);
    return draft;
  }

  /** What is known and not known to be withdrawn at an instant, in the order of effect. */
  public List<Amendment> live(Instant known) {
    return Arrays.stream(byEffect).filter(amendment -> isLive(amendment, known)).toList();
  }

  private boolean isLive(Amendment amendment, Instant known) {
    Instant end = withdrawn[amendment.id().number() - 1];
    return !amendment.known().isAfter(known) && (end == null || end.isAfter(known));
  }

  /**
   * Records an amendment, unless a precondition of it does not hold on its effective day, or does not hold any more for
   * an amendment that is recorded with a later one.
   *
   * @param known instant of recording, later than {@link #latest()}
   * @return the longer history, or {@link AmendmentRejection}
   */
  public Outcome<ContractHistory> record(Proposal proposal, Instant known, AmendmentPolicy policy) {
    ChangeKind kind = proposal.change().kind();
    if (!proposal.proof().isComplete()) {
      return rejected(AmendmentRule.PROOF_MISSING, kind, proposal.effective());
    }
    if (!known.isAfter(latest())) {
      return rejected(AmendmentRule.RECORDED_OUT_OF_ORDER, kind, proposal.effective(), latest());
    }
    return proposal.change() instanceof Change.Withdrawal withdrawal
        ? withdraw(proposal, withdrawal, known)
        : amend(numbered(proposal, proposal.effective(), known), policy);
  }

  private Amendment numbered(Proposal proposal, LocalDate effective, Instant known) {
    AmendmentId id = new AmendmentId(origin.contract(), recorded.size() + 1);
    return new Amendment(id, effective, known, proposal.proof(), proposal.change());
  }

  private Outcome<ContractHistory> withdraw(
      Proposal proposal, Change.Withdrawal withdrawal, Instant known) {
    int number = withdrawal.number();
    boolean exists =
        number >= 1
            && number <= recorded.size()
            && recorded.get(number - 1).change().kind() != ChangeKind.WITHDRAWAL;
    if (!exists) {
      return rejected(AmendmentRule.NO_SUCH_AMENDMENT, ChangeKind.WITHDRAWAL, proposal.effective(), number);
    }
    Amendment target = recorded.get(number - 1);
    if (withdrawn[number - 1] != null) {
      return rejected(
          AmendmentRule.ALREADY_WITHDRAWN, ChangeKind.WITHDRAWAL, target.effective(), number);
    }
    List<Amendment> remaining = new ArrayList<>(live(known));
    remaining.remove(target);
    return replay(remaining, null, AmendmentPolicy.LENIENT, ChangeKind.WITHDRAWAL, target.effective())
        .map(possible -> with(numbered(proposal, target.effective(), known)));
  }

  private Outcome<ContractHistory> amend(Amendment amendment, AmendmentPolicy policy) {
    List<Amendment> all = new ArrayList<>(live(amendment.known()));
    all.add(amendment);
    all.sort(BY_EFFECT);
    return replay(all, amendment, policy, amendment.change().kind(), amendment.effective())
        .map(possible -> with(amendment));
  }

  /**
   * Whether amendments are possible one after the other. Minimum term and notice are asked of the new one alone: they
   * do not depend on other amendments, and the policy may have been another when those were recorded.
   */
  private Outcome<Boolean> replay(
      List<Amendment> amendments,
      @Nullable Amendment added,
      AmendmentPolicy policy,
      ChangeKind kind,
      LocalDate effective) {
    Draft draft = new Draft(origin);
    for (Amendment amendment : amendments) {
      boolean isNew = amendment.equals(added);
      Optional<AmendmentRejection> broken =
          Preconditions.broken(draft, isNew ? policy : AmendmentPolicy.LENIENT, amendment);
      if (broken.isPresent()) {
        AmendmentRule rule = broken.get().broken();
        return Outcome.rejected(
            isNew
                ? broken.get()
                : AmendmentRejection.conflict(origin.contract(), kind, effective, amendment, rule));
      }
      draft.apply(amendment);
    }
    return Outcome.accepted(true);
  }

  private ContractHistory with(Amendment amendment) {
    List<Amendment> longer = new ArrayList<>(recorded);
    longer.add(amendment);
    return new ContractHistory(origin, longer);
  }

  private Outcome<ContractHistory> rejected(
      AmendmentRule rule, ChangeKind kind, LocalDate effective, Object... details) {
    ContractNo contract = origin.contract();
    return Outcome.rejected(AmendmentRejection.of(rule, contract, kind, effective, details));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContractHistory that
        && origin.equals(that.origin)
        && recorded.equals(that.recorded);
  }

  @Override
  public int hashCode() {
    return 31 * origin.hashCode() + recorded.hashCode();
  }

  @Override
  public String toString() {
    return origin.contract() + " with " + recorded.size() + " amendments";
  }
}
