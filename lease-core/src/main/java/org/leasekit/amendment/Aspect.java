package org.leasekit.amendment;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can differ between two versions of a contract. */
public enum Aspect {
  PHASE(Standing::phase),
  TERM(Standing::term),
  UNIT(Standing::unit),
  PORTION(Standing::portion),
  TENANT(Standing::tenant),
  OCCUPANT(Standing::occupant),
  PAYER(Standing::payer),
  CONTACTS(Standing::contacts),
  RENT(Standing::monthlyRent),
  RULES(Standing::rules),
  SUBTENANT(Standing::subtenant),
  SPLIT(Standing::splitWith);

  private final Function<Standing, @Nullable Object> part;

  Aspect(Function<Standing, @Nullable Object> part) {
    this.part = part;
  }

  /** What a standing says about this; null where it says nothing. */
  public @Nullable Object of(Standing standing) {
    return part.apply(standing);
  }

  boolean differs(Standing one, Standing other) {
    return !Objects.equals(of(one), of(other));
  }
}
