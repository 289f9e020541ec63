package org.leasekit.port;

/** The stores of one adapter, which share one unit of work. Every accessor answers with the same object. */
public interface Stores {

  UnitOfWork unitOfWork();

  Tenants tenants();

  Contracts contracts();

  Drafts drafts();

  Amendments amendments();

  Holds holds();

  Receivables receivables();

  Adjustments adjustments();

  ReceivableLocks locks();

  Meters meters();

  Journal journal();

  Payments payments();

  RenewalCases cases();

  Proposals proposals();

  OfferExtras offerExtras();

  Outbox outbox();

  Tasks tasks();

  Moves moves();

  PlannedMoves plannedMoves();

  Grants grants();

  Audit audit();

  Absences absences();

  WishList wishes();

  DunningLog dunning();

  Surveys surveys();

  OneOffCharges oneOffCharges();

  Settlements settlements();

  EventLog events();

  /** The stores of the service desk, in the same unit of work. */
  ServiceDeskStores serviceDesk();

  ContractRecords contractRecords();

  Records records();
}
