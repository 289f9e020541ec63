package org.leasekit.memory;

import org.leasekit.port.Absences;
import org.leasekit.port.Adjustments;
import org.leasekit.port.Amendments;
import org.leasekit.port.Audit;
import org.leasekit.port.ContractRecords;
import org.leasekit.port.Contracts;
import org.leasekit.port.Drafts;
import org.leasekit.port.DunningLog;
import org.leasekit.port.EventLog;
import org.leasekit.port.Grants;
import org.leasekit.port.Holds;
import org.leasekit.port.Journal;
import org.leasekit.port.Meters;
import org.leasekit.port.Moves;
import org.leasekit.port.OfferExtras;
import org.leasekit.port.OneOffCharges;
import org.leasekit.port.Outbox;
import org.leasekit.port.Payments;
import org.leasekit.port.PlannedMoves;
import org.leasekit.port.Proposals;
import org.leasekit.port.ReceivableLocks;
import org.leasekit.port.Receivables;
import org.leasekit.port.Records;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.Settlements;
import org.leasekit.port.Stores;
import org.leasekit.port.Surveys;
import org.leasekit.port.Tasks;
import org.leasekit.port.Tenants;
import org.leasekit.port.UnitOfWork;
import org.leasekit.port.WishList;

/**
 * Every store in memory, empty to begin with and gone with the process.
 *
 * <p>Safe for use by several threads. A unit of work holds the one lock of all stores until it ends, so units of work
 * run one after the other: what one of them locks or claims, no other is there to see. A call outside a unit of
 * work is one of its own. There is no host's transaction to join.
 */
public final class MemoryStores implements Stores {

  private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
  private final MemoryTenants tenants = new MemoryTenants(unitOfWork);
  private final MemoryRenewalCases cases = new MemoryRenewalCases(unitOfWork);
  private final MemoryHolds holds = new MemoryHolds(unitOfWork);
  private final MemoryContracts contracts = new MemoryContracts(unitOfWork, cases, holds);
  private final MemoryDrafts drafts = new MemoryDrafts(unitOfWork);
  private final MemoryAmendments amendments = new MemoryAmendments(unitOfWork);
  private final MemoryReceivables receivables = new MemoryReceivables(unitOfWork);
  private final MemoryAdjustments adjustments = new MemoryAdjustments(unitOfWork);
  private final MemoryReceivableLocks locks = new MemoryReceivableLocks(unitOfWork);
  private final MemoryMeters meters = new MemoryMeters(unitOfWork);
  private final MemoryJournal journal = new MemoryJournal(unitOfWork);
  private final MemoryPayments payments = new MemoryPayments(unitOfWork);
  private final MemoryProposals proposals = new MemoryProposals(unitOfWork);
  private final MemoryOfferExtras offerExtras = new MemoryOfferExtras(unitOfWork);
  private final MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
  private final MemoryTasks tasks = new MemoryTasks(unitOfWork);
  private final MemoryMoves moves = new MemoryMoves(unitOfWork);
  private final MemoryPlannedMoves plannedMoves = new MemoryPlannedMoves(unitOfWork);
  private final MemoryGrants grants = new MemoryGrants(unitOfWork);
  private final MemoryAudit audit = new MemoryAudit(unitOfWork);
  private final MemoryAbsences absences = new MemoryAbsences(unitOfWork);
  private final MemoryDunningLog dunning = new MemoryDunningLog(unitOfWork, receivables);
  private final MemorySurveys surveys = new MemorySurveys(unitOfWork);
  private final MemoryOneOffCharges oneOffCharges = new MemoryOneOffCharges(unitOfWork);
  private final MemorySettlements settlements = new MemorySettlements(unitOfWork);
  private final MemoryEventLog events = new MemoryEventLog(unitOfWork);
  private final MemoryWishList wishes = new MemoryWishList(unitOfWork);
  private final ServiceDeskStores serviceDesk = new MemoryServiceDesk(unitOfWork);
  private final ContractRecords contractRecords =
      new MemoryContractRecords(unitOfWork, contracts, receivables, journal, payments, cases, tasks);
  private final Records records =
      new MemoryRecords(
          unitOfWork, contracts, amendments, holds, receivables, adjustments, locks, meters, journal, payments, cases, tasks,
          moves, grants, audit);

  /** Empty stores. */
  public MemoryStores() {}

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Tenants tenants() {
    return tenants;
  }

  @Override
  public Contracts contracts() {
    return contracts;
  }

  @Override
  public Drafts drafts() {
    return drafts;
  }

  @Override
  public Amendments amendments() {
    return amendments;
  }

  @Override
  public Holds holds() {
    return holds;
  }

  @Override
  public Receivables receivables() {
    return receivables;
  }

  @Override
  public Adjustments adjustments() {
    return adjustments;
  }

  @Override
  public ReceivableLocks locks() {
    return locks;
  }

  @Override
  public Meters meters() {
    return meters;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public RenewalCases cases() {
    return cases;
  }

  @Override
  public Proposals proposals() {
    return proposals;
  }

  @Override
  public OfferExtras offerExtras() {
    return offerExtras;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Tasks tasks() {
    return tasks;
  }

  @Override
  public Moves moves() {
    return moves;
  }

  @Override
  public PlannedMoves plannedMoves() {
    return plannedMoves;
  }

  @Override
  public Grants grants() {
    return grants;
  }

  @Override
  public Audit audit() {
    return audit;
  }

  @Override
  public Absences absences() {
    return absences;
  }

  @Override
  public EventLog events() {
    return events;
  }

  @Override
  public DunningLog dunning() {
    return dunning;
  }

  @Override
  public OneOffCharges oneOffCharges() {
    return oneOffCharges;
  }

  @Override
  public Settlements settlements() {
    return settlements;
  }

  @Override
  public Surveys surveys() {
    return surveys;
  }

  @Override
  public WishList wishes() {
    return wishes;
  }

  @Override
  public ServiceDeskStores serviceDesk() {
    return serviceDesk;
  }

  @Override
  public ContractRecords contractRecords() {
    return contractRecords;
  }

  @Override
  public Records records() {
    return records;
  }
}
