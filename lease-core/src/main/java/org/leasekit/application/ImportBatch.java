package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractRejection;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.UnitRef;
import org.leasekit.intake.LeaseRow;
import org.leasekit.intake.QuarantinedRow;
import org.leasekit.intake.RowRule;
import org.leasekit.outcome.Rejection;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/** Rows that are stored in one unit of work, and what became of them. */
final class ImportBatch {

  /** Who causes the first step in the life of an imported contract. */
  private static final String IMPORT = "import";

  private final Stores stores;
  private final String source;
  private final Instant now;
  private final Set<ContractNo> fallen;
  private final List<QuarantinedRow> refused = new ArrayList<>();
  private int added;
  private int unchanged;

  /**
   * A batch yet to be stored.
   *
   * @param fallen numbers of rows that were refused in earlier batches
   */
  ImportBatch(Stores stores, String source, Instant now, Set<ContractNo> fallen) {
    this.stores = stores;
    this.source = source;
    this.now = now;
    this.fallen = new HashSet<>(fallen);
  }

  ImportBatch store(List<LeaseRow> rows) {
    Map<TenantId, Tenant> tenants = new LinkedHashMap<>();
    rows.forEach(row -> tenants.putIfAbsent(row.tenant().id(), row.tenant()));
    stores.tenants().putAll(tenants.values());
    rows.forEach(this::store);
    return this;
  }

  int added() {
    return added;
  }

  int unchanged() {
    return unchanged;
  }

  List<QuarantinedRow> refused() {
    return List.copyOf(refused);
  }

  /** Numbers of refused rows, of this batch and of those before. */
  Set<ContractNo> fallen() {
    return Set.copyOf(fallen);
  }

  private void store(LeaseRow row) {
    Contract draft = row.contract();
    ContractNo parent = draft.parent().orElse(null);
    if (parent != null && fallen.contains(parent)) {
      refuse(row, RowRule.NO_SUCH_MASTER.brokenBy(parent.value()));
      return;
    }
    Lifecycle.Step step =
        Lifecycle.move(
                draft, ContractStatus.ACTIVE, IMPORT, "imported", source + " line " + row.line(), now)
            .orElseThrow();
    switch (stores.contracts().add(step.contract(), List.of(step.change()))) {
      case ADDED -> {
        added++;
        putOnAgenda(draft);
      }
      case DUPLICATE_NUMBER -> compare(row);
      case UNIT_TAKEN -> refuse(row, unitTaken(draft));
    }
  }

  private void compare(LeaseRow row) {
    Contract draft = row.contract();
    if (stores.contracts().find(draft.lessor(), draft.no()).filter(row::saysTheSameAs).isPresent()) {
      unchanged++;
    } else {
      refuse(row, new ContractRejection.DuplicateNumber(draft.no()));
    }
  }

  private static Rejection unitTaken(Contract draft) {
    UnitRef unit = draft.unit();
    if (unit == null) {
      throw new IllegalStateException("a contract without unit cannot collide: " + draft.no());
    }
    return new ContractRejection.UnitAlreadyLeased(draft.no(), unit, draft.term());
  }

  private void refuse(LeaseRow row, Rejection why) {
    refused.add(QuarantinedRow.of(row, why));
    fallen.add(row.contract().no());
  }

  /** A contract that charges nothing, as a framework may, is never billed. */
  private void putOnAgenda(Contract contract) {
    ChargeTerms terms = contract.terms();
    if (terms.monthlyRent().isPositive() || terms.deposit().isPositive()) {
      stores.receivables().schedule(contract.lessor(), contract.no(), contract.term().start());
    }
  }
}
