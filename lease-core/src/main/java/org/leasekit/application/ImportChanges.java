package org.leasekit.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.AmendmentRejection;
import org.leasekit.amendment.AmendmentRule;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.intake.Field;
import org.leasekit.intake.Finding;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RowChanges;
import org.leasekit.intake.RowOutcome;
import org.leasekit.occupancy.Hold;
import org.leasekit.outcome.Outcome;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/** Holds rows against the stored contracts of their numbers. */
final class ImportChanges {
  private final Stores stores;
  private final ImportRun run;
  private final Map<TenantId, Tenant> tenants;
  private final Function<Hold, Optional<Hold>> left;

  /** @param left what is left of a stored hold after what a dry run has tried so far */
  ImportChanges(
      Stores stores,
      ImportRun run,
      Map<TenantId, Tenant> tenants,
      Function<Hold, Optional<Hold>> left) {
    this.stores = stores;
    this.run = run;
    this.tenants = tenants;
    this.left = left;
  }

  /**
   * Finds a row unchanged, amends its contract, or refuses it.
   *
   * @param conflict what the contract would come into conflict with if it became what the row says
   */
  RowOutcome between(
      LeaseRow row, Contract known, Function<RowChanges, Optional<Rejection>> conflict) {
    Judged judged = judge(row, known, conflict);
    return judged.outcome() == null
        ? amended(List.of(row), List.of(judged.wanted(known.no()))).get(0)
        : judged.outcome();
  }

  /**
   * Amends contracts as a whole, each of which may take what another gives up.
   *
   * @param known the stored contracts of the rows' numbers
   * @return what became of each row, in their order; where one is quarantined, nothing was amended
   */
  List<RowOutcome> together(
      List<LeaseRow> rows,
      Map<ContractNo, Contract> known,
      BiFunction<LeaseRow, RowChanges, Optional<Rejection>> conflict) {
    List<AmendmentIntake.Wanted> wanted = new ArrayList<>();
    for (LeaseRow row : rows) {
      ContractNo no = row.contract().no();
      Judged judged =
          judge(row, Objects.requireNonNull(known.get(no)), found -> conflict.apply(row, found));
      RowOutcome outcome = judged.outcome();
      if (outcome != null) {
        return List.of(outcome);
      }
      wanted.add(judged.wanted(no));
    }
    return amended(rows, wanted);
  }

  /** The contract as all that was agreed leaves it. */
  Contract agreed(Contract known) {
    return stores
        .amendments()
        .find(run.lessor(), known.no())
        .map(each -> RowChanges.asAmended(known, each))
        .orElse(known);
  }

  /**
   * What a row comes to.
   *
   * @param outcome null when the contract is to be amended
   */
  private record Judged(@Nullable RowOutcome outcome, List<Proposal> proposals) {
    private AmendmentIntake.Wanted wanted(ContractNo no) {
      return new AmendmentIntake.Wanted(no, proposals);
    }

    private static Judged settled(RowOutcome outcome) {
      return new Judged(outcome, List.of());
    }
  }

  private Judged judge(
      LeaseRow row, Contract known, Function<RowChanges, Optional<Rejection>> conflict) {
    boolean amends = run.options().changes() == ImportOptions.Changes.AMEND;
    if (!amends && row.saysTheSameAs(known)) {
      return Judged.settled(new RowOutcome.Unchanged(row.line(), known.no()));
    }
    Contract agreed = agreed(known);
    LocalDate today = run.today();
    RowChanges changes = RowChanges.between(agreed, tenant(agreed), row, today);
    if (changes.isNone()) {
      return Judged.settled(new RowOutcome.Unchanged(row.line(), known.no()));
    }
    if (!amends) {
      return Judged.settled(
          QuarantinedRow.of(row, new ContractRejection.DuplicateNumber(known.no())));
    }
    if (!changes.obstacles().isEmpty()) {
      return Judged.settled(QuarantinedRow.of(row, changes.obstacles()));
    }
    return conflict
        .apply(changes)
        .map(taken -> Judged.settled(QuarantinedRow.of(row, taken)))
        .orElseGet(() -> new Judged(null, proposals(row, changes)));
  }

  /** An assignment may have brought another tenant than the batch knows. */
  private @Nullable Tenant tenant(Contract agreed) {
    Tenant known = tenants.get(agreed.tenant());
    return known == null
        ? stores.tenants().find(run.lessor(), agreed.tenant()).orElse(null)
        : known;
  }

  private List<Proposal> proposals(LeaseRow row, RowChanges changes) {
    Proof proof = new Proof(ImportBatch.IMPORT, "imported", run.place(row));
    return changes.changes().stream()
        .map(each -> new Proposal(each.effective(), proof, each.change()))
        .toList();
  }

  /** One outcome for each row; one alone, of the first row, when it was refused. */
  private List<RowOutcome> amended(List<LeaseRow> rows, List<AmendmentIntake.Wanted> wanted) {
    Outcome<Boolean> answer =
        run.options().dryRun()
            ? run.amendments().tryAmend(wanted, left)
            : run.amendments().amend(wanted);
    if (!answer.isAccepted()) {
      LeaseRow first = rows.get(0);
      return List.of(
          new QuarantinedRow(first.line(), List.of(finding(answer.rejection())), first.cells()));
    }
    List<RowOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      AmendmentIntake.Wanted each = wanted.get(i);
      if (!run.options().dryRun() && passesOn(each.proposals())) {
        stores.tenants().putAll(List.of(rows.get(i).tenant()));
      }
      outcomes.add(new RowOutcome.Amended(rows.get(i).line(), each.no(), each.proposals()));
    }
    return outcomes;
  }

  /** The tenant of whom a row speaks, by the id that is known: the contract's own, unless it is new or goes to the row's. */
  static TenantId tenantAfter(LeaseRow row, @Nullable Contract known, @Nullable RowOutcome outcome) {
    boolean passes = outcome instanceof RowOutcome.Amended amended && passesOn(amended.proposals());
    return known == null || passes ? row.tenant().id() : known.tenant();
  }

  private static boolean passesOn(List<Proposal> proposals) {
    return proposals.stream().anyMatch(each -> each.change().kind() == ChangeKind.ASSIGNMENT);
  }

  /** Names the column to look at rather than the amendment that was made of it. */
  private static Finding finding(Rejection rejection) {
    return rejection instanceof AmendmentRejection amendment
        ? new Finding(field(amendment).columnName(), amendment)
        : Finding.of(rejection);
  }

  private static Field field(AmendmentRejection rejection) {
    if (rejection.broken() == AmendmentRule.OUTSIDE_TERM) {
      return Field.EFFECTIVE;
    }
    return switch (rejection.kind()) {
      case EXTENSION, EARLY_TERMINATION -> Field.END_DATE;
      case RENT_CHANGE ->
          rejection.broken() == AmendmentRule.RENT_CHANGE_WITHOUT_AGREEMENT
              ? Field.AGREEMENT
              : Field.MONTHLY_RENT;
      case UNIT_SWAP -> Field.UNIT;
      case ASSIGNMENT -> Field.TENANT_NAME;
      case CONTACT_CHANGE -> Field.PHONE;
      case OCCUPANT_CHANGE -> Field.OCCUPANT_NAME;
      case PAYER_CHANGE -> Field.PAYER_NAME;
      default -> Field.CONTRACT_NO;
    };
  }
}
