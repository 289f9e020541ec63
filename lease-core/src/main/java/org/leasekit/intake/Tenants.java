package org.leasekit.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;

/**
 * Tenants as a table names them, without ids. The id is a name-based UUID of what tells one tenant from
 * another, so that the same tenant has the same id in every row and every file.
 */
final class Tenants {

  private Tenants() {}

  /** A company is known by its name. */
  static Tenant company(LessorId lessor, String name) {
    return new Tenant(lessor, id("company", name), name, PartyKind.COMPANY, null);
  }

  /**
   * A person is known by name, birth date and address: names alone are shared by many.
   *
   * @param reach first phone number, or else WeCom id
   */
  static Tenant person(
      LessorId lessor, String name, @Nullable LocalDate birthDate, String reach) {
    String born = birthDate == null ? "" : birthDate.toString();
    return new Tenant(lessor, id("person", name, born, reach), name, PartyKind.PERSON, birthDate);
  }

  /** Case, width and white space of a name make no difference. */
  private static TenantId id(String kind, String name, String... more) {
    String folded = Cleaning.code(name).replace(" ", "").toLowerCase(Locale.ROOT);
    // a line break cannot occur in what has been cleaned, so that parts never run into each other
    String key = kind + "\n" + folded + "\n" + String.join("\n", more);
    UUID uuid = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return new TenantId(uuid.toString());
  }
}
