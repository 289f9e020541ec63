package org.leasekit.testkit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/** Makes one contract, of which a test says only what matters to it; see {@link Samples#contract}. */
public final class ContractSample {

  private static final Payer PAYER =
      new Payer(
          new PayerId("光明-1"), "光明\t公司",
          List.of(new Contact(Channel.SMS, "13900000000"), new Contact(Channel.WECOM, "wx\t9")));

  private final ContractNo no;
  private LessorId lessor = Samples.LESSOR;
  private @Nullable UnitRef unit;
  private Portion portion = Portion.WHOLE;
  private DateRange term = Samples.YEAR;
  private @Nullable LocalDate terminatesOn;
  private ChargeTerms terms = Samples.terms();
  private ContractStatus status = ContractStatus.ACTIVE;
  private Links links = Links.NONE;
  private List<Contact> contacts =
      List.of(new Contact(Channel.WECOM, "wx-1"), new Contact(Channel.SMS, "13800000000"));
  private @Nullable Payer payer = PAYER;
  private boolean bare;

  ContractSample(String number) {
    this.no = new ContractNo(number);
    this.unit = new UnitRef("garage", "unit of " + number);
  }

  /** Another lessor than {@link Samples#LESSOR}. */
  public ContractSample of(LessorId other) {
    lessor = other;
    return this;
  }

  /** A unit of the project {@code garage}. */
  public ContractSample on(String name) {
    return on(new UnitRef("garage", name));
  }

  /** The unit it lets. */
  public ContractSample on(UnitRef let) {
    unit = let;
    return this;
  }

  /** A master contract, which lets no unit. */
  public ContractSample master() {
    unit = null;
    return this;
  }

  /** The part of each day it lets; the whole day otherwise. */
  public ContractSample during(Slot part) {
    return letting(Portion.of(part));
  }

  /** How much of the unit it lets; the whole otherwise. */
  public ContractSample letting(Portion part) {
    portion = part;
    return this;
  }

  /** Its term; {@link Samples#YEAR} otherwise. */
  public ContractSample lasting(DateRange days) {
    term = days;
    return this;
  }

  /** The first day that is not let any more because it ends early; none otherwise. */
  public ContractSample terminatingOn(LocalDate day) {
    terminatesOn = day;
    return this;
  }

  /** What it charges; {@link Samples#terms} otherwise. */
  public ContractSample charging(ChargeTerms charges) {
    terms = charges;
    return this;
  }

  /** Its state; active otherwise. */
  public ContractSample as(ContractStatus state) {
    status = state;
    return this;
  }

  /** Its place among others; alone otherwise. */
  public ContractSample linked(Links place) {
    links = place;
    return this;
  }

  /** A first contract below a master. */
  public ContractSample under(ContractNo master) {
    return linked(Links.under(master));
  }

  /** Where its tenant is reached; on two channels otherwise. */
  public ContractSample reachedBy(List<Contact> where) {
    contacts = List.copyOf(where);
    return this;
  }

  /** The tenant pays, nobody else is registered for that. */
  public ContractSample paidByTheTenant() {
    payer = null;
    return this;
  }

  /** Without anything that may be missing: no occupant, no payer, no contact, no steward. */
  public ContractSample bare() {
    bare = true;
    return this;
  }

  /** The contract, with version 0. */
  public Contract build() {
    return new Contract(
        lessor,
        no,
        unit == null,
        "garage",
        unit,
        portion,
        new TenantId("tenant-1"),
        bare ? null : new Occupant("李雷", "沪A12345"),
        bare ? null : payer,
        bare ? List.of() : contacts,
        bare ? null : new StaffId("steward-1"),
        term,
        terminatesOn,
        terms,
        status,
        links,
        0);
  }
}
