package org.leasekit.escalation;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What an application can do with a policy, and what it knows of its subjects; a policy that names something else is refused
 * by name.
 *
 * <p>Each application has its own: {@code RenewalPolicies.CATALOG}, {@code DunningPolicies.CATALOG}, {@code
 * ServiceDeskProfile.CATALOG}. Texts, work, acts and facts are what the code can do. Roles are a lessor's to add: {@link
 * #plusRoles} gives the catalogue to check a policy by, and the lessor's profile, which says where each role stands, checks
 * the policy by the same one.
 *
 * @param templates texts of notices
 * @param roles roles that people have
 * @param works work that tasks can ask for
 * @param acts kinds of acts that it can do
 * @param facts what it can know; a condition that asks about anything else would never change its answer
 * @param endsAtAnchor whether a subject is over after its anchor day, so that nothing can be due after it
 * @param countsWorkingTime whether subjects have an instant and hours by which working time counts
 * @param onCall whether an action can reach whoever is on duty at a level of a chain, {@link Addressee.OnCall}
 */
public record PolicyCatalog(
    Set<String> templates,
    Set<String> roles,
    Set<String> works,
    Set<Class<? extends StageAct>> acts,
    Set<Fact> facts,
    boolean endsAtAnchor,
    boolean countsWorkingTime,
    boolean onCall) {

  /** Every act there is. */
  public static final Set<Class<? extends StageAct>> EVERY_ACT =
      Set.of(
          StageAct.Notice.class,
          StageAct.Task.class,
          StageAct.ProposalDraft.class,
          StageAct.MakeOffer.class,
          StageAct.Approval.class,
          StageAct.HandOver.class);

  /** Every fact there is. */
  public static final Set<Fact> EVERY_FACT = Set.copyOf(EnumSet.allOf(Fact.class));

  public PolicyCatalog {
    templates = Set.copyOf(templates);
    roles = Set.copyOf(roles);
    works = Set.copyOf(works);
    acts = Set.copyOf(acts);
    facts = Set.copyOf(facts);
  }

  /** Of an application that can do every act and may know every fact. */
  public PolicyCatalog(
      Set<String> templates,
      Set<String> roles,
      Set<String> works,
      boolean endsAtAnchor,
      boolean countsWorkingTime,
      boolean onCall) {
    this(templates, roles, works, EVERY_ACT, EVERY_FACT, endsAtAnchor, countsWorkingTime, onCall);
  }

  /** The same, which knows these roles as well. */
  public PolicyCatalog plusRoles(Set<String> more) {
    Set<String> all = new HashSet<>(roles);
    all.addAll(more);
    return new PolicyCatalog(templates, all, works, acts, facts, endsAtAnchor, countsWorkingTime, onCall);
  }
}
