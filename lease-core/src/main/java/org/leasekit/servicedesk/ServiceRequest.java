package org.leasekit.servicedesk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/**
 * A service request as it lies in storage: what was reported, which never changes, and a copy of what its
 * entries say, by which it is found. The entries decide.
 *
 * @param report what was reported
 * @param openedAt when the fault was reported
 * @param standing what the entries say
 * @param nextDueAt when the sweep has to look again; null when only a person can move it
 * @param version optimistic lock: 0 before it is stored, from 1 as storage numbers it
 */
public record ServiceRequest(
    LessorId lessor,
    RequestId id,
    Report report,
    Instant openedAt,
    Standing standing,
    @Nullable Instant nextDueAt,
    long version) {

  /**
   * What was reported.
   *
   * @param asset what is broken
   * @param site where it stands
   * @param place where on the site, in the reporter's words
   * @param fault what kind of fault
   * @param impact how much it hurts
   * @param urgency how fast it grows
   * @param description in the reporter's words; may be empty
   * @param photos references to pictures that the host keeps, at least one
   * @param contract the lease it belongs to; null when it belongs to none
   * @param reporter the tenant who reported it; null when staff did
   */
  public record Report(
      AssetId asset,
      SiteId site,
      String place,
      FaultKind fault,
      Impact impact,
      Urgency urgency,
      String description,
      List<String> photos,
      @Nullable ContractNo contract,
      @Nullable TenantId reporter) {

    public Report {
      photos = List.copyOf(photos);
    }
  }

  /**
   * What the entries say.
   *
   * @param state how far it has come
   * @param priority as it is now
   * @param technician to whom it is offered, who has it, or who had it last; null before anybody
   */
  public record Standing(RequestState state, Priority priority, @Nullable StaffId technician) {}

  /** The same request after something happened. */
  public ServiceRequest moved(Standing to, @Nullable Instant dueAt) {
    return new ServiceRequest(lessor, id, report, openedAt, to, dueAt, version);
  }

  /** The same request as storage numbers it. */
  public ServiceRequest withVersion(long newVersion) {
    return new ServiceRequest(lessor, id, report, openedAt, standing, nextDueAt, newVersion);
  }
}
