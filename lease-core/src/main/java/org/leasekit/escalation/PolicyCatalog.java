package org.leasekit.escalation;

import java.util.Set;

/**
 * What an application can do with a policy; a policy that names something else is refused.
 *
 * @param templates texts of notices
 * @param roles roles that people have
 * @param works work that tasks can ask for
 * @param endsAtAnchor whether a subject is over after its anchor day, so that nothing can be due after it
 * @param countsWorkingTime whether subjects have an instant and hours by which working time counts
 * @param onCall whether an action can reach whoever is on duty at a level of a chain, {@link Addressee.OnCall}
 */
public record PolicyCatalog(
    Set<String> templates,
    Set<String> roles,
    Set<String> works,
    boolean endsAtAnchor,
    boolean countsWorkingTime,
    boolean onCall) {

  public PolicyCatalog {
    templates = Set.copyOf(templates);
    roles = Set.copyOf(roles);
    works = Set.copyOf(works);
  }
}
