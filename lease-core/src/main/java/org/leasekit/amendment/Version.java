package org.leasekit.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a contract stands the same.
 *
 * @param from first day
 * @param untilExclusive first day of the next version; null for the last
 * @param standing as it stands on {@code from}, and but for the day on all the others
 * @param causes amendments that take effect on {@code from}, in the order in which they do; empty where time alone
 *     changed something, as when a term ends
 * @param changed what differs from the version before; empty for the first
 */
public record Version(
    LocalDate from,
    @Nullable LocalDate untilExclusive,
    Standing standing,
    List<AmendmentId> causes,
    Set<Aspect> changed) {

  public Version {
    causes = List.copyOf(causes);
    changed = Set.copyOf(changed);
  }

  Version until(LocalDate next) {
    return new Version(from, next, standing, causes, changed);
  }
}
