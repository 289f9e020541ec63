package org.leasekit.testkit;

import java.util.List;
import org.leasekit.access.AuditEntry;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Audit;

/** Wrong stores of who may do what, and of who asked for it. */
final class BrokenAccess {

  private BrokenAccess() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods("forgets equal decisions", Audit.class, Forgets::new, "Audit rule 1", "Records rule 1"),
        Broken.methods("finds decisions of another lessor", Audit.class, FindsAny::new, "Audit rule 2"));
  }

  private record Forgets(Audit right) {
    void append(AuditEntry entry) {
      ContractNo contract = entry.contract();
      if (contract == null || !right.ofContract(entry.lessor(), contract).contains(entry)) {
        right.append(entry);
      }
    }
  }

  private record FindsAny(Audit right) {
    List<AuditEntry> ofContract(LessorId lessor, ContractNo contract) {
      return right.ofContract(Samples.LESSOR, contract);
    }
  }
}
