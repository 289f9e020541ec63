package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.StaffId;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.CheckIn;
import org.leasekit.servicedesk.CheckInFlag;
import org.leasekit.servicedesk.CheckIns;
import org.leasekit.servicedesk.GeoPoint;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestHistory;
import org.leasekit.servicedesk.RequestState;
import org.leasekit.servicedesk.ServiceFile;
import org.leasekit.servicedesk.ServiceRejection;
import org.leasekit.servicedesk.Sighting;

/** What a check-in comes to. */
final class CheckInDesk {

  /** Nobody needs longer than this from anywhere to anywhere, so that older sightings say nothing. */
  private static final Duration SIGHTINGS_WITHIN = Duration.ofDays(1);

  private final ServiceDeskStores stores;
  private final ServiceDeskProfile profile;

  CheckInDesk(ServiceDeskStores stores, ServiceDeskProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  /** The check-in, and the arrival when nothing speaks against it; nothing when they have arrived already. */
  Outcome<List<RequestEntry>> checkIn(ServiceFile file, CheckInOnSite valid, Instant now) {
    StaffId technician = new StaffId(valid.technician().strip());
    boolean isThere =
        file.history().state() == RequestState.ON_SITE
            && file.history().technician().filter(technician::equals).isPresent();
    if (isThere) {
      return Outcome.accepted(List.of());
    }
    CheckIn checkIn =
        new CheckIn(
            new GeoPoint(valid.latitude(), valid.longitude()),
            valid.accuracyMetres(),
            valid.deviceAt(),
            valid.sentAt(),
            now,
            valid.simulated());
    Set<CheckInFlag> flags =
        CheckIns.judge(
            checkIn,
            stores
                .sites()
                .find(profile.lessor(), file.request().report().site())
                .orElse(null),
            around(technician, checkIn.measuredAt()),
            profile.checkIn());
    Actor by = new Actor.Technician(technician);
    if (!flags.isEmpty()) {
      // a clock that cannot be believed cannot say when either
      return Outcome.accepted(
          List.of(
              RequestEntry.now(
                  new RequestEvent.CheckedIn(technician, checkIn, flags), by, now)));
    }
    Instant at = checkIn.measuredAt();
    return Outcome.accepted(
        List.of(
            RequestEntry.learnt(
                new RequestEvent.CheckedIn(technician, checkIn, flags), at, by, now),
            RequestEntry.learnt(new RequestEvent.Arrived(technician, ""), at, by, now)));
  }

  /** The last flagged check-in counts as an arrival, from when it came in. */
  Outcome<List<RequestEntry>> override(ServiceFile file, OverrideCheckIn valid, Instant now) {
    Optional<RequestHistory.Happened<RequestEvent.CheckedIn>> last =
        last(file).filter(happened -> !happened.event().flags().isEmpty());
    if (last.isEmpty()) {
      return Outcome.rejected(new ServiceRejection.NothingToOverride(file.request().id()));
    }
    return Outcome.accepted(
        List.of(
            RequestEntry.learnt(
                new RequestEvent.Arrived(
                    last.get().event().technician(), valid.reason().strip()),
                last.get().at(),
                new Actor.Supervisor(new StaffId(valid.supervisor().strip())),
                now)));
  }

  private List<Sighting> around(StaffId technician, Instant at) {
    return stores
        .staff()
        .sightings(
            profile.lessor(),
            technician,
            at.minus(SIGHTINGS_WITHIN),
            at.plus(SIGHTINGS_WITHIN));
  }

  /** Remembers where the technician was whose check-in has just been believed. */
  void see(ServiceFile file) {
    last(file)
        .filter(happened -> happened.event().flags().isEmpty())
        .map(RequestHistory.Happened::event)
        .ifPresent(
            event ->
                stores
                    .staff()
                    .addSighting(
                        profile.lessor(),
                        new Sighting(
                            event.technician(),
                            event.checkIn().position(),
                            event.checkIn().accuracyMetres(),
                            event.checkIn().measuredAt())));
  }

  private static Optional<RequestHistory.Happened<RequestEvent.CheckedIn>> last(
      ServiceFile file) {
    return file.history().all(RequestEvent.CheckedIn.class).reduce((earlier, later) -> later);
  }
}
