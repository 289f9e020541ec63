package org.leasekit.application;

import jakarta.validation.Validator;
import java.time.InstantSource;
import org.leasekit.access.Actor;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.Stores;
import org.leasekit.port.TravelTimes;
import org.leasekit.port.UnitOfWork;

/** The services of the service desk, wired to the same ports; made by the front door. */
public record ServiceDeskServices(ServiceDeskService desk, ServiceDeskSweep sweep) {

  /**
   * Wires the services.
   *
   * @param heard whether somebody hears what happens, so that it has to be kept
   * @param actor for whom they act
   */
  public static ServiceDeskServices wire(
      Stores stores,
      ServiceDeskProfile profile,
      InstantSource clock,
      TravelTimes travelTimes,
      Validator validator,
      boolean heard,
      Actor actor) {
    Gate gate = new Gate(stores, profile.lessor(), profile.zone(), clock, actor);
    UnitOfWork unit = stores.unitOfWork();
    ServiceDeskStores desk = stores.serviceDesk();
    if (heard) {
      Observing observing = new Observing(unit, stores.events(), profile.lessor(), clock);
      desk = new ObservedServiceDesk(desk, observing, profile.escalation());
      unit = observing;
    }
    Dispatch dispatch = new Dispatch(desk, profile, travelTimes);
    ServiceSteps steps = new ServiceSteps(desk, profile, new ServiceAftermath(desk, profile, dispatch));
    return new ServiceDeskServices(
        new ServiceDeskService(unit, desk, profile, clock, new Door(validator), gate, steps),
        new ServiceDeskSweep(unit, desk, profile, clock, steps));
  }
}
