package org.leasekit.testkit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The contract tests of all store ports, for an adapter that brings them together. An adapter's whole test is:
 *
 * <pre>{@code
 * class MyStoresTest extends StoresContract {
 *   @Override
 *   public Stores stores() {
 *     return new MyStores(anEmptyDatabase());
 *   }
 * }
 * }</pre>
 *
 * <p>Beside what the ports' Javadoc numbers, the tests hold an adapter to what the values promise: ids are compared
 * character by character and ordered as {@link String#compareTo} does, texts may be Chinese, amounts are exact in
 * currencies of any number of digits and made by {@code MinorUnits}, instants keep at least their microseconds.
 */
public abstract class StoresContract implements StoresAdapter {

  /** For the test of an adapter. */
  protected StoresContract() {}

  @Nested
  @DisplayName("UnitOfWork")
  class OfUnitOfWork extends UnitOfWorkContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Tenants")
  class OfTenants extends TenantsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Contracts")
  class OfContracts extends ContractsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Amendments")
  class OfAmendments extends AmendmentsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Holds")
  class OfHolds extends HoldsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Receivables")
  class OfReceivables extends ReceivablesContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Adjustments")
  class OfAdjustments extends AdjustmentsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("ReceivableLocks")
  class OfReceivableLocks extends ReceivableLocksContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Meters")
  class OfMeters extends MetersContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Journal")
  class OfJournal extends JournalContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Payments")
  class OfPayments extends PaymentsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("RenewalCases")
  class OfRenewalCases extends RenewalCasesContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Proposals")
  class OfProposals extends ProposalsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("OfferExtras")
  class OfOfferExtras extends OfferExtrasContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Outbox")
  class OfOutbox extends OutboxContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Tasks")
  class OfTasks extends TasksContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Drafts")
  class OfDrafts extends DraftsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Moves")
  class OfMoves extends MovesContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("PlannedMoves")
  class OfPlannedMoves extends PlannedMovesContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Grants")
  class OfGrants extends GrantsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Audit")
  class OfAudit extends AuditContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("ContractRecords")
  class OfContractRecords extends ContractRecordsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Records")
  class OfRecords extends RecordsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Records, many of them")
  class OfManyRecords extends ManyRecordsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("ServiceRequests")
  class OfServiceRequests extends ServiceRequestsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("ServiceRecords")
  class OfServiceRecords extends ServiceRecordsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("FieldStaff")
  class OfFieldStaff extends FieldStaffContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Sites")
  class OfSites extends SitesContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("DutyRoster")
  class OfDutyRoster extends DutyRosterContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("DutyTasks")
  class OfDutyTasks extends DutyTasksContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Absences")
  class OfAbsences extends AbsencesContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("WishList")
  class OfWishList extends WishListContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("DunningLog")
  class OfDunningLog extends DunningLogContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("OneOffCharges")
  class OfOneOffCharges extends OneOffChargesContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Settlements")
  class OfSettlements extends SettlementsContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("Surveys")
  class OfSurveys extends SurveysContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }

  @Nested
  @DisplayName("EventLog")
  class OfEventLog extends EventLogContract {
    @Override
    protected StoresAdapter adapter() {
      return StoresContract.this;
    }
  }
}
