package org.leasekit.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.TenantId;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.Duplicates;
import org.leasekit.servicedesk.FaultKind;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.RequestState;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.servicedesk.SiteId;

/** Takes faults in. */
final class FaultIntake {
  private final ServiceDeskStores stores;
  private final ServiceDeskProfile profile;
  private final ServiceSteps steps;

  FaultIntake(ServiceDeskStores stores, ServiceDeskProfile profile, ServiceSteps steps) {
    this.stores = stores;
    this.profile = profile;
    this.steps = steps;
  }

  /** The new request, or what is known under its id already. */
  ReportedFault take(ReportFault valid, Instant now) {
    stores.staff().lockAll(profile.lessor());
    ServiceRequest request = received(valid, now);
    RequestEvent opened = new RequestEvent.Opened(request.standing().priority());
    stores.requests().add(request, RequestEntry.now(opened, Actor.DESK, now));
    return related(
        steps.step(request.id(), now, known -> Outcome.accepted(List.of())).orElseThrow());
  }

  private ServiceRequest received(ReportFault valid, Instant now) {
    ServiceRequest.Report report =
        new ServiceRequest.Report(
            new AssetId(valid.assetId().strip()),
            new SiteId(valid.siteId().strip()),
            valid.place().strip(),
            new FaultKind(valid.faultKind().strip()),
            valid.impact(),
            valid.urgency(),
            valid.description() == null ? "" : valid.description().strip(),
            valid.photos(),
            given(valid.contractNo()).map(ContractNo::new).orElse(null),
            given(valid.reporter()).map(TenantId::new).orElse(null));
    Priority priority = profile.triage().priority(valid.impact(), valid.urgency());
    return new ServiceRequest(
        profile.lessor(),
        new RequestId(valid.requestId().strip()),
        report,
        now,
        new ServiceRequest.Standing(RequestState.RECEIVED, priority, null),
        now,
        0);
  }

  /** A request with what it may have to do with. */
  ReportedFault related(ServiceFile file) {
    List<ServiceRequest> ofAsset =
        stores.records().ofAsset(profile.lessor(), file.request().report().asset());
    return new ReportedFault(
        file,
        Duplicates.of(file.request(), ofAsset),
        Duplicates.repeats(file.request(), ofAsset, profile.repeatWithin()));
  }

  /** A text that says something; empty for null and for blanks. */
  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }
}
