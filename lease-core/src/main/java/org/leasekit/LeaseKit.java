package org.leasekit;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Actor;
import org.leasekit.application.AmendmentSweep;
import org.leasekit.application.CrowFlies;
import org.leasekit.application.DueReport;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.DunningSweep;
import org.leasekit.application.EventSweep;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.MoveSweep;
import org.leasekit.application.NoticeDispatcher;
import org.leasekit.application.OfferSweep;
import org.leasekit.application.RenewalSweep;
import org.leasekit.application.ServiceDeskProfile;
import org.leasekit.application.ServiceDeskServices;
import org.leasekit.application.ServiceDeskSweep;
import org.leasekit.application.Services;
import org.leasekit.port.Documents;
import org.leasekit.port.Events;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Records;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;
import org.leasekit.port.TravelTimes;

/**
 * The services of one lessor over one set of stores. Thread-safe; a host makes one for each lessor and
 * keeps it. It acts for the host itself, which may do everything; {@link #as} acts for somebody else.
 */
public final class LeaseKit extends ActingKit {
  private final Services services;
  private final Records records;
  private final @Nullable ServiceDeskServices serviceDesk;
  private final Function<Actor, ActingKit> acting;

  private LeaseKit(
      Services services,
      Records records,
      @Nullable ServiceDeskServices serviceDesk,
      Function<Actor, ActingKit> acting) {
    super(services, serviceDesk);
    this.services = services;
    this.records = records;
    this.serviceDesk = serviceDesk;
    this.acting = acting;
  }

  /**
   * Begins a kit. Required: {@code profile}, {@code stores}, {@code gateway}, {@code links}, {@code
   * validator}. Defaults: the system clock; no service desk; no dunning; nobody who hears of events; no documents; technicians travel as the crow
   * flies, at 20 km/h.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The services acting for somebody else than the host. What time does, and the records as a whole, stay with the host.
   * Made anew at each call, which costs nothing: a host makes one for each request.
   */
  public ActingKit as(Actor actor) {
    return acting.apply(actor);
  }

  /** What time does to amendments that take effect later. */
  public AmendmentSweep amendmentSweep() {
    return services.amendmentSweep();
  }

  /** What time does to moves in the hierarchy that are planned. */
  public MoveSweep moveSweep() {
    return services.moveSweep();
  }

  /** What time does to renewals. */
  public RenewalSweep sweep() {
    return services.sweep();
  }

  /** What time does to offers. */
  public OfferSweep offerSweep() {
    return services.offerSweep();
  }

  /** Sends what waits in the outbox. */
  public NoticeDispatcher notices() {
    return services.notices();
  }

  /**
   * What time does to service requests.
   *
   * @throws IllegalStateException when the kit was built without {@code serviceDesk}
   */
  public ServiceDeskSweep serviceDeskSweep() {
    return Builder.given(serviceDesk, "serviceDesk").sweep();
  }

  /**
   * What time does to debts.
   *
   * @throws IllegalStateException when the kit was built without {@code dunning}
   */
  public DunningSweep dunning() {
    return Builder.given(services.dunning(), "dunning");
  }

  /**
   * Tells what happened.
   *
   * @throws IllegalStateException when the kit was built without {@code events}
   */
  public EventSweep events() {
    return Builder.given(services.events(), "events");
  }

  /** Everything that is recorded, for reports and exports. */
  public Records records() {
    return records;
  }

  /**
   * Does all that is due by now: moves and amendments that take effect, cases and stages, terms that end, receivables, debts if the lessor
   * duns, notices, at the service desk, if there is one, offers and targets, and events if anybody hears of them. To be
   * started at short intervals; doing it more often, or on several nodes, does nothing twice. What fails by itself is set
   * aside, and a sweep that fails as a whole keeps no other from its work.
   *
   * @return what was set aside, with its reason
   * @throws RuntimeException when a sweep failed as a whole, after the others have run
   */
  public DueReport runDue() {
    DueReport.Run run =
        new DueReport.Run()
            .with("moves", () -> moveSweep().runDue().setAside())
            .with("amendments", () -> amendmentSweep().runDue().setAside())
            .with("renewals", () -> sweep().runDue().setAside())
            .with("offers", () -> offerSweep().runDue().setAside())
            .with("billing", () -> billing().raiseDue().setAside());
    DunningSweep dunning = services.dunning();
    if (dunning != null) {
      run.with("dunning", () -> dunning.runDue().setAside());
    }
    run.with("notices", () -> notices().dispatchDue().setAside());
    ServiceDeskServices desk = serviceDesk;
    if (desk != null) {
      run.with("service-desk", () -> desk.sweep().runDue().setAside());
    }
    EventSweep events = services.events();
    if (events != null) {
      run.with(
          "events",
          () -> {
            events.runDue();
            return Map.of();
          });
    }
    return run.report();
  }

  /** Takes ports and hands out the kit. */
  public static final class Builder {
    private @Nullable LessorProfile profile;
    private @Nullable Stores stores;
    private @Nullable MessageGateway gateway;
    private @Nullable RenewalLinks links;
    private @Nullable Validator validator;
    private InstantSource clock = InstantSource.system();
    private @Nullable ServiceDeskProfile serviceDesk;
    private @Nullable DunningProfile dunning;
    private @Nullable Events events;
    private TravelTimes travelTimes = CrowFlies.IN_TOWN;
    private Documents documents = (lessor, contract) -> List.of();

    private Builder() {}

    /** How the lessor works. */
    public Builder profile(LessorProfile value) {
      profile = value;
      return this;
    }

    /** Where records are kept. */
    public Builder stores(Stores value) {
      stores = value;
      return this;
    }

    /** What sends messages. */
    public Builder gateway(MessageGateway value) {
      gateway = value;
      return this;
    }

    /** What makes personal links. */
    public Builder links(RenewalLinks value) {
      links = value;
      return this;
    }

    /** Checks commands; its locale is the language of their messages. */
    public Builder validator(Validator value) {
      validator = value;
      return this;
    }

    /** Tells the time; parts of a microsecond are rounded up, as stores keep no less. */
    public Builder clock(InstantSource value) {
      clock = value;
      return this;
    }

    /** How the service desk works; without it there is none. */
    public Builder serviceDesk(ServiceDeskProfile value) {
      serviceDesk = value;
      return this;
    }

    /** How the lessor duns, as part of {@link LeaseKit#runDue}; without it nobody is dunned. */
    public Builder dunning(DunningProfile value) {
      dunning = value;
      return this;
    }

    /**
     * Who hears what happened, as part of {@link LeaseKit#runDue}; without it nothing is kept to be told. What the service desk
     * does is not among it, and neither is what happened before.
     */
    public Builder events(Events value) {
      events = value;
      return this;
    }

    /** What tells how long technicians travel. */
    public Builder travelTimes(TravelTimes value) {
      travelTimes = value;
      return this;
    }

    /** Where scanned documents are named that belong to contracts. */
    public Builder documents(Documents value) {
      documents = value;
      return this;
    }

    /**
     * The kit.
     *
     * @throws IllegalStateException naming the first port that is missing
     * @throws org.leasekit.outcome.RejectedException if so little is worked on a business day that the order of the dunning
     *     policy's stages is open ({@link org.leasekit.escalation.PolicyRejection.DayTooShort})
     */
    public LeaseKit build() {
      Stores kept = given(stores, "stores");
      Validator checks = given(validator, "validator");
      LessorProfile lessor = given(profile, "profile");
      MessageGateway sender = given(gateway, "gateway");
      RenewalLinks pages = given(links, "links");
      InstantSource time = inMicroseconds(clock);
      ServiceDeskProfile desk = serviceDesk;
      TravelTimes travel = travelTimes;
      Documents filed = documents;
      DunningProfile manners = dunning;
      Events listener = events;
      if (manners != null) {
        lessor.checkHours(manners.policies());
      }
      Function<Actor, Services> services =
          actor -> Services.wire(kept, lessor, time, sender, pages, checks, filed, manners, listener, actor);
      Function<Actor, @Nullable ServiceDeskServices> desks =
          actor ->
              desk == null
                  ? null
                  : ServiceDeskServices.wire(kept, desk, time, travel, checks, listener != null, actor);
      return new LeaseKit(
          services.apply(Actor.HOST),
          kept.records(),
          desks.apply(Actor.HOST),
          actor -> new ActingKit(services.apply(actor), desks.apply(actor)));
    }

    /**
     * The clock in the microseconds that stores keep, so that what is read back is what was decided by. Rounded up: what
     * was answered for an instant is not changed by what is recorded after it.
     */
    private static InstantSource inMicroseconds(InstantSource clock) {
      return () -> {
        Instant shown = clock.instant();
        Instant micros = shown.truncatedTo(ChronoUnit.MICROS);
        return micros.equals(shown) ? shown : micros.plus(1, ChronoUnit.MICROS);
      };
    }

    static <P> P given(@Nullable P part, String name) {
      if (part == null) {
        throw new IllegalStateException(
            "LeaseKit.builder()." + name + "(...) is missing: see org.leasekit.port");
      }
      return part;
    }
  }
}
