package org.leasekit.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Actor.Role;
import org.leasekit.hierarchy.Right;

/** What can be asked for, and the staff who may do it. The tenant's side may do what {@link #right()} names. */
public enum Action {
  VIEW(Right.VIEW, Role.STEWARD, Role.FINANCE, Role.SUPERVISOR, Role.ADMIN),
  /** See what is owed, and where the amounts come from. */
  VIEW_BILLS(Right.VIEW, Role.STEWARD, Role.FINANCE, Role.SUPERVISOR, Role.ADMIN),
  RENEW(Right.RENEW, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  PAY(Right.PAY, Role.FINANCE, Role.ADMIN),
  /** Only the tenant's side signs for the tenant. */
  SIGN(Right.SIGN),
  /** Say, for a tenant, how the renewal was; staff record what tenants say. */
  ANSWER_SURVEY(Right.RENEW, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  REQUEST_SERVICE(Right.REQUEST_SERVICE, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  AMEND_CONTACT(Right.AMEND_CONTACT, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  /** See and say how somebody wants to be spoken to; on the tenant's side of oneself alone. */
  RECORD_WISH(Right.VIEW, Role.STEWARD, Role.FINANCE, Role.SUPERVISOR, Role.ADMIN),
  /** Any other amendment, and letting a unit by the day. */
  AMEND(null, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  WITHDRAW_AMENDMENT(null, Role.SUPERVISOR, Role.ADMIN),
  CHANGE_HIERARCHY(null, Role.SUPERVISOR, Role.ADMIN),
  ADJUST_MONEY(null, Role.FINANCE, Role.ADMIN),
  /** Let a sub-account do something alone, or no longer; on the tenant's side whoever acts for a master above it. */
  GRANT(null, Role.ADMIN),
  /** Open the settlement of a lease that ends, and clear what is on its checklist. */
  SETTLE(null, Role.STEWARD, Role.FINANCE, Role.SUPERVISOR, Role.ADMIN),
  /** Say that nobody has to see to an item of a checklist. */
  WAIVE_ITEM(null, Role.SUPERVISOR, Role.ADMIN),
  /** Raise what is due by now, for all contracts. */
  BILL(null, Role.FINANCE, Role.ADMIN),
  /** Take in a table of contracts. */
  IMPORT(null, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  /** Hand the journal to the host's books. */
  EXPORT_BOOKS(null, Role.FINANCE, Role.ADMIN),
  /** Work on the list of tasks; it has tasks of finance, too. */
  DO_TASK(null, Role.STEWARD, Role.FINANCE, Role.SUPERVISOR, Role.ADMIN),
  /** Set another price in an offer. */
  PRICE_OFFER(null, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  /** Approve an offer that goes beyond the limits, or refuse it. */
  APPROVE_OFFER(null, Role.SUPERVISOR, Role.ADMIN),
  /** What the service desk and technicians do about a request. */
  HANDLE_SERVICE(null, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  /** What only a supervisor does at the service desk. */
  SUPERVISE_SERVICE(null, Role.SUPERVISOR, Role.ADMIN);

  private final @Nullable Right right;
  private final Set<Role> staff;

  Action(@Nullable Right right, Role... staff) {
    this.right = right;
    this.staff = Set.of(staff);
  }

  /** The right by which the tenant's side may do it; empty when it never may. */
  public Optional<Right> right() {
    return Optional.ofNullable(right);
  }

  /** Staff who may do it. */
  public Set<Role> staff() {
    return staff;
  }
}
