package org.leasekit.application;

import java.time.InstantSource;
import org.leasekit.party.LessorId;
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
 * Stores of which everybody may hear what happens in them: what is stored and what is told of it are stored together or not
 * at all. Reading costs nothing more; a change of a case or a task is compared with what was there.
 */
final class ObservedStores implements Stores {
  private final Stores right;
  private final Observing unit;
  private final Contracts contracts;
  private final Amendments amendments;
  private final Receivables receivables;
  private final Adjustments adjustments;
  private final ReceivableLocks locks;
  private final Payments payments;
  private final Outbox outbox;
  private final Tasks tasks;
  private final RenewalCases cases;

  ObservedStores(Stores right, LessorId lessor, InstantSource clock) {
    this.right = right;
    this.unit = new Observing(right.unitOfWork(), right.events(), lessor, clock);
    this.contracts = new ObservedContracts(right.contracts(), unit);
    this.amendments = new ObservedAmendments(right.amendments(), unit);
    this.receivables = new ObservedReceivables(right.receivables(), unit);
    this.adjustments = new ObservedAdjustments(right.adjustments(), unit);
    this.locks = new ObservedReceivableLocks(right.locks(), unit);
    this.payments = new ObservedPayments(right.payments(), unit);
    this.outbox = new ObservedOutbox(right.outbox(), unit);
    this.tasks = new ObservedTasks(right.tasks(), unit);
    this.cases = new ObservedRenewalCases(right.cases(), unit);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unit;
  }

  @Override
  public Tenants tenants() {
    return right.tenants();
  }

  @Override
  public Contracts contracts() {
    return contracts;
  }

  @Override
  public Amendments amendments() {
    return amendments;
  }

  @Override
  public Holds holds() {
    return right.holds();
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
    return right.meters();
  }

  @Override
  public Journal journal() {
    return right.journal();
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
    return right.proposals();
  }

  @Override
  public OfferExtras offerExtras() {
    return right.offerExtras();
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
    return right.moves();
  }

  @Override
  public Grants grants() {
    return right.grants();
  }

  @Override
  public Audit audit() {
    return right.audit();
  }

  @Override
  public Absences absences() {
    return right.absences();
  }

  @Override
  public WishList wishes() {
    return right.wishes();
  }

  @Override
  public DunningLog dunning() {
    return right.dunning();
  }

  @Override
  public Drafts drafts() {
    return right.drafts();
  }

  @Override
  public PlannedMoves plannedMoves() {
    return right.plannedMoves();
  }

  @Override
  public Surveys surveys() {
    return right.surveys();
  }

  @Override
  public OneOffCharges oneOffCharges() {
    return right.oneOffCharges();
  }

  @Override
  public Settlements settlements() {
    return right.settlements();
  }

  @Override
  public EventLog events() {
    return right.events();
  }

  @Override
  public ServiceDeskStores serviceDesk() {
    return right.serviceDesk();
  }

  @Override
  public ContractRecords contractRecords() {
    return right.contractRecords();
  }

  @Override
  public Records records() {
    return right.records();
  }
}
