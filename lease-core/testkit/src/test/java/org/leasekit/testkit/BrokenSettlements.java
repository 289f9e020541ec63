package org.leasekit.testkit;

import java.util.List;
import java.util.Optional;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.OneOffCharges;
import org.leasekit.port.Settlements;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementStatement;

/** Wrong stores of settlements, and of charges that are raised once. */
final class BrokenSettlements {

  private BrokenSettlements() {}

  static List<Broken> all() {
    return List.of(
        Broken.methods(
            "says of every charge that it is new", OneOffCharges.class, ChargesAlways::new,
            "OneOffCharges rule 1"),
        Broken.methods(
            "finds charges without their evidence", OneOffCharges.class, WithoutEvidence::new,
            "OneOffCharges rule 2"),
        Broken.methods(
            "finds charges of another lessor", OneOffCharges.class, FindsAnyCharge::new,
            "OneOffCharges rule 3"),
        Broken.methods(
            "says of every settlement that it is new", Settlements.class, OpensAlways::new,
            "Settlements rule 1"),
        Broken.blind(
            "adds settlements without a constraint", Settlements.class, OpensBlindly::new,
            "Settlements rule 1"),
        Broken.methods(
            "updates settlements of any version", Settlements.class, UpdatesAny::new, "Settlements rule 2"),
        Broken.methods(
            "says of every statement that it is new", Settlements.class, StatesAlways::new,
            "Settlements rule 3"),
        Broken.methods(
            "finds statements without their funds", Settlements.class, WithoutFunds::new,
            "Settlements rule 4"),
        Broken.methods(
            "finds statements of another lessor", Settlements.class, FindsAny::new, "Settlements rule 5"));
  }

  private record ChargesAlways(OneOffCharges right) {
    boolean add(OneOffCharge charge) {
      right.add(charge);
      return true;
    }
  }

  private record WithoutEvidence(OneOffCharges right) {
    Optional<OneOffCharge> find(LessorId lessor, String id) {
      return right
          .find(lessor, id)
          .map(
              each ->
                  new OneOffCharge(
                      each.lessor(), each.id(), each.kind(), each.key(), each.amount(), each.reason(), "",
                      each.raisedBy(), each.at()));
    }
  }

  private record FindsAnyCharge(OneOffCharges right) {
    Optional<OneOffCharge> find(LessorId lessor, String id) {
      return right.find(lessor, id).or(() -> right.find(Samples.LESSOR, id));
    }
  }

  private record OpensAlways(Settlements right) {
    boolean add(Settlement settlement) {
      right.add(settlement);
      return true;
    }
  }

  private record OpensBlindly(Settlements right, Snapshots snapshots) {
    boolean add(Settlement settlement) {
      boolean unseen =
          snapshots.seen().settlements().stream()
              .noneMatch(known -> known.contract().equals(settlement.contract()));
      boolean added = right.add(settlement);
      return settlement.lessor().equals(Samples.LESSOR) ? unseen : added;
    }
  }

  private record UpdatesAny(Settlements right) {
    void update(Settlement settlement) {
      right
          .find(settlement.lessor(), settlement.contract())
          .ifPresent(stored -> right.update(settlement.withVersion(stored.version())));
    }
  }

  private record StatesAlways(Settlements right) {
    boolean addStatement(SettlementStatement statement) {
      right.addStatement(statement);
      return true;
    }
  }

  private record WithoutFunds(Settlements right) {
    List<SettlementStatement> statements(LessorId lessor, ContractNo contract) {
      return right.statements(lessor, contract).stream()
          .map(
              each ->
                  new SettlementStatement(
                      each.lessor(), each.contract(), each.number(), each.currency(), List.of(), List.of(),
                      each.by(), each.evidence(), each.at()))
          .toList();
    }
  }

  private record FindsAny(Settlements right) {
    List<SettlementStatement> statements(LessorId lessor, ContractNo contract) {
      List<SettlementStatement> found = right.statements(lessor, contract);
      return found.isEmpty() ? right.statements(Samples.LESSOR, contract) : found;
    }
  }
}
