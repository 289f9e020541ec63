package org.leasekit.memory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leasekit.party.LessorId;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Tenants;

final class MemoryTenants implements Tenants {

  private final MemoryUnitOfWork unit;
  private final Table<TenantId, Tenant> tenants;

  MemoryTenants(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.tenants = new Table<>(unit);
  }

  @Override
  public void putAll(Collection<Tenant> all) {
    unit.run(() -> all.forEach(tenant -> tenants.put(tenant.lessor(), tenant.id(), tenant)));
  }

  @Override
  public Optional<Tenant> find(LessorId lessor, TenantId id) {
    return unit.required(() -> Optional.ofNullable(tenants.get(lessor, id)));
  }

  @Override
  public Map<TenantId, Tenant> findAll(LessorId lessor, Collection<TenantId> ids) {
    return unit.required(
        () ->
            tenants.select(lessor, ids.stream().distinct()).stream()
                .collect(Collectors.toUnmodifiableMap(Tenant::id, Function.identity())));
  }
}
