package org.leasekit.port;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;

/**
 * Registered tenants.
 *
 * <ol>
 *   <li>A tenant that is put again replaces what was known under its id.
 *   <li>Tenants of another lessor are not seen.
 * </ol>
 */
public interface Tenants {

  /** Stores all, each replacing what was known under its id. */
  void putAll(Collection<Tenant> tenants);

  Optional<Tenant> find(LessorId lessor, TenantId id);

  /** Those of the ids that are known. */
  Map<TenantId, Tenant> findAll(LessorId lessor, Collection<TenantId> ids);
}
