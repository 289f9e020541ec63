package org.leasekit.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Actor.Role;
import org.leasekit.hierarchy.Right;

/** What can be asked for, and the staff who may do it. The tenant's side may do what {@link #right()} names. */
public enum Action {
  VIEW(Right.VIEW, Role.STEWARD, Role.FINANCE, Role.SUPERVISOR, Role.ADMIN),
  RENEW(Right.RENEW, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  PAY(Right.PAY, Role.FINANCE, Role.ADMIN),
  /** Only the tenant's side signs for the tenant. */
  SIGN(Right.SIGN),
  REQUEST_SERVICE(Right.REQUEST_SERVICE, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  AMEND_CONTACT(Right.AMEND_CONTACT, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  /** Any other amendment. */
  AMEND(null, Role.STEWARD, Role.SUPERVISOR, Role.ADMIN),
  WITHDRAW_AMENDMENT(null, Role.SUPERVISOR, Role.ADMIN),
  CHANGE_HIERARCHY(null, Role.SUPERVISOR, Role.ADMIN),
  ADJUST_MONEY(null, Role.FINANCE, Role.ADMIN),
  GRANT(null, Role.ADMIN);

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
