package org.leasekit.port;

import java.util.List;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.StatusChange;
import org.leasekit.ledger.JournalEntry;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.payment.Payment;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;

/**
 * What is recorded under one contract number, or in the name of one tenant; found by that key, however much else there is.
 *
 * <ol>
 *   <li>Each method answers with every such record once, as it was stored last, in the order it names.
 *   <li>Records of another lessor are not seen.
 * </ol>
 */
public interface ContractRecords {

  /** Contracts registered in the name of a tenant, by number. */
  List<Contract> ofTenant(LessorId lessor, TenantId tenant);

  /** In the order they were recorded. */
  List<StatusChange> statusChanges(LessorId lessor, ContractNo contract);

  /** What was raised for the contract, whoever pays it, by key. */
  List<Receivable> receivables(LessorId lessor, ContractNo contract);

  /** What came in for the contract, oldest first, then by id. */
  List<Payment> payments(LessorId lessor, ContractNo contract);

  /** Entries with at least one line of the contract, whole, by instant, then id. */
  List<JournalEntry> journal(LessorId lessor, ContractNo contract);

  /** By id. */
  List<RenewalCase> cases(LessorId lessor, ContractNo contract);

  /** By instant, then case id, then sequence. */
  List<Touch> touches(LessorId lessor, ContractNo contract);

  /** By id. */
  List<StewardTask> tasks(LessorId lessor, ContractNo contract);
}
