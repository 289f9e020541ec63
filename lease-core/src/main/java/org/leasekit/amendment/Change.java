package org.leasekit.amendment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyRole;
import org.leasekit.party.Payer;
import org.leasekit.party.TenantId;

/** What an amendment changes. Each kind has preconditions of its own, see {@link AmendmentRule}. */
public sealed interface Change {

  /** The kind, for reports and storage. */
  ChangeKind kind();

  /** Answers with what the cases say of this kind. */
  <R> R match(Cases<R> cases);

  /**
   * The term ends later.
   *
   * @param newEndExclusive first day after the longer term
   */
  record Extension(LocalDate newEndExclusive) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.EXTENSION;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.extension(this);
    }
  }

  /**
   * The rent changes.
   *
   * @param monthlyRent zero or more, in the contract's currency
   * @param agreement reference to the signed supplementary agreement; blank is rejected
   */
  record RentChange(MonetaryAmount monthlyRent, String agreement) implements Change {
    public RentChange {
      requireNotNegative(monthlyRent);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.RENT_CHANGE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rentChange(this);
    }
  }

  /**
   * Steps, days free of rent and discounts are agreed beside those there are. A step takes the place of an agreed one on its
   * day; a change of rent on that day holds against both. How periods are cut and fall due, and the tax, do not change.
   *
   * @param steps rents from a day on, in the contract's currency and the unit of time of its rules
   * @param rentFree days that cost nothing
   * @param discounts what is taken off
   * @param agreement reference to the signed supplementary agreement; blank is rejected
   */
  record PriceRules(
      List<ChargeRules.Step> steps,
      List<DateRange> rentFree,
      List<ChargeRules.Reduction> discounts,
      String agreement)
      implements Change {
    public PriceRules {
      steps = List.copyOf(steps);
      rentFree = List.copyOf(rentFree);
      discounts = List.copyOf(discounts);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.PRICE_RULES;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.priceRules(this);
    }
  }

  /**
   * Figures of the series that the rent is indexed by are published. That is a fact and needs no agreement; its evidence is
   * where it was published. Reviews on the effective day and after it look at them; one before it stays as it was.
   *
   * @param figures by month, each above zero; they replace those of the same month
   */
  record IndexFigures(Map<YearMonth, BigDecimal> figures) implements Change {

    /** @throws IllegalArgumentException if a figure is not above zero */
    public IndexFigures {
      figures = ChargeRules.Index.plain(figures);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.INDEX_FIGURES;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.indexFigures(this);
    }
  }

  /** Another unit of the same project (调换车位). */
  record UnitSwap(UnitRef unit) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.UNIT_SWAP;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unitSwap(this);
    }
  }

  /**
   * A part of the unit goes to another contract (合租拆分).
   *
   * @param other the contract that takes the part
   * @param kept what this contract keeps
   * @param given what the other takes; both together are what this contract had
   * @param keptRent monthly rent from then on; where it changes, an agreement is needed
   * @param agreement reference to the signed supplementary agreement, blank for none
   */
  record Split(
      ContractNo other, Portion kept, Portion given, MonetaryAmount keptRent, String agreement)
      implements Change {
    public Split {
      requireNotNegative(keptRent);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.SPLIT;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.split(this);
    }
  }

  /**
   * The part that was split off comes back.
   *
   * @param other the contract that had taken it
   * @param rent monthly rent from then on; where it changes, an agreement is needed
   * @param agreement reference to the signed supplementary agreement, blank for none
   */
  record MergeBack(ContractNo other, MonetaryAmount rent, String agreement) implements Change {
    public MergeBack {
      requireNotNegative(rent);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.MERGE_BACK;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.mergeBack(this);
    }
  }

  /**
   * The tenant lets to somebody else and goes on owing (转租).
   *
   * @param subtenant who uses the unit
   * @param untilExclusive first day after the sublease, at the latest the end of the term
   */
  record Sublease(TenantId subtenant, LocalDate untilExclusive) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.SUBLEASE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.sublease(this);
    }
  }

  /**
   * Another tenant takes over and owes from then on. The contacts of the one before are none of the contract's any more: the new
   * tenant's are those that are listed. Whoever uses the unit, and whoever is registered to pay, stays, with their contacts.
   *
   * <p>Debts are of the contract and not of a person: what is owed already goes along with it, and whoever pays for the contract
   * on the day on which it is looked at is asked for it. What the new tenant is not to be asked for is paid or credited before, or
   * frozen. The renewal at the end of the term is the new tenant's, who is asked anew; what the one before has answered stays
   * with the one before, and so does a renewal that is complete.
   *
   * @param contacts all there are of the new tenant's, best first; may be empty
   */
  record Assignment(TenantId tenant, List<Contact> contacts) implements Change {

    /** @throws IllegalArgumentException if a contact is somebody else's */
    public Assignment {
      contacts = List.copyOf(contacts);
      if (contacts.stream().anyMatch(contact -> contact.owner() != PartyRole.TENANT)) {
        throw new IllegalArgumentException("contacts: the tenant's own, but was " + contacts);
      }
    }

    /** A tenant of whom no contact is known. */
    public Assignment(TenantId tenant) {
      this(tenant, List.of());
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.ASSIGNMENT;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.assignment(this);
    }
  }

  /**
   * The tenant's side is reached otherwise. The tenant's own contacts become those that are listed. An actual user of whom the
   * list names any has those from then on, and keeps the old ones where it names none.
   *
   * @param contacts best first, may be empty
   */
  record ContactChange(List<Contact> contacts) implements Change {
    public ContactChange {
      contacts = List.copyOf(contacts);
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.CONTACT_CHANGE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.contactChange(this);
    }
  }

  /**
   * Somebody else is the actual user, or the same is reached otherwise.
   *
   * @param occupant null when the tenant names none any more
   * @param contacts all there are of the user's, best first; none without a user
   */
  record OccupantChange(@Nullable Occupant occupant, List<Contact> contacts) implements Change {

    /** @throws IllegalArgumentException if a contact is somebody else's, or there is no user */
    public OccupantChange {
      contacts = List.copyOf(contacts);
      if (contacts.stream().anyMatch(contact -> contact.owner() != PartyRole.OCCUPANT)) {
        throw new IllegalArgumentException("contacts: the user's own, but was " + contacts);
      }
      if (occupant == null && !contacts.isEmpty()) {
        throw new IllegalArgumentException("contacts: of nobody");
      }
    }

    /** A user of whom no contact is known. */
    public OccupantChange(@Nullable Occupant occupant) {
      this(occupant, List.of());
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.OCCUPANT_CHANGE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.occupantChange(this);
    }
  }

  /**
   * Somebody else gets the bills and pays them. Who owes does not change, nor where money that is owed already is due: debts
   * follow the payer of the day on which they are looked at. The bills of a contract with a registered payer, and of what is
   * below it, stop there instead of going up to a master.
   *
   * @param payer null when the tenant pays again, or whoever pays for a master above
   */
  record PayerChange(@Nullable Payer payer) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.PAYER_CHANGE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.payerChange(this);
    }
  }

  /** The lease rests (暂停) until its {@link Resumption}; the term runs on. */
  record Suspension() implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.SUSPENSION;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.suspension(this);
    }
  }

  /** The lease goes on after a suspension. */
  record Resumption() implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.RESUMPTION;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.resumption(this);
    }
  }

  /**
   * The lease ends before the end of its term (退租).
   *
   * @param noticeOn day on which notice was given
   */
  record EarlyTermination(LocalDate noticeOn) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.EARLY_TERMINATION;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.earlyTermination(this);
    }
  }

  /**
   * An amendment does not hold any more, from when the withdrawal is known; before, it was known to hold.
   *
   * @param number of the withdrawn amendment in the record of the contract
   */
  record Withdrawal(int number) implements Change {
    @Override
    public ChangeKind kind() {
      return ChangeKind.WITHDRAWAL;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.withdrawal(this);
    }
  }

  /**
   * One answer for each kind.
   *
   * @param <R> type of the answers
   */
  interface Cases<R> {
    R extension(Extension change);

    R rentChange(RentChange change);

    R priceRules(PriceRules change);

    R indexFigures(IndexFigures change);

    R unitSwap(UnitSwap change);

    R split(Split change);

    R mergeBack(MergeBack change);

    R sublease(Sublease change);

    R assignment(Assignment change);

    R contactChange(ContactChange change);

    R occupantChange(OccupantChange change);

    R payerChange(PayerChange change);

    R suspension(Suspension change);

    R resumption(Resumption change);

    R earlyTermination(EarlyTermination change);

    R withdrawal(Withdrawal change);
  }

  private static void requireNotNegative(MonetaryAmount rent) {
    if (rent.isNegative()) {
      throw new IllegalArgumentException("rent: must not be negative, but was " + rent);
    }
  }
}
