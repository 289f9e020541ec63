package org.leasekit.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceRequest;

/**
 * Service requests and the record of what happened to them.
 *
 * <ol>
 *   <li>A request id is unique for its lessor; adding it again answers false and changes nothing.
 *   <li>An update whose version is not the stored one throws {@link StaleVersionException}. It stores standing and
 *       {@code nextDueAt}; what was reported never changes.
 *   <li>{@link #lock} holds the request against other units of work until this one ends; {@link #claimDue} does the
 *       same for each request it answers with and passes over requests that others hold.
 *   <li>Entries are only ever added; storage numbers them for each request from 1. An entry whose key is known
 *       answers false and changes nothing.
 *   <li>Requests of another lessor are not seen.
 * </ol>
 */
public interface ServiceRequests {

  /** Adds a request with version 0, stored as version 1, and its first entry; false when its id is known. */
  boolean add(ServiceRequest request, RequestEntry opened);

  /** Stores where a request stands. */
  void update(ServiceRequest request);

  Optional<ServiceRequest> find(LessorId lessor, RequestId id);

  /** The request, locked against other units of work. */
  Optional<ServiceRequest> lock(LessorId lessor, RequestId id);

  /** Requests due at or before an instant, locked, earliest first, then by id, at most {@code limit}. */
  List<ServiceRequest> claimDue(LessorId lessor, Instant now, int limit);

  /** Adds an entry to the record of a request; its sequence is given by storage. False when its key is known. */
  boolean append(LessorId lessor, RequestId id, RequestEntry entry);

  /** The record of each of these requests that is known, in the order in which it was learnt. */
  Map<RequestId, List<RequestEntry>> entries(LessorId lessor, Collection<RequestId> ids);
}
