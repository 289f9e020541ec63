package org.leasekit.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Grant;
import org.leasekit.party.LessorId;
import org.leasekit.port.Grants;
import org.leasekit.port.StaleVersionException;

final class MemoryGrants implements Grants {

  private final MemoryUnitOfWork unit;
  private final Table<ContractNo, List<Grant>> grants;

  MemoryGrants(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.grants = new Table<>(unit);
  }

  @Override
  public void append(Grant grant) {
    unit.run(
        () -> {
          List<Grant> longer = new ArrayList<>(of(grant));
          if (grant.id().number() != longer.size() + 1) {
            throw new StaleVersionException("grants of " + grant.id().account());
          }
          longer.add(grant);
          grants.put(grant.lessor(), grant.id().account(), List.copyOf(longer));
        });
  }

  @Override
  public void revoke(Grant grant) {
    Grant.Revocation revocation = grant.revocation();
    if (revocation == null) {
      throw new IllegalArgumentException("not revoked: " + grant.id());
    }
    unit.run(
        () -> {
          List<Grant> changed = new ArrayList<>(of(grant));
          int place = grant.id().number() - 1;
          if (place < 0 || place >= changed.size() || !changed.get(place).stands()) {
            throw new StaleVersionException("grant " + grant.id());
          }
          changed.set(place, changed.get(place).revoked(revocation));
          grants.put(grant.lessor(), grant.id().account(), List.copyOf(changed));
        });
  }

  private List<Grant> of(Grant grant) {
    return Objects.requireNonNullElse(
        grants.get(grant.lessor(), grant.id().account()), List.<Grant>of());
  }

  @Override
  public List<Grant> ofAccounts(LessorId lessor, Collection<ContractNo> accounts) {
    return unit.required(
        () ->
            grants.select(lessor, accounts.stream().distinct()).stream()
                .flatMap(List::stream)
                .toList());
  }

  void forEach(LessorId lessor, Consumer<Grant> each) {
    grants.forEach(lessor, ofOne -> ofOne.forEach(each));
  }
}
