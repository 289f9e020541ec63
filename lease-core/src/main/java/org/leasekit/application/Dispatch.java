package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.WorkingCalendar;
import org.leasekit.party.StaffId;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.TravelTimes;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.Area;
import org.leasekit.servicedesk.Candidate;
import org.leasekit.servicedesk.GeoPoint;
import org.leasekit.servicedesk.Job;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestHistory;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.Router;
import org.leasekit.servicedesk.RoutingDecision;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.servicedesk.Sighting;
import org.leasekit.servicedesk.Site;
import org.leasekit.servicedesk.Technician;

/** Finds somebody to go, and makes the offer. Only called while all technicians are locked. */
final class Dispatch {

  /** Of a site that nobody has registered. */
  private static final Area NOWHERE = new Area("-");

  private final ServiceDeskStores stores;
  private final ServiceDeskProfile profile;
  private final TravelTimes travelTimes;

  Dispatch(ServiceDeskStores stores, ServiceDeskProfile profile, TravelTimes travelTimes) {
    this.stores = stores;
    this.profile = profile;
    this.travelTimes = travelTimes;
  }

  /** Who goes, and why nobody else does. */
  RoutingDecision decide(ServiceFile file, Instant now) {
    ServiceRequest request = file.request();
    Optional<Site> site = stores.sites().find(profile.lessor(), request.report().site());
    Job job =
        new Job(
            request.id(),
            file.history().priority(),
            request.report().fault(),
            site.map(Site::area).orElse(NOWHERE),
            file.history().passedOver());
    return Router.choose(
        job, candidates(site.map(Site::position).orElse(null), now), profile.routing());
  }

  private List<Candidate> candidates(@Nullable GeoPoint place, Instant now) {
    List<Technician> technicians = stores.staff().all(profile.lessor());
    Map<StaffId, List<Candidate.Held>> held = held();
    Instant dayStart =
        now.atZone(profile.zone()).toLocalDate().atStartOfDay(profile.zone()).toInstant();
    Map<StaffId, Integer> served =
        stores.records().dispatchedSince(profile.lessor(), dayStart);
    Map<StaffId, Duration> travel = travel(technicians, place, now);
    return technicians.stream()
        .map(
            one ->
                new Candidate(
                    one,
                    isOnShift(one, now),
                    held.getOrDefault(one.id(), List.of()),
                    travel.get(one.id()),
                    served.getOrDefault(one.id(), 0)))
        .toList();
  }

  private Map<StaffId, List<Candidate.Held>> held() {
    Map<StaffId, List<Candidate.Held>> held = new HashMap<>();
    List<ServiceRequest> open =
        stores.records().open(profile.lessor()).stream()
            .filter(request -> request.standing().technician() != null)
            .toList();
    Map<RequestId, List<RequestEntry>> entries =
        stores
            .requests()
            .entries(profile.lessor(), open.stream().map(ServiceRequest::id).toList());
    for (ServiceRequest request : open) {
      RequestHistory history =
          RequestHistory.of(request.id(), entries.getOrDefault(request.id(), List.of()));
      history
          .technician()
          .or(() -> history.offer().map(RequestEvent.Offered::technician))
          .ifPresent(
              technician ->
                  held.computeIfAbsent(technician, unknown -> new ArrayList<>())
                      .add(
                          new Candidate.Held(
                              request.id(), history.priority(), history.state())));
    }
    return held;
  }

  private Map<StaffId, Duration> travel(
      List<Technician> technicians, @Nullable GeoPoint place, Instant now) {
    if (place == null) {
      return Map.of();
    }
    Map<StaffId, GeoPoint> from = new HashMap<>();
    for (Technician one : technicians) {
      GeoPoint base = one.base();
      if (base != null) {
        from.put(one.id(), base);
      }
    }
    Map<StaffId, Sighting> seen = stores.staff().lastSightings(profile.lessor(), now);
    technicians.stream()
        .map(one -> seen.get(one.id()))
        .forEach(
            sighting -> {
              if (sighting != null) {
                from.put(sighting.technician(), sighting.position());
              }
            });
    return travelTimes.to(place, from, now);
  }

  private boolean isOnShift(Technician technician, Instant now) {
    WorkingCalendar shift = profile.shifts().get(technician.shift());
    if (shift == null) {
      throw new IllegalStateException(
          "technician " + technician.id() + " works a shift that the profile does not have: "
              + technician.shift());
    }
    return shift.isOpen(now);
  }

  /** The offer to whoever was chosen; takes the request away that stands in its way. */
  RequestEntry offer(ServiceFile file, RoutingDecision decision, Instant now) {
    RoutingDecision.Able chosen =
        decision.choice().orElseThrow(() -> new IllegalArgumentException("nobody was chosen"));
    RequestId preempted = chosen.preempts();
    if (preempted != null) {
      takeAway(preempted, chosen.technician(), file.request().id(), now);
    }
    Instant answerBy =
        profile.calendar().addWorkingTime(now, profile.routing().answerWithin());
    return RequestEntry.now(
        new RequestEvent.Offered(chosen.technician(), answerBy, decision.explain()),
        Actor.DESK,
        now);
  }

  /** The request waits for somebody again; the sweep finds them, in a unit of work of its own. */
  private void takeAway(RequestId id, StaffId technician, RequestId by, Instant now) {
    ServiceRequest request =
        stores
            .requests()
            .lock(profile.lessor(), id)
            .orElseThrow(() -> new IllegalStateException("no request: " + id));
    RequestEntry entry =
        RequestEntry.now(new RequestEvent.Preempted(technician, by), Actor.DESK, now);
    RequestHistory history =
        RequestHistory.of(
            id,
            stores
                .requests()
                .entries(profile.lessor(), List.of(id))
                .getOrDefault(id, List.of()));
    RequestHistory after = history.with(entry).orElseThrow();
    stores.requests().append(profile.lessor(), id, entry);
    stores.requests().update(request.moved(after.standing(), now));
  }

  /** When to look again for somebody where nobody could go. */
  Instant tryAgainAt(Instant now) {
    return profile.calendar().addWorkingTime(now, profile.routing().answerWithin());
  }
}
