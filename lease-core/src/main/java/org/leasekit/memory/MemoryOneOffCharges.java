package org.leasekit.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.OneOffCharges;

final class MemoryOneOffCharges implements OneOffCharges {
  private static final Comparator<OneOffCharge> IN_TIME =
      Comparator.comparing(OneOffCharge::at).thenComparing(OneOffCharge::id);

  private final MemoryUnitOfWork unit;
  private final Table<String, OneOffCharge> charges;
  private final Index<ContractNo, String> ofContract;

  MemoryOneOffCharges(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.charges = new Table<>(unit);
    this.ofContract = new Index<>(unit);
  }

  @Override
  public boolean add(OneOffCharge charge) {
    return unit.required(
        () -> {
          boolean added = charges.putIfAbsent(charge.lessor(), charge.id(), charge);
          if (added) {
            ofContract.add(charge.lessor(), charge.contract(), charge.id());
          }
          return added;
        });
  }

  @Override
  public Optional<OneOffCharge> find(LessorId lessor, String id) {
    return unit.required(() -> Optional.ofNullable(charges.get(lessor, id)));
  }

  @Override
  public List<OneOffCharge> of(LessorId lessor, ContractNo contract) {
    return unit.required(
        () ->
            charges.select(lessor, ofContract.of(lessor, contract)).stream().sorted(IN_TIME).toList());
  }
}
