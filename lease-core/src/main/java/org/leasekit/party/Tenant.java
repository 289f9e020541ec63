package org.leasekit.party;

import java.time.LocalDate;
import java.time.Period;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The lessee as registered.
 *
 * @param birthDate known for natural persons only; null when unknown
 */
public record Tenant(
    LessorId lessor, TenantId id, String name, PartyKind kind, @Nullable LocalDate birthDate) {

  public Tenant {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: must not be blank");
    }
    if (kind == PartyKind.COMPANY && birthDate != null) {
      throw new IllegalArgumentException("birthDate: a company has none");
    }
  }

  /** Completed years of age on a day; empty when the birth date is unknown or lies after the day. */
  public OptionalInt ageOn(LocalDate day) {
    if (birthDate == null || birthDate.isAfter(day)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Period.between(birthDate, day).getYears());
  }
}
