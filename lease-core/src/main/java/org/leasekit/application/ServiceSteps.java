package org.leasekit.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestHistory;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.Rights;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRejection;
import org.leasekit.servicedesk.ServiceRequest;

/**
 * One step of a service request: lock it, ask whether what is said to have happened was possible and by somebody
 * who may, add it to the record, see to what follows, and store where the request stands.
 *
 * <p>A step may free somebody or send somebody, which reaches into other requests. Therefore every step first holds
 * all technicians, then its own request, then any other: nobody ever waits for somebody who waits for them.
 */
final class ServiceSteps {
  private final ServiceDeskStores stores;
  private final ServiceDeskProfile profile;
  private final ServiceAftermath aftermath;

  ServiceSteps(ServiceDeskStores stores, ServiceDeskProfile profile, ServiceAftermath aftermath) {
    this.stores = stores;
    this.profile = profile;
    this.aftermath = aftermath;
  }

  /** The file of a request; rejected when there is none. */
  Outcome<ServiceFile> file(RequestId id) {
    return stores
        .requests()
        .find(profile.lessor(), id)
        .map(request -> Outcome.accepted(fileOf(request)))
        .orElseGet(() -> Outcome.rejected(new ServiceRejection.NoSuchRequest(id)));
  }

  ServiceFile fileOf(ServiceRequest request) {
    return files(List.of(request)).get(0);
  }

  /** The files of several requests, read at once. */
  List<ServiceFile> files(Collection<ServiceRequest> requests) {
    Map<RequestId, List<RequestEntry>> entries =
        stores
            .requests()
            .entries(profile.lessor(), requests.stream().map(ServiceRequest::id).toList());
    return requests.stream()
        .map(
            request ->
                ServiceFile.of(
                    request,
                    RequestHistory.of(
                        request.id(), entries.getOrDefault(request.id(), List.of())),
                    profile.terms()))
        .toList();
  }

  /**
   * Takes a step; a rejected one stores nothing.
   *
   * @param decide what is said to have happened
   */
  Outcome<ServiceFile> step(
      RequestId id, Instant now, Function<ServiceFile, Outcome<List<RequestEntry>>> decide) {
    stores.staff().lockAll(profile.lessor());
    Optional<ServiceRequest> locked = stores.requests().lock(profile.lessor(), id);
    if (locked.isEmpty()) {
      return Outcome.rejected(new ServiceRejection.NoSuchRequest(id));
    }
    ServiceFile before = fileOf(locked.get());
    return decide
        .apply(before)
        .then(entries -> add(before, entries, now))
        .map(after -> settle(after, now));
  }

  private Outcome<ServiceFile> add(
      ServiceFile before, List<RequestEntry> entries, Instant now) {
    Outcome<RequestHistory> history = Outcome.accepted(before.history());
    for (RequestEntry entry : entries) {
      history = history.then(known -> known(before.request(), known, entry, now));
    }
    return history.map(
        after -> {
          entries.forEach(
              entry -> stores.requests().append(profile.lessor(), after.request(), entry));
          return ServiceFile.of(before.request(), after, profile.terms());
        });
  }

  private static Outcome<RequestHistory> known(
      ServiceRequest request, RequestHistory before, RequestEntry entry, Instant now) {
    if (entry.at().isAfter(now)) {
      return Outcome.rejected(new ServiceRejection.NotYet(request.id(), entry.at()));
    }
    return before
        .with(entry)
        .then(
            after ->
                after.equals(before)
                    ? Outcome.accepted(before)
                    : Rights.objection(request, before, entry)
                        .<Outcome<RequestHistory>>map(Outcome::rejected)
                        .orElseGet(() -> Outcome.accepted(after)));
  }

  /** Sees to what follows from the record as it is now, and stores where the request stands. */
  ServiceFile settle(ServiceFile file, Instant now) {
    ServiceAftermath.Settled settled = aftermath.settle(file, now);
    ServiceRequest moved =
        file.request().moved(settled.file().history().standing(), settled.wakeAt());
    stores.requests().update(moved);
    return ServiceFile.of(
        moved.withVersion(moved.version() + 1), settled.file().history(), profile.terms());
  }
}
