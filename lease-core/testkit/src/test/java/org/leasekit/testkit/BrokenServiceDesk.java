package org.leasekit.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.leasekit.party.LessorId;
import org.leasekit.port.DutyRoster;
import org.leasekit.port.DutyTasks;
import org.leasekit.port.FieldStaff;
import org.leasekit.port.ServiceRecords;
import org.leasekit.port.ServiceRequests;
import org.leasekit.port.Sites;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.Duty;
import org.leasekit.servicedesk.DutyTask;
import org.leasekit.servicedesk.DutyTaskId;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.servicedesk.Sighting;
import org.leasekit.servicedesk.Site;
import org.leasekit.servicedesk.SiteId;
import org.leasekit.servicedesk.Technician;

/** Wrong stores of a service desk. */
final class BrokenServiceDesk {

  private BrokenServiceDesk() {}

  static List<Broken> all() {
    List<Broken> all = new ArrayList<>(requests());
    all.addAll(ofStaffAndDuties());
    return all;
  }

  private static List<Broken> requests() {
    return List.of(
        Broken.methods(
            "moves a known request", ServiceRequests.class, MovesKnown::new,
            "ServiceRequests rule 1"),
        Broken.blind(
            "adds requests without a constraint", ServiceRequests.class, AddsBlindly::new,
            "ServiceRequests rule 1"),
        Broken.methods(
            "updates requests of any version", ServiceRequests.class, UpdatesAny::new,
            "ServiceRequests rule 2"),
        Broken.blind(
            "reads a request where it should lock", ServiceRequests.class, LocksNothing::new,
            "ServiceRequests rule 3"),
        Broken.blind(
            "claims requests without a lock", ServiceRequests.class, ClaimsBlindly::new,
            "ServiceRequests rule 3"),
        Broken.methods(
            "claims requests by id alone", ServiceRequests.class, ClaimsById::new,
            "ServiceRequests.claimDue"),
        Broken.methods(
            "says of every entry that it is new", ServiceRequests.class, AppendsAlways::new,
            "ServiceRequests rule 4"),
        Broken.blind(
            "appends entries without a constraint", ServiceRequests.class, AppendsBlindly::new,
            "ServiceRequests rule 4"),
        Broken.methods(
            "finds requests of another lessor", ServiceRequests.class, FindsAnyRequest::new,
            "ServiceRequests rule 5"),
        Broken.blind(
            "answers from what was committed", ServiceRecords.class, SeesCommitted::new,
            "ServiceRecords rule 1"),
        Broken.methods(
            "finds an asset of another lessor", ServiceRecords.class, FindsAnyAsset::new,
            "ServiceRecords rule 2"));
  }

  private static List<Broken> ofStaffAndDuties() {
    return List.of(
        Broken.methods(
            "keeps the technician put first", FieldStaff.class, KeepsFirstTechnician::new,
            "FieldStaff rule 1"),
        Broken.blind(
            "reads technicians where it should lock", FieldStaff.class, LocksNobody::new,
            "FieldStaff rule 2"),
        Broken.methods(
            "sights twice at an instant", FieldStaff.class, SightsTwice::new,
            "FieldStaff rule 3"),
        Broken.methods(
            "sees technicians of another lessor", FieldStaff.class, SeesAnybody::new,
            "FieldStaff rule 4"),
        Broken.methods("keeps the site put first", Sites.class, KeepsFirstSite::new, "Sites rule 1"),
        Broken.methods("finds sites of another lessor", Sites.class, FindsAnySite::new, "Sites rule 2"),
        Broken.methods(
            "keeps the duty put first", DutyRoster.class, KeepsFirstDuty::new, "DutyRoster rule 1"),
        Broken.methods(
            "finds duties of another lessor", DutyRoster.class, FindsAnyDuty::new,
            "DutyRoster rule 2"),
        Broken.methods(
            "opens a closed duty task again", DutyTasks.class, ReplacesTask::new,
            "DutyTasks rule 1"),
        Broken.methods(
            "finds duty tasks of another lessor", DutyTasks.class, FindsAnyTask::new,
            "DutyTasks rule 2"));
  }

  private record MovesKnown(ServiceRequests right) {
    boolean add(ServiceRequest request, RequestEntry opened) {
      boolean added = right.add(request, opened);
      if (!added) {
        new UpdatesAny(right).update(request);
      }
      return added;
    }
  }

  private record AddsBlindly(ServiceRequests right, Snapshots snapshots) {
    boolean add(ServiceRequest request, RequestEntry opened) {
      boolean isSeen =
          snapshots.seen().requests().stream().anyMatch(seen -> seen.id().equals(request.id()));
      return right.add(request, opened) || !isSeen;
    }
  }

  private record UpdatesAny(ServiceRequests right) {
    void update(ServiceRequest request) {
      Optional<ServiceRequest> stored = right.find(request.lessor(), request.id());
      right.update(
          stored.map(known -> request.withVersion(known.version())).orElse(request));
    }
  }

  private record LocksNothing(ServiceRequests right, Snapshots snapshots) {
    Optional<ServiceRequest> lock(LessorId lessor, RequestId id) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().requests().stream().filter(seen -> seen.id().equals(id)).findAny()
          : right.lock(lessor, id);
    }
  }

  private record ClaimsBlindly(ServiceRequests right, Snapshots snapshots) {
    List<ServiceRequest> claimDue(LessorId lessor, Instant now, int limit) {
      return snapshots.seen().requests().stream()
          .filter(seen -> seen.lessor().equals(lessor))
          .filter(seen -> seen.nextDueAt() != null && !seen.nextDueAt().isAfter(now))
          .sorted(
              Comparator.comparing(
                      (ServiceRequest seen) -> Objects.requireNonNull(seen.nextDueAt()))
                  .thenComparing(ServiceRequest::id))
          .limit(limit)
          .toList();
    }
  }

  private record ClaimsById(ServiceRequests right) {
    List<ServiceRequest> claimDue(LessorId lessor, Instant now, int limit) {
      return right.claimDue(lessor, now, 1000).stream()
          .sorted(Comparator.comparing(ServiceRequest::id))
          .limit(limit)
          .toList();
    }
  }

  private record AppendsAlways(ServiceRequests right) {
    boolean append(LessorId lessor, RequestId id, RequestEntry entry) {
      right.append(lessor, id, entry);
      return true;
    }
  }

  private record AppendsBlindly(ServiceRequests right, Snapshots snapshots) {
    boolean append(LessorId lessor, RequestId id, RequestEntry entry) {
      boolean isSeen =
          snapshots.seen().entries().getOrDefault(id, List.of()).stream()
              .anyMatch(seen -> seen.key().equals(entry.key()));
      return right.append(lessor, id, entry) || !isSeen;
    }
  }

  private record FindsAnyRequest(ServiceRequests right) {
    Optional<ServiceRequest> find(LessorId lessor, RequestId id) {
      return right.find(lessor, id).or(() -> right.find(Samples.LESSOR, id));
    }
  }

  private record SeesCommitted(ServiceRecords right, Snapshots snapshots) {
    List<ServiceRequest> open(LessorId lessor) {
      return lessor.equals(Samples.LESSOR)
          ? snapshots.seen().requests().stream()
              .filter(seen -> seen.standing().state().isOpen())
              .sorted(
                  Comparator.comparing(ServiceRequest::openedAt)
                      .thenComparing(ServiceRequest::id))
              .toList()
          : right.open(lessor);
    }
  }

  private record FindsAnyAsset(ServiceRecords right) {
    List<ServiceRequest> ofAsset(LessorId lessor, AssetId asset) {
      List<ServiceRequest> own = right.ofAsset(lessor, asset);
      return own.isEmpty() ? right.ofAsset(Samples.OTHER_LESSOR, asset) : own;
    }
  }

  private record KeepsFirstTechnician(FieldStaff right) {
    void putAll(Collection<Technician> technicians) {
      List<Technician> backwards = new ArrayList<>(technicians);
      Collections.reverse(backwards);
      right.putAll(backwards);
    }
  }

  private record LocksNobody(FieldStaff right, Snapshots snapshots) {
    List<Technician> lockAll(LessorId lessor) {
      return lessor.equals(Samples.LESSOR) ? snapshots.seen().technicians() : right.lockAll(lessor);
    }
  }

  private record SightsTwice(FieldStaff right) {
    void addSighting(LessorId lessor, Sighting sighting) {
      boolean known =
          !right
              .sightings(
                  lessor, sighting.technician(), sighting.at(), sighting.at().plusNanos(1000))
              .isEmpty();
      right.addSighting(
          lessor,
          new Sighting(
              sighting.technician(), sighting.position(), sighting.accuracyMetres(),
              known ? sighting.at().plusNanos(1000) : sighting.at()));
    }
  }

  private record SeesAnybody(FieldStaff right) {
    List<Technician> all(LessorId lessor) {
      List<Technician> own = right.all(lessor);
      return own.isEmpty() ? right.all(Samples.OTHER_LESSOR) : own;
    }
  }

  private record KeepsFirstSite(Sites right) {
    void putAll(Collection<Site> sites) {
      List<Site> backwards = new ArrayList<>(sites);
      Collections.reverse(backwards);
      right.putAll(backwards);
    }
  }

  private record FindsAnySite(Sites right) {
    Optional<Site> find(LessorId lessor, SiteId id) {
      return right.find(lessor, id).or(() -> right.find(Samples.LESSOR, id));
    }
  }

  private record KeepsFirstDuty(DutyRoster right) {
    void putAll(Collection<Duty> duties) {
      List<Duty> backwards = new ArrayList<>(duties);
      Collections.reverse(backwards);
      right.putAll(backwards);
    }
  }

  private record FindsAnyDuty(DutyRoster right) {
    List<Duty> at(LessorId lessor, Instant at) {
      List<Duty> all = new ArrayList<>(right.at(Samples.LESSOR, at));
      all.addAll(right.at(Samples.OTHER_LESSOR, at));
      return all;
    }
  }

  private record ReplacesTask(DutyTasks right) {
    void add(DutyTask task) {
      right.add(task);
      right.update(task);
    }
  }

  private record FindsAnyTask(DutyTasks right) {
    Optional<DutyTask> find(LessorId lessor, DutyTaskId id) {
      return right.find(lessor, id).or(() -> right.find(Samples.LESSOR, id));
    }
  }
}
