package org.leasekit.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.AmendmentRejection;
import org.leasekit.amendment.AmendmentRule;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractRejection;
import org.leasekit.intake.Field;
import org.leasekit.intake.Finding;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RowChanges;
import org.leasekit.intake.RowOutcome;
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

  ImportChanges(Stores stores, ImportRun run, Map<TenantId, Tenant> tenants) {
    this.stores = stores;
    this.run = run;
    this.tenants = tenants;
  }

  /**
   * Finds a row unchanged, amends its contract, or refuses it.
   *
   * @param conflict what the contract would come into conflict with if it became what the row says
   */
  RowOutcome between(
      LeaseRow row, Contract known, Function<RowChanges, Optional<Rejection>> conflict) {
    boolean amends = run.options().changes() == ImportOptions.Changes.AMEND;
    if (!amends && row.saysTheSameAs(known)) {
      return new RowOutcome.Unchanged(row.line(), known.no());
    }
    Optional<ContractHistory> history = stores.amendments().find(run.lessor(), known.no());
    Contract agreed = history.map(each -> RowChanges.asAmended(known, each)).orElse(known);
    LocalDate today = run.today();
    RowChanges changes = RowChanges.between(agreed, tenant(agreed), row, today);
    if (changes.isNone()) {
      return new RowOutcome.Unchanged(row.line(), known.no());
    }
    if (!amends) {
      return QuarantinedRow.of(row, new ContractRejection.DuplicateNumber(known.no()));
    }
    if (!changes.obstacles().isEmpty()) {
      return QuarantinedRow.of(row, changes.obstacles());
    }
    Optional<Rejection> conflicts = conflict.apply(changes);
    return conflicts.isPresent()
        ? QuarantinedRow.of(row, conflicts.get())
        : amended(row, known, proposals(row, changes));
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

  private RowOutcome amended(LeaseRow row, Contract known, List<Proposal> proposals) {
    Outcome<ContractHistory> outcome =
        run.amendments().amend(known.no(), proposals, run.options().dryRun());
    return outcome.isAccepted()
        ? new RowOutcome.Amended(row.line(), known.no(), proposals)
        : new QuarantinedRow(row.line(), List.of(finding(outcome.rejection())), row.cells());
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
      case CONTACT_CHANGE -> Field.PHONE;
      case OCCUPANT_CHANGE -> Field.OCCUPANT_NAME;
      case PAYER_CHANGE -> Field.PAYER_NAME;
      default -> Field.CONTRACT_NO;
    };
  }
}
