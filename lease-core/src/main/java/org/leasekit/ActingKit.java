package org.leasekit;

import org.jspecify.annotations.Nullable;
import org.leasekit.application.AmendmentService;
import org.leasekit.application.BillingService;
import org.leasekit.application.ChargeService;
import org.leasekit.application.ContractService;
import org.leasekit.application.HierarchyService;
import org.leasekit.application.ImportService;
import org.leasekit.application.LockService;
import org.leasekit.application.MeterService;
import org.leasekit.application.OccupancyService;
import org.leasekit.application.OfferService;
import org.leasekit.application.PackageService;
import org.leasekit.application.PaymentService;
import org.leasekit.application.RenewalService;
import org.leasekit.application.ServiceDeskService;
import org.leasekit.application.ServiceDeskServices;
import org.leasekit.application.Services;
import org.leasekit.application.SettlementService;
import org.leasekit.application.SurveyService;
import org.leasekit.application.TaskService;
import org.leasekit.application.VoucherService;
import org.leasekit.application.WishService;

/**
 * The services of one lessor, acting for somebody: each asks one policy whether he may do what he asks for, and the answer
 * is recorded. On the tenant's side a contract that is neither his own nor below one of his is answered as a number that
 * nobody has; lists hold what he may see.
 */
public sealed class ActingKit permits LeaseKit {
  private final Services services;
  private final @Nullable ServiceDeskServices serviceDesk;

  ActingKit(Services services, @Nullable ServiceDeskServices serviceDesk) {
    this.services = services;
    this.serviceDesk = serviceDesk;
  }

  /** Contracts as a whole: drafting and signing them, their files, and which there are. */
  public ContractService contracts() {
    return services.contracts();
  }

  /** Amends contracts, and answers what held when, as far as it was known. */
  public AmendmentService amendments() {
    return services.amendments();
  }

  /** Who lets what: rent roll, vacancy, mismatches. */
  public OccupancyService occupancy() {
    return services.occupancy();
  }

  /** Sells units by the day where no lease uses them. */
  public PackageService packages() {
    return services.packages();
  }

  /** Raises receivables, corrects them, and explains every amount. */
  public BillingService billing() {
    return services.billing();
  }

  /** Raises charges that are owed once, such as damage. */
  public ChargeService charges() {
    return services.charges();
  }

  /** Settles leases that end. */
  public SettlementService settlements() {
    return services.settlements();
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

  /** Proposals, approvals, codes and add-ons. */
  public OfferService offers() {
    return services.offers();
  }

  /** What tenants say when they are asked after a renewal. */
  public SurveyService surveys() {
    return services.surveys();
  }

  /** How people want to be spoken to. */
  public WishService wishes() {
    return services.wishes();
  }

  /** The stewards' work list. */
  public TaskService tasks() {
    return services.tasks();
  }

  /**
   * What people do at the service desk.
   *
   * @throws IllegalStateException when the kit was built without {@code serviceDesk}
   */
  public ServiceDeskService serviceDesk() {
    return LeaseKit.Builder.given(serviceDesk, "serviceDesk").desk();
  }

  /** Holds receivables back and lets go of them again. */
  public LockService locks() {
    return services.locks();
  }

  /** Charges by meter. */
  public MeterService meters() {
    return services.meters();
  }

  /** Hands the journal to the host's books. */
  public VoucherService vouchers() {
    return services.vouchers();
  }

  /** Who stands below whom, who pays, and what sub-accounts may do alone. */
  public HierarchyService hierarchy() {
    return services.hierarchy();
  }
}
