package org.leasekit.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.UnitOfWork;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.ServiceRequest;

/**
 * What time does to service requests: offers that nobody answered go on to the next, targets that run out are
 * escalated, requests that nobody has are offered again. Safe on several nodes: requests are claimed, and each
 * thing done is unique in storage.
 */
public final class ServiceDeskSweep {
  private static final Duration SET_ASIDE_FOR = Duration.ofHours(1);

  private final UnitOfWork unit;
  private final ServiceDeskStores stores;
  private final ServiceDeskProfile profile;
  private final InstantSource clock;
  private final ServiceSteps steps;

  ServiceDeskSweep(
      UnitOfWork unit,
      ServiceDeskStores stores,
      ServiceDeskProfile profile,
      InstantSource clock,
      ServiceSteps steps) {
    this.unit = unit;
    this.stores = stores;
    this.profile = profile;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * What a sweep did.
   *
   * @param woken requests that were looked at
   * @param setAside requests that failed, with the fault's message; they are tried again in an hour
   */
  public record SweepReport(int woken, Map<RequestId, String> setAside) {
    public SweepReport {
      setAside = Map.copyOf(setAside);
    }
  }

  /**
   * Does all that is due by now, one request in a unit of work: looking at a request may take a technician from
   * another one.
   */
  public SweepReport runDue() {
    Map<RequestId, String> setAside = new LinkedHashMap<>();
    int woken = 0;
    while (wakeNext(setAside)) {
      woken++;
    }
    return new SweepReport(woken, setAside);
  }

  private boolean wakeNext(Map<RequestId, String> setAside) {
    RequestId[] seen = new RequestId[1];
    try {
      return unit.required(
          () -> {
            Instant now = clock.instant();
            stores.staff().lockAll(profile.lessor());
            List<ServiceRequest> due =
                stores.requests().claimDue(profile.lessor(), now, 1);
            for (ServiceRequest request : due) {
              seen[0] = request.id();
              steps.settle(steps.fileOf(request), now);
            }
            return !due.isEmpty();
          });
    } catch (RuntimeException fault) {
      RequestId id = Optional.ofNullable(seen[0]).orElseThrow(() -> fault);
      setAside(id);
      setAside.put(id, String.valueOf(fault.getMessage()));
      return true;
    }
  }

  private void setAside(RequestId id) {
    unit.run(
        () ->
            stores
                .requests()
                .lock(profile.lessor(), id)
                .ifPresent(
                    request ->
                        stores
                            .requests()
                            .update(
                                request.moved(
                                    request.standing(),
                                    clock.instant().plus(SET_ASIDE_FOR)))));
  }
}
