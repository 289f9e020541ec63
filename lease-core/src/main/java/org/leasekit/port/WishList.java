package org.leasekit.port;

import java.util.Collection;
import java.util.Map;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wishes;

/**
 * How tenants want to be spoken to.
 *
 * <ol>
 *   <li>Wishes that are put again replace what was known of the tenant.
 *   <li>Wishes towards another lessor are not seen.
 * </ol>
 */
public interface WishList {

  /** Stores the wishes of a tenant. */
  void put(Wishes wishes);

  /** The wishes of those of the tenants who have said any. */
  Map<TenantId, Wishes> findAll(LessorId lessor, Collection<TenantId> tenants);
}
