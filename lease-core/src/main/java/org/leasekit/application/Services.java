package org.leasekit.application;

import jakarta.validation.Validator;
import java.time.InstantSource;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;

/** Every service, wired to the same ports; made by the front door. */
public record Services(
    ImportService imports,
    BillingService billing,
    PaymentService payments,
    RenewalService renewals,
    RenewalSweep sweep,
    NoticeDispatcher notices,
    OfferService offers,
    TaskService tasks,
    VoucherService vouchers) {

  /** Wires the services. */
  public static Services wire(
      Stores stores,
      LessorProfile profile,
      InstantSource clock,
      MessageGateway gateway,
      RenewalLinks links,
      Validator validator) {
    Door door = new Door(validator);
    Cashier cashier = new Cashier(stores, profile);
    BillingService billing = new BillingService(stores, profile, clock);
    CaseDesk desk =
        new CaseDesk(stores, profile, new Succession(stores, profile, billing, cashier));
    NoticeWriter writer = new NoticeWriter(stores, profile, desk);
    OfferDesk offers = new OfferDesk(stores, profile, desk, writer);
    return new Services(
        new ImportService(stores, profile.lessor(), clock),
        billing,
        new PaymentService(stores, profile, clock, door, cashier, desk),
        new RenewalService(stores, profile, clock, door, desk),
        new RenewalSweep(stores, profile, clock, desk, writer, offers),
        new NoticeDispatcher(stores, profile, clock, gateway, links, writer),
        new OfferService(stores, profile, clock, door, desk, offers),
        new TaskService(stores, profile, clock, door, desk),
        new VoucherService(stores.records(), profile));
  }
}
