package org.leasekit.testkit;

import jakarta.validation.Validator;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.LeaseKit;
import org.leasekit.application.AmendContract;
import org.leasekit.application.GrantRight;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Promote;
import org.leasekit.application.PutBelow;
import org.leasekit.application.ReceivePayment;
import org.leasekit.application.ReportFault;
import org.leasekit.application.TakeBills;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Right;
import org.leasekit.memory.MemoryDocuments;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Documents;
import org.leasekit.port.Stores;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.Urgency;

/** Masters, their sub-accounts and leases of the town, with its service desk: the stage of what concerns the hierarchy. */
final class FamilyTown {
  final Stores stores;
  final RenewalTown town;
  final LeaseKit kit;
  final MemoryDocuments documents = new MemoryDocuments();

  FamilyTown(Stores stores, Validator validator) {
    this(stores, validator, RenewalTown.profile());
  }

  /** @param profile of renewals and bills */
  FamilyTown(Stores stores, Validator validator, LessorProfile profile) {
    this.stores = stores;
    this.town = new RenewalTown(stores, validator, "2026-01-20", profile);
    ServiceTown desk = new ServiceTown(stores, validator, town.clock, documents);
    this.kit = desk.kit;
  }

  static ContractNo no(String text) {
    return new ContractNo(text);
  }

  void master(String no, @Nullable String parent) {
    town.let(
        no,
        lease -> {
          lease.master = true;
          lease.parent = parent;
          lease.rent = "0.00";
          lease.deposit = "0.00";
        });
  }

  void lease(String no, @Nullable String parent) {
    town.let(no, lease -> lease.parent = parent);
  }

  /**
   * M with EAST and WEST, which may do most things alone, with a lease each, E1 and W1; a stranger's lease; and time has
   * come so far that all leases are up for renewal and the stewards are busy. R-E1, R-W1 and R-0 are requests.
   */
  void companyWithTwoAccounts() {
    master("M", null);
    master("EAST", "M");
    master("WEST", "M");
    lease("E1", "EAST");
    lease("W1", "WEST");
    lease("STRANGE", null);
    for (String account : List.of("EAST", "WEST")) {
      for (Right right : List.of(Right.VIEW, Right.PAY, Right.RENEW, Right.REQUEST_SERVICE)) {
        kit.hierarchy().grant(right(account, right)).orElseThrow();
      }
    }
    town.goTo("2026-02-28", "10:00");
    town.stores
        .records()
        .cases(
            RenewalTown.LESSOR,
            renewal ->
                stores.tasks().add(Samples.task(renewal.id() + ":CALL:3", renewal, town.clock.instant())));
    for (String no : List.of("E1", "W1")) {
      kit.serviceDesk().report(fault("R-" + no, no)).orElseThrow();
    }
    kit.serviceDesk().report(fault("R-0", null)).orElseThrow();
  }

  void grant(String account, Right right, String maxAmount, @Nullable LocalDate untilExclusive) {
    kit.hierarchy()
        .grant(
            new GrantRight(
                account, right, RenewalTown.yuan(maxAmount), 12, 1, untilExclusive, "boss", "asked for", "mail 1"))
        .orElseThrow();
  }

  static GrantRight right(String account, Right right) {
    return new GrantRight(account, right, null, null, null, null, "boss", "asked for", "mail 1");
  }

  static PutBelow below(String no, String master) {
    return below(no, master, null);
  }

  static PutBelow below(String no, String master, @Nullable LocalDate effective) {
    return new PutBelow(no, master, effective, "boss", "reorganised", "letter 1");
  }

  static Promote promotion(String no) {
    return new Promote(no, null, "boss", "sold", "letter 2");
  }

  static TakeBills bills(String no, boolean takes) {
    return new TakeBills(no, takes, null, "boss", "wants its own bill", "letter 3");
  }

  static AmendContract contacts(String no) {
    return new AmendContract.ContactChange(
        new AmendContract.Basis(no, LocalDate.parse("2026-02-27"), "boss", "moved", "mail 3"), List.of());
  }

  static WithdrawAmendment withdrawal(String no) {
    return new WithdrawAmendment(no, 1, "boss", "mistaken", "mail 4");
  }

  static ReceivePayment payment(String id, String reference, String amount) {
    return new ReceivePayment(id, reference, RenewalTown.yuan(amount));
  }

  static ReceivePayment payment(String id, String reference, String units, String currency) {
    return new ReceivePayment(id, reference, MinorUnits.amount(Long.parseLong(units), currency));
  }

  static Documents.Document document(String id, String contract, String day) {
    return new Documents.Document(
        RenewalTown.LESSOR, no(contract), id, "scan", RenewalTown.at(day, "12:00"),
        URI.create("https://files.example/" + id));
  }

  /** All of them about one air conditioner. */
  static ReportFault fault(String id, @Nullable String contract) {
    ReportFault fault = ServiceTown.fault(id, "AC-1", Impact.SINGLE, Urgency.LOW);
    return new ReportFault(
        fault.requestId(), fault.assetId(), fault.siteId(), fault.place(), fault.faultKind(), fault.impact(),
        fault.urgency(), fault.description(), fault.photos(), contract, null);
  }
}
