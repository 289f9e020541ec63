package org.leasekit.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Standing;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyKind;
import org.leasekit.party.PartyRole;
import org.leasekit.party.StaffId;
import org.leasekit.party.Tenant;

/**
 * What has to change for a stored contract to be what a row says.
 *
 * @param changes in the order in which they have to be recorded
 * @param obstacles what no amendment can express; where there are any, the changes are not to be recorded
 */
public record RowChanges(List<Dated> changes, List<RowRejection> obstacles) {

  /**
   * A change and the first day on which it holds, in the lessor's zone; for an early termination the first day that
   * is not let any more.
   */
  public record Dated(LocalDate effective, Change change) {}

  public RowChanges {
    changes = List.copyOf(changes);
    obstacles = List.copyOf(obstacles);
  }

  /** Whether the contract is what the row says already. */
  public boolean isNone() {
    return changes.isEmpty() && obstacles.isEmpty();
  }

  /** Whether one of the changes is of that kind. */
  public boolean has(ChangeKind kind) {
    return changes.stream().anyMatch(each -> each.change().kind() == kind);
  }

  /**
   * Compares a row with a contract. A later end is an extension, an earlier one an early termination; another rent,
   * another unit of the project, other contacts, another actual user or payer are changes of those; a row that names no
   * payer leaves the one there is. Another tenant is an assignment with the row's contacts. They hold from the day that
   * the row names as effective; where it names none, rent, unit and tenant cannot change, and the others hold from today, or the
   * nearest day of the term. An extension is agreed on the last day of the old term, exclusive, at the latest. A
   * termination counts as noticed today, or on its own day when that is past.
   *
   * <p>A person is the same tenant while name and birth date are: contacts may change.
   *
   * @param agreed the contract as all its amendments leave it, see {@link #asAmended}
   * @param tenant its registered tenant; null when unknown, so that only the id is compared
   * @param row of the same number
   * @param today the lessor's day
   */
  public static RowChanges between(
      Contract agreed, @Nullable Tenant tenant, LeaseRow row, LocalDate today) {
    List<RowRejection> obstacles = obstacles(agreed, tenant, row);
    List<Dated> changes = obstacles.isEmpty() ? changes(agreed, tenant, row, today) : List.of();
    RowChanges found = new RowChanges(changes, obstacles);
    boolean needsDay = found.has(ChangeKind.RENT_CHANGE) || found.has(ChangeKind.UNIT_SWAP);
    if (needsDay && row.amending().effective() == null) {
      obstacles = List.of(RowRule.NO_EFFECTIVE_DAY.brokenBy(""));
    } else if (!changes.isEmpty() && agreed.status().isEnded()) {
      obstacles = List.of(RowRule.CONTRACT_HAS_ENDED.brokenBy(agreed.no().value()));
    }
    return new RowChanges(changes, obstacles);
  }

  private static List<Dated> changes(
      Contract agreed, @Nullable Tenant tenant, LeaseRow row, LocalDate today) {
    Contract wanted = row.contract();
    LocalDate named = row.amending().effective();
    LocalDate oldEnd = agreed.endsOn();
    LocalDate newEnd = wanted.term().endExclusive();
    LocalDate from = named == null ? within(agreed.term().start(), today, wanted.term().lastDay()) : named;
    List<Dated> changes = new ArrayList<>();
    boolean passes = !isSameTenant(agreed, tenant, row.tenant());
    if (passes) {
      changes.add(new Dated(from, new Change.Assignment(row.tenant().id(), wanted.contacts())));
    }
    UnitRef unit = wanted.unit();
    if (unit != null && !unit.equals(agreed.unit())) {
      changes.add(new Dated(from, new Change.UnitSwap(unit)));
    }
    if (newEnd.isAfter(oldEnd)) {
      LocalDate agreedOn = within(agreed.term().start(), named == null ? today : named, oldEnd);
      // what begins within the old term goes first: the unit that is let for longer is the new one
      changes.add(
          from.isBefore(oldEnd) ? changes.size() : 0,
          new Dated(agreedOn, new Change.Extension(newEnd)));
    }
    if (!LeaseRow.sameAmount(wanted.terms().monthlyRent(), agreed.terms().monthlyRent())) {
      changes.add(
          new Dated(
              from,
              new Change.RentChange(wanted.terms().monthlyRent(), row.amending().agreement())));
    }
    if (!passes && !wanted.contacts().equals(agreed.contactsOf(PartyRole.TENANT))) {
      changes.add(new Dated(from, new Change.ContactChange(wanted.contacts())));
    }
    if (!Objects.equals(wanted.occupant(), agreed.occupant())) {
      changes.add(new Dated(from, occupantChange(agreed, wanted.occupant())));
    }
    if (wanted.payer() != null && !wanted.payer().equals(agreed.payer())) {
      changes.add(new Dated(from, new Change.PayerChange(wanted.payer())));
    }
    if (newEnd.isBefore(oldEnd)) {
      LocalDate noticed = today.isBefore(newEnd) ? today : newEnd;
      changes.add(new Dated(newEnd, new Change.EarlyTermination(noticed)));
    }
    return changes;
  }

  /** Who goes by the same name is reached as before: rows know no contacts of users. */
  private static Change occupantChange(Contract agreed, @Nullable Occupant wanted) {
    Occupant known = agreed.occupant();
    boolean same = known != null && wanted != null && known.name().equals(wanted.name());
    return new Change.OccupantChange(
        wanted, same ? agreed.contactsOf(PartyRole.OCCUPANT) : List.of());
  }

  private static LocalDate within(LocalDate first, LocalDate day, LocalDate last) {
    if (day.isBefore(first)) {
      return first;
    }
    return day.isAfter(last) ? last : day;
  }

  private static List<RowRejection> obstacles(
      Contract agreed, @Nullable Tenant tenant, LeaseRow row) {
    Contract wanted = row.contract();
    ChargeTerms mine = wanted.terms();
    ChargeTerms stored = agreed.terms();
    List<RowRejection> found = new ArrayList<>();
    differs(found, Field.PROJECT, agreed.project(), wanted.project());
    // a master contract differs from others by its remark, as a slot does
    differs(found, Field.REMARK, kind(agreed), kind(wanted));
    // another name without a day may as well be a name that was spelt otherwise
    if (row.amending().effective() == null && !isSameTenant(agreed, tenant, row.tenant())) {
      found.add(RowRule.NOT_AMENDABLE.brokenBy(Field.TENANT_NAME, row.tenant().name()));
    }
    differs(found, Field.START_DATE, agreed.term().start(), wanted.term().start());
    String currency = mine.currency().getCurrencyCode();
    differs(found, Field.CURRENCY, stored.currency().getCurrencyCode(), currency);
    // in another currency the deposit is another in any case
    if (currency.equals(stored.currency().getCurrencyCode())
        && !LeaseRow.sameAmount(mine.deposit(), stored.deposit())) {
      found.add(RowRule.NOT_AMENDABLE.brokenBy(Field.DEPOSIT, mine.deposit().toString()));
    }
    differs(
        found, Field.BILLING_CYCLE,
        stored.cycleMonths() + stored.proration(), mine.cycleMonths() + mine.proration());
    RowRules.differing(mine.rules(), stored.rules())
        .forEach((field, said) -> found.add(RowRule.NOT_AMENDABLE.brokenBy(field, said)));
    differs(found, Field.PARENT_CONTRACT_NO, parent(agreed), parent(wanted));
    differs(found, Field.STEWARD, steward(agreed), steward(wanted));
    return found;
  }

  private static String parent(Contract contract) {
    return contract.parent().map(ContractNo::value).orElse("");
  }

  private static String steward(Contract contract) {
    StaffId steward = contract.steward();
    return steward == null ? "" : steward.value();
  }

  private static String kind(Contract contract) {
    return contract.master() ? "master" : contract.portion().toString();
  }

  private static void differs(
      List<RowRejection> found, Field field, Object stored, Object wanted) {
    if (!stored.equals(wanted)) {
      found.add(RowRule.NOT_AMENDABLE.brokenBy(field, wanted.toString()));
    }
  }

  private static boolean isSameTenant(Contract agreed, @Nullable Tenant known, Tenant named) {
    if (agreed.tenant().equals(named.id())) {
      return true;
    }
    return known != null
        && known.id().equals(agreed.tenant())
        && known.kind() == PartyKind.PERSON
        && named.kind() == PartyKind.PERSON
        && folded(known.name()).equals(folded(named.name()))
        && Objects.equals(known.birthDate(), named.birthDate());
  }

  private static String folded(String name) {
    return Cleaning.code(name).replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /**
   * A contract as every amendment leaves it that is not withdrawn, the last day that was heard of included: what was
   * agreed for next month is agreed.
   *
   * @param stored the contract, whatever of its amendments it shows already
   */
  public static Contract asAmended(Contract stored, ContractHistory history) {
    Standing last = history.asOf(LocalDate.MAX, history.latest()).orElseThrow();
    LocalDate terminatesOn =
        history.live(history.latest()).stream()
            .filter(each -> each.change() instanceof Change.EarlyTermination)
            .map(Amendment::effective)
            .findFirst()
            .orElse(null);
    return new Contract(
        stored.lessor(), stored.no(), stored.master(), stored.project(), last.unit(), last.portion(),
        last.tenant(), last.occupant(), last.payer(), last.contacts(), stored.steward(), last.term(), terminatesOn,
        stored.terms().withMonthlyRent(last.monthlyRent()).withRules(last.rules()),
        stored.status(), stored.links(), stored.version());
  }
}
