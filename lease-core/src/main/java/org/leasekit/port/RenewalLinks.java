package org.leasekit.port;

import java.net.URI;
import java.time.Instant;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;

/**
 * Makes the personal link of a renewal.
 *
 * <ol>
 *   <li>The link opens one case only, cannot be guessed or altered, and is worth nothing from {@code
 *       expires} on.
 *   <li>The same arguments give the same link.
 * </ol>
 */
public interface RenewalLinks {

  /** The link for a case. */
  URI linkFor(LessorId lessor, CaseId renewalCase, Instant expires);

  /** The same link to a page in large type; the link itself where pages have one size only. */
  default URI inLargeType(URI link) {
    return link;
  }
}
