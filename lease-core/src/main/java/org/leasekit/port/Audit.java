package org.leasekit.port;

import java.util.List;
import org.leasekit.access.AuditEntry;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * The record of who asked to do what, and what was answered.
 *
 * <ol>
 *   <li>Entries are only ever added and found as they were appended, each of them, also when it equals one that is there:
 *       asking twice is two decisions.
 *   <li>Entries of another lessor are not seen.
 * </ol>
 */
public interface Audit {

  /** Adds an entry. */
  void append(AuditEntry entry);

  /** What was asked about one contract number, by instant; of one instant in any order. */
  List<AuditEntry> ofContract(LessorId lessor, ContractNo contract);
}
