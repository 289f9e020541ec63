package org.leasekit.billing;

import java.util.List;

/**
 * What made an amount another one. Both lists are empty when a rule of the schedule itself changed, such as an index
 * figure that was published.
 *
 * @param locks that were recorded or released since, by id
 * @param terms sources of the changes to terms that were recorded since, such as a supplementary agreement; for a late fee
 *     payments as well, see {@link #PAYMENT}
 */
public record AdjustmentCause(List<LockId> locks, List<String> terms) {

  /** How a source begins that is no change to terms but money that came earlier than a late fee knew; its id follows. */
  public static final String PAYMENT = "payment ";

  public AdjustmentCause {
    locks = List.copyOf(locks);
    terms = List.copyOf(terms);
  }

  /** In one line, for journal entries and files: {@code lock L-1, lock L-2, terms S-7}; {@code schedule} for neither. */
  @Override
  public String toString() {
    if (locks.isEmpty() && terms.isEmpty()) {
      return "schedule";
    }
    StringBuilder text = new StringBuilder();
    locks.forEach(lock -> text.append(text.isEmpty() ? "lock " : ", lock ").append(lock));
    terms.forEach(source -> text.append(text.isEmpty() ? "terms " : ", terms ").append(source));
    return text.toString();
  }
}
