package org.leasekit.party;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom messages may go, the same across contracts and channels: a registered tenant, a registered payer, or whom a
 * tenant has named as the actual user. Users of the same name are one for one tenant, and others for another.
 *
 * @param tenant the registered tenant, or the one on whose side this person stands; of a payer, who stands on nobody's, the
 *     payer's own id
 * @param name as recorded, stripped, at most {@value #MAX_NAME} characters; empty for tenants and payers, and for a user who was not named
 */
public record Person(TenantId tenant, PartyRole role, String name) implements Comparable<Person> {

  private static final Comparator<Person> ORDER =
      Comparator.comparing(Person::tenant).thenComparing(Person::role).thenComparing(Person::name);

  /** What of a name tells people apart. */
  public static final int MAX_NAME = 200;

  public Person {
    if (name.length() > MAX_NAME || !name.equals(name.strip())) {
      throw new IllegalArgumentException("name: at most 200 characters, stripped, but was '" + name + "'");
    }
    if (role != PartyRole.OCCUPANT && !name.isEmpty()) {
      throw new IllegalArgumentException("name: tenants and payers go by their id, but was '" + name + "'");
    }
  }

  /** The registered tenant. */
  public static Person of(TenantId tenant) {
    return new Person(tenant, PartyRole.TENANT, "");
  }

  /** Whoever pays, for however many tenants. */
  public static Person paying(PayerId payer) {
    return new Person(new TenantId(payer.value()), PartyRole.PAYER, "");
  }

  /**
   * The actual user of what a tenant rents.
   *
   * @param occupant null when none was named
   */
  public static Person using(TenantId tenant, @Nullable Occupant occupant) {
    return new Person(tenant, PartyRole.OCCUPANT, occupant == null ? "" : shortened(occupant.name()));
  }

  @Override
  public int compareTo(Person other) {
    return ORDER.compare(this, other);
  }

  private static String shortened(String name) {
    String stripped = name.strip();
    if (stripped.length() <= MAX_NAME) {
      return stripped;
    }
    int end = Character.isHighSurrogate(stripped.charAt(MAX_NAME - 1)) ? MAX_NAME - 1 : MAX_NAME;
    return stripped.substring(0, end).strip();
  }
}
