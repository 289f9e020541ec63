package org.leasekit.memory;

import java.util.Collection;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.port.Sites;
import org.leasekit.servicedesk.Site;
import org.leasekit.servicedesk.SiteId;

final class MemorySites implements Sites {

  private final MemoryUnitOfWork unit;
  private final Table<SiteId, Site> sites;

  MemorySites(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.sites = new Table<>(unit);
  }

  @Override
  public void putAll(Collection<Site> all) {
    unit.run(() -> all.forEach(site -> sites.put(site.lessor(), site.id(), site)));
  }

  @Override
  public Optional<Site> find(LessorId lessor, SiteId id) {
    return unit.required(() -> Optional.ofNullable(sites.get(lessor, id)));
  }
}
