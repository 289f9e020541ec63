package org.leasekit;

import jakarta.validation.Validator;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.BillingService;
import org.leasekit.application.ImportService;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.NoticeDispatcher;
import org.leasekit.application.PaymentService;
import org.leasekit.application.RenewalService;
import org.leasekit.application.RenewalSweep;
import org.leasekit.application.Services;
import org.leasekit.application.TaskService;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Records;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;

/**
 * The services of one lessor over one set of stores. Thread-safe; a host makes one for each lessor and
 * keeps it.
 */
public final class LeaseKit {
  private final Services services;
  private final Records records;

  private LeaseKit(Services services, Records records) {
    this.services = services;
    this.records = records;
  }

  /**
   * Begins a kit. Required: {@code profile}, {@code stores}, {@code gateway}, {@code links}, {@code
   * validator}. Default: the system clock.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Raises receivables. */
  public BillingService billing() {
    return services.billing();
  }

  /** Takes in spreadsheets of contracts. */
  public ImportService imports() {
    return services.imports();
  }

  /** Takes in money. */
  public PaymentService payments() {
    return services.payments();
  }

  /** What tenants do about renewals. */
  public RenewalService renewals() {
    return services.renewals();
  }

  /** What time does to renewals. */
  public RenewalSweep sweep() {
    return services.sweep();
  }

  /** Sends what waits in the outbox. */
  public NoticeDispatcher notices() {
    return services.notices();
  }

  /** The stewards' work list. */
  public TaskService tasks() {
    return services.tasks();
  }

  /** Everything that is recorded, for reports and exports. */
  public Records records() {
    return records;
  }

  /**
   * Does all that is due by now: cases and stages, terms that end, receivables, notices. To be started
   * at short intervals; doing it more often, or on several nodes, does nothing twice.
   */
  public void runDue() {
    sweep().runDue();
    billing().raiseDue();
    notices().dispatchDue();
  }

  /** Takes ports and hands out the kit. */
  public static final class Builder {
    private @Nullable LessorProfile profile;
    private @Nullable Stores stores;
    private @Nullable MessageGateway gateway;
    private @Nullable RenewalLinks links;
    private @Nullable Validator validator;
    private InstantSource clock = InstantSource.system();

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

    /** Tells the time. */
    public Builder clock(InstantSource value) {
      clock = value;
      return this;
    }

    /**
     * The kit.
     *
     * @throws IllegalStateException naming the first port that is missing
     */
    public LeaseKit build() {
      Stores kept = given(stores, "stores");
      return new LeaseKit(
          Services.wire(
              kept,
              given(profile, "profile"),
              clock,
              given(gateway, "gateway"),
              given(links, "links"),
              given(validator, "validator")),
          kept.records());
    }

    private static <P> P given(@Nullable P part, String name) {
      if (part == null) {
        throw new IllegalStateException(
            "LeaseKit.builder()." + name + "(...) is missing: see org.leasekit.port");
      }
      return part;
    }
  }
}
