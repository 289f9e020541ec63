package org.leasekit.port;

import java.util.Collection;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.servicedesk.Site;
import org.leasekit.servicedesk.SiteId;

/**
 * Places where technicians work.
 *
 * <ol>
 *   <li>A site that is put again replaces what was known under its id.
 *   <li>Sites of another lessor are not seen.
 * </ol>
 */
public interface Sites {

  /** Stores all, each replacing what was known under its id. */
  void putAll(Collection<Site> sites);

  Optional<Site> find(LessorId lessor, SiteId id);
}
