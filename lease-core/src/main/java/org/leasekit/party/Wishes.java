package org.leasekit.party;

import java.util.Set;

/**
 * How a tenant wants to be spoken to.
 *
 * @param optedOut digital channels on which nothing is to be sent; people still call and visit
 * @param largeType whether pages are shown in large type
 * @param inPerson whether somebody is to call and come by beside any digital notice
 * @param tags marks that conditions of policies may ask for, each 1 to 32 characters
 */
public record Wishes(
    LessorId lessor,
    TenantId tenant,
    Set<Channel> optedOut,
    boolean largeType,
    boolean inPerson,
    Set<String> tags) {

  public Wishes {
    optedOut = Set.copyOf(optedOut);
    tags = Set.copyOf(tags);
    if (!optedOut.stream().allMatch(Channel::isDigital)) {
      throw new IllegalArgumentException("optedOut: SMS or WECOM, but was " + optedOut);
    }
    if (tags.stream().anyMatch(tag -> tag.isBlank() || tag.length() > 32)) {
      throw new IllegalArgumentException("tags: 1 to 32 characters each, but was " + tags);
    }
  }

  /** A tenant who has not said anything. */
  public static Wishes none(LessorId lessor, TenantId tenant) {
    return new Wishes(lessor, tenant, Set.of(), false, false, Set.of());
  }
}
