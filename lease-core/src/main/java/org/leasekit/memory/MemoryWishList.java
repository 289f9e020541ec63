package org.leasekit.memory;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;
import org.leasekit.port.WishList;

final class MemoryWishList implements WishList {

  private final MemoryUnitOfWork unit;
  private final Table<TenantId, Wishes> wishes;

  MemoryWishList(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.wishes = new Table<>(unit);
  }

  @Override
  public void put(Wishes said) {
    unit.run(() -> wishes.put(said.lessor(), said.tenant(), said));
  }

  @Override
  public Map<TenantId, Wishes> findAll(LessorId lessor, Collection<TenantId> tenants) {
    return unit.required(
        () ->
            wishes.select(lessor, tenants.stream().distinct()).stream()
                .collect(Collectors.toUnmodifiableMap(Wishes::tenant, Function.identity())));
  }
}
