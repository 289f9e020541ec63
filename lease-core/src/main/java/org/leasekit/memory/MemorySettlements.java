package org.leasekit.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Settlements;
import org.leasekit.port.StaleVersionException;
import org.leasekit.settlement.Settlement;
import org.leasekit.settlement.SettlementStatement;

final class MemorySettlements implements Settlements {

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, Settlement> settlements;
  private final Table<Numbered, SettlementStatement> statements;
  private final Index<ContractNo, Numbered> ofContract;

  private record Numbered(ContractNo contract, int number) implements Comparable<Numbered> {
    @Override
    public int compareTo(Numbered other) {
      int byContract = contract.compareTo(other.contract);
      return byContract != 0 ? byContract : Integer.compare(number, other.number);
    }
  }

  MemorySettlements(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.settlements = new Table<>(unit);
    this.statements = new Table<>(unit);
    this.ofContract = new Index<>(unit);
  }

  @Override
  public boolean add(Settlement settlement) {
    return unit.required(
        () ->
            settlements.putIfAbsent(
                settlement.lessor(), settlement.contract(), settlement.withVersion(Versions.FIRST)));
  }

  @Override
  public void update(Settlement settlement) {
    unit.run(
        () -> {
          String name = "settlement of " + settlement.contract();
          Settlement stored = settlements.get(settlement.lessor(), settlement.contract());
          if (stored == null) {
            throw new StaleVersionException(name);
          }
          long version = Versions.next(name, stored.version(), settlement.version());
          settlements.put(settlement.lessor(), settlement.contract(), settlement.withVersion(version));
        });
  }

  @Override
  public Optional<Settlement> find(LessorId lessor, ContractNo contract) {
    return unit.required(() -> Optional.ofNullable(settlements.get(lessor, contract)));
  }

  @Override
  public boolean addStatement(SettlementStatement statement) {
    return unit.required(
        () -> {
          Numbered key = new Numbered(statement.contract(), statement.number());
          boolean added = statements.putIfAbsent(statement.lessor(), key, statement);
          if (added) {
            ofContract.add(statement.lessor(), statement.contract(), key);
          }
          return added;
        });
  }

  @Override
  public List<SettlementStatement> statements(LessorId lessor, ContractNo contract) {
    return unit.required(() -> statements.select(lessor, ofContract.of(lessor, contract)));
  }

  @Override
  public void forEach(LessorId lessor, Consumer<Settlement> each) {
    unit.run(() -> settlements.forEach(lessor, each));
  }
}
