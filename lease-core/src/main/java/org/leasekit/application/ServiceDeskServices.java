package org.leasekit.application;

import jakarta.validation.Validator;
import java.time.InstantSource;
import org.leasekit.access.Actor;
import org.leasekit.port.Stores;
import org.leasekit.port.TravelTimes;

/** The services of the service desk, wired to the same ports; made by the front door. */
public record ServiceDeskServices(ServiceDeskService desk, ServiceDeskSweep sweep) {

  /**
   * Wires the services.
   *
   * @param actor for whom they act
   */
  public static ServiceDeskServices wire(
      Stores stores,
      ServiceDeskProfile profile,
      InstantSource clock,
      TravelTimes travelTimes,
      Validator validator,
      Actor actor) {
    Gate gate = new Gate(stores, profile.lessor(), profile.zone(), clock, actor);
    Dispatch dispatch = new Dispatch(stores.serviceDesk(), profile, travelTimes);
    ServiceSteps steps =
        new ServiceSteps(
            stores.serviceDesk(),
            profile,
            new ServiceAftermath(stores.serviceDesk(), profile, dispatch));
    return new ServiceDeskServices(
        new ServiceDeskService(
            stores.unitOfWork(),
            stores.serviceDesk(),
            profile,
            clock,
            new Door(validator),
            gate,
            steps),
        new ServiceDeskSweep(
            stores.unitOfWork(), stores.serviceDesk(), profile, clock, steps));
  }
}
