package org.leasekit.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.ServiceRecords;
import org.leasekit.port.ServiceRequests;
import org.leasekit.port.StaleVersionException;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceRequest;

final class MemoryServiceRequests implements ServiceRequests, ServiceRecords {

  /** A technician's departure: when, and for which entry of which request. */
  private record Departure(Instant at, RequestId request, int sequence)
      implements Comparable<Departure> {
    @Override
    public int compareTo(Departure other) {
      int byTime = at.compareTo(other.at);
      int byRequest = byTime != 0 ? byTime : request.compareTo(other.request);
      return byRequest != 0 ? byRequest : Integer.compare(sequence, other.sequence);
    }
  }

  private final MemoryUnitOfWork unit;
  private final Table<RequestId, ServiceRequest> requests;
  private final Table<RequestId, List<RequestEntry>> entries;
  private final Table<At<RequestId>, RequestId> due;
  private final Table<At<RequestId>, RequestId> open;
  private final Index<AssetId, At<RequestId>> ofAsset;
  private final Index<ContractNo, At<RequestId>> ofContract;
  private final Table<Departure, StaffId> departures;

  MemoryServiceRequests(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.requests = new Table<>(unit);
    this.entries = new Table<>(unit);
    this.due = new Table<>(unit);
    this.open = new Table<>(unit);
    this.ofAsset = new Index<>(unit);
    this.ofContract = new Index<>(unit);
    this.departures = new Table<>(unit);
  }

  @Override
  public boolean add(ServiceRequest request, RequestEntry opened) {
    return unit.required(
        () -> {
          if (requests.contains(request.lessor(), request.id())) {
            return false;
          }
          put(request.withVersion(Versions.FIRST));
          ofAsset.add(request.lessor(), request.report().asset(), at(request));
          ContractNo contract = request.report().contract();
          if (contract != null) {
            ofContract.add(request.lessor(), contract, at(request));
          }
          return append(request.lessor(), request.id(), opened);
        });
  }

  @Override
  public void update(ServiceRequest request) {
    unit.run(
        () -> {
          String name = "service request " + request.id();
          ServiceRequest stored = requests.get(request.lessor(), request.id());
          if (stored == null) {
            throw new StaleVersionException(name);
          }
          long version = Versions.next(name, stored.version(), request.version());
          Instant was = stored.nextDueAt();
          if (was != null) {
            due.remove(stored.lessor(), new At<>(was, stored.id()));
          }
          put(stored.moved(request.standing(), request.nextDueAt()).withVersion(version));
        });
  }

  private void put(ServiceRequest request) {
    requests.put(request.lessor(), request.id(), request);
    Instant next = request.nextDueAt();
    if (next != null) {
      due.put(request.lessor(), new At<>(next, request.id()), request.id());
    }
    if (request.standing().state().isOpen()) {
      open.put(request.lessor(), at(request), request.id());
    } else {
      open.remove(request.lessor(), at(request));
    }
  }

  @Override
  public Optional<ServiceRequest> find(LessorId lessor, RequestId id) {
    return unit.required(() -> Optional.ofNullable(requests.get(lessor, id)));
  }

  /** The unit of work holds the lock of all stores already. */
  @Override
  public Optional<ServiceRequest> lock(LessorId lessor, RequestId id) {
    return find(lessor, id);
  }

  /** Nobody else can hold one of them: the unit of work holds the lock of all stores already. */
  @Override
  public List<ServiceRequest> claimDue(LessorId lessor, Instant now, int limit) {
    return unit.required(
        () ->
            load(
                lessor,
                due.entries(lessor)
                    .takeWhile(entry -> !entry.getKey().at().isAfter(now))
                    .limit(limit)
                    .map(Map.Entry::getValue)));
  }

  @Override
  public boolean append(LessorId lessor, RequestId id, RequestEntry entry) {
    return unit.required(
        () -> {
          List<RequestEntry> known = entriesOf(lessor, id);
          if (known.stream().anyMatch(other -> other.key().equals(entry.key()))) {
            return false;
          }
          int sequence = known.size() + 1;
          List<RequestEntry> longer = new ArrayList<>(known);
          longer.add(entry.withSequence(sequence));
          entries.put(lessor, id, List.copyOf(longer));
          if (entry.event() instanceof RequestEvent.Dispatched dispatched) {
            departures.put(
                lessor, new Departure(entry.at(), id, sequence), dispatched.technician());
          }
          return true;
        });
  }

  @Override
  public Map<RequestId, List<RequestEntry>> entries(
      LessorId lessor, Collection<RequestId> ids) {
    return unit.required(
        () -> {
          Map<RequestId, List<RequestEntry>> found = new HashMap<>();
          ids.stream()
              .filter(id -> requests.contains(lessor, id))
              .forEach(id -> found.put(id, entriesOf(lessor, id)));
          return Map.copyOf(found);
        });
  }

  private List<RequestEntry> entriesOf(LessorId lessor, RequestId id) {
    return Objects.requireNonNullElse(entries.get(lessor, id), List.<RequestEntry>of());
  }

  @Override
  public List<ServiceRequest> open(LessorId lessor) {
    return unit.required(() -> load(lessor, open.values(lessor)));
  }

  @Override
  public List<ServiceRequest> ofAsset(LessorId lessor, AssetId asset) {
    return unit.required(() -> load(lessor, ofAsset.of(lessor, asset).map(At::id)));
  }

  @Override
  public List<ServiceRequest> ofContract(LessorId lessor, ContractNo contract) {
    return unit.required(() -> load(lessor, ofContract.of(lessor, contract).map(At::id)));
  }

  @Override
  public Map<StaffId, Integer> dispatchedSince(LessorId lessor, Instant from) {
    return unit.required(
        () -> {
          Map<StaffId, Integer> counts = new HashMap<>();
          departures
              .entries(lessor)
              .filter(entry -> !entry.getKey().at().isBefore(from))
              .forEach(entry -> counts.merge(entry.getValue(), 1, Integer::sum));
          return Map.copyOf(counts);
        });
  }

  @Override
  public void forEach(LessorId lessor, Consumer<ServiceRequest> each) {
    unit.run(() -> requests.forEach(lessor, each));
  }

  private List<ServiceRequest> load(LessorId lessor, Stream<RequestId> ids) {
    return ids.map(id -> Objects.requireNonNull(requests.get(lessor, id))).toList();
  }

  private static At<RequestId> at(ServiceRequest request) {
    return new At<>(request.openedAt(), request.id());
  }
}
