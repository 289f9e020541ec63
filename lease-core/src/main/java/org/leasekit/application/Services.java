package org.leasekit.application;

import jakarta.validation.Validator;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Actor;
import org.leasekit.port.Documents;
import org.leasekit.port.Events;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;

/** Every service, wired to the same ports; made by the front door. */
public record Services(
    ImportService imports,
    BillingService billing,
    ChargeService charges,
    SettlementService settlements,
    PaymentService payments,
    RenewalService renewals,
    RenewalSweep sweep,
    NoticeDispatcher notices,
    OfferService offers,
    OfferSweep offerSweep,
    SurveyService surveys,
    WishService wishes,
    TaskService tasks,
    VoucherService vouchers,
    ContractService contracts,
    AmendmentService amendments,
    AmendmentSweep amendmentSweep,
    OccupancyService occupancy,
    PackageService packages,
    LockService locks,
    MeterService meters,
    HierarchyService hierarchy,
    MoveSweep moveSweep,
    @Nullable DunningSweep dunning,
    @Nullable EventSweep events) {

  /**
   * Wires the services.
   *
   * @param dunning how the lessor duns; null when nobody is dunned
   * @param listener who hears what happened; null when nobody does
   * @param actor for whom they act
   */
  public static Services wire(
      Stores kept,
      LessorProfile profile,
      InstantSource clock,
      MessageGateway gateway,
      RenewalLinks links,
      Validator validator,
      Documents documents,
      @Nullable DunningProfile dunning,
      @Nullable Events listener,
      Actor actor) {
    if (dunning != null) {
      dunning.checkRoles(profile.outreach());
    }
    Stores stores = listener == null ? kept : new ObservedStores(kept, profile.lessor(), clock);
    Door door = new Door(validator);
    Gate gate = new Gate(stores, profile.lessor(), profile.zone(), clock, actor);
    ContractFiles files = new ContractFiles(stores, profile.lessor(), documents, gate);
    Cashier cashier = new Cashier(stores, profile);
    WaitingMoney waiting = new WaitingMoney(stores, profile, clock, cashier);
    BillingService billing = new BillingService(stores, profile, clock, gate, cashier);
    CaseDesk desk =
        new CaseDesk(stores, profile, new Succession(stores, profile, billing, cashier));
    Revisions revisions = new Revisions(stores, profile, desk, new SuspensionLocks(stores, profile));
    AmendmentDesk amendments = new AmendmentDesk(stores, profile, revisions);
    NoticeWriter writer = new NoticeWriter(stores, profile, desk);
    OfferDesk offers = new OfferDesk(stores, profile, desk);
    StageFiring firing = new StageFiring(stores, profile, desk, writer, offers);
    TaskService tasks = new TaskService(stores, profile, clock, door, gate, desk);
    return new Services(
        new ImportService(
            stores,
            profile.lessor(),
            profile.zone(),
            clock,
            gate,
            new RowAmendments(stores, profile, clock, revisions)),
        billing,
        new ChargeService(stores, profile, clock, door, gate),
        new SettlementService(
            stores, profile, clock, door, gate, new SettlementDesk(stores, profile, cashier, waiting), desk),
        new PaymentService(stores, profile, clock, door, gate, cashier, waiting, desk),
        new RenewalService(stores, profile, clock, door, gate, desk, firing),
        new RenewalSweep(
            stores, profile, clock, desk, firing, tasks, new Holdovers(stores, profile, amendments),
            offers),
        new NoticeDispatcher(stores, profile, clock, gateway, links, writer, dunning),
        new OfferService(stores, profile, clock, door, gate, desk, offers),
        new OfferSweep(stores, profile, clock, desk, offers),
        new SurveyService(stores, profile, clock, door, gate),
        new WishService(stores, profile, clock, door, gate),
        tasks,
        new VoucherService(stores.records(), profile, gate),
        new ContractService(stores, profile, clock, door, gate, revisions, files),
        new AmendmentService(stores, profile, clock, door, gate, amendments),
        new AmendmentSweep(stores, profile, clock, new TermExtensions(stores, profile, amendments)),
        new OccupancyService(stores, profile, gate),
        new PackageService(stores, profile, clock, door, gate),
        new LockService(stores, profile, clock, door, gate, waiting),
        new MeterService(stores, profile, clock, door, gate),
        new HierarchyService(stores, profile, clock, door, gate),
        new MoveSweep(stores, profile, clock),
        dunning == null ? null : new DunningSweep(stores, profile, dunning, clock),
        listener == null ? null : new EventSweep(kept, profile.lessor(), clock, listener));
  }
}
