package org.leasekit.examples.season;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javax.money.MonetaryAmount;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.application.AmendContract;
import org.leasekit.application.Promote;
import org.leasekit.application.PutBelow;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.UnitRef;
import org.leasekit.examples.season.MidSeason.Occasion;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.money.MinorUnits;
import org.leasekit.occupancy.Hold;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Contact;
import org.leasekit.party.PartyRole;
import org.leasekit.party.TenantId;

/** What changes in contracts themselves: rents, units, people, days, places. */
final class AmendmentDeeds {
  private static final int TRIES = 250;

  private final Office office;
  private final MidSeason season;
  private final List<UnitRef> units;
  private final List<TenantId> tenants;
  private final Map<TenantId, List<Contact>> contacts = new HashMap<>();
  private final List<Contract> masters;

  AmendmentDeeds(Office office, MidSeason season, List<Contract> contracts) {
    this.office = office;
    this.season = season;
    this.masters = contracts.stream().filter(Contract::master).toList();
    TreeSet<UnitRef> let = new TreeSet<>();
    TreeSet<String> people = new TreeSet<>();
    for (Contract contract : contracts) {
      UnitRef unit = contract.unit();
      if (unit != null) {
        let.add(unit);
      }
      people.add(contract.tenant().value());
      contacts.putIfAbsent(contract.tenant(), contract.contactsOf(PartyRole.TENANT));
    }
    this.units = List.copyOf(let);
    this.tenants = people.stream().map(TenantId::new).toList();
  }

  /** What is going to happen to a contract. */
  MidSeason.Deed choose(Contract contract, Dice dice) {
    int choice = dice.between(0, 99);
    if (contract.master()) {
      return unlessRenewing(choice < 15 ? this::end : this::contacts);
    }
    List<MidSeason.Deed> deeds =
        List.of(
            this::rent, this::rent, this::swap, this::swap, this::swap, this::split, this::split, this::sublet,
            this::assign, this::rest, this::rest, this::extend, this::end, this::place, this::user, this::contacts);
    return unlessRenewing(deeds.get(choice * deeds.size() / 100));
  }

  private MidSeason.Deed unlessRenewing(MidSeason.Deed deed) {
    return (contract, occasion) -> {
      if (!season.isBeingRenewed(contract)) {
        deed.does(contract, occasion);
      }
    };
  }

  private Outcome<ContractHistory> amend(String kind, AmendContract command) {
    return season.note(kind, office.kit().amendments().amend(command));
  }

  private static AmendContract.Basis basis(Contract contract, LocalDate effective, String reason) {
    return new AmendContract.Basis(
        contract.no().value(), effective, steward(contract), reason, "SA-" + contract.no() + "-" + effective);
  }

  private static String steward(Contract contract) {
    return contract.steward() == null ? "office" : contract.steward().value();
  }

  private void rent(Contract contract, Occasion occasion) {
    MonetaryAmount old = contract.terms().monthlyRent();
    long minor = MinorUnits.of(old) * occasion.dice().between(90, 112) / 100;
    Outcome<ContractHistory> answer =
        amend(
            "RENT_CHANGE",
            new AmendContract.RentChange(
                basis(contract, occasion.effective(), "agreed in writing"),
                MinorUnits.amount(minor, old.getCurrency()),
                "SA-" + contract.no() + "-" + occasion.effective()));
    if (answer.isAccepted() && occasion.dice().chance(0.2)) {
      int number = answer.orElseThrow().recorded().size();
      season.later(occasion, 9, unlessRenewing((now, same) -> withdraw(now, number)));
    }
  }

  private void withdraw(Contract contract, int number) {
    season.note(
        "WITHDRAWAL",
        office
            .kit()
            .amendments()
            .withdraw(
                new WithdrawAmendment(
                    contract.no().value(), number, "supervisor", "entered for the wrong contract",
                    "MEMO-" + contract.no() + "-" + number)));
  }

  private void swap(Contract contract, Occasion occasion) {
    UnitRef own = Objects.requireNonNull(contract.unit(), "no master");
    List<UnitRef> others =
        new ArrayList<>(units.stream().filter(unit -> unit.project().equals(own.project())).toList());
    DateRange days = DateRange.of(occasion.effective(), contract.endsOn());
    Optional<UnitRef> free = Optional.empty();
    for (int i = 0; i < TRIES && free.isEmpty(); i++) {
      free = Optional.of(others.get(occasion.dice().between(0, others.size() - 1))).filter(unit -> isFree(unit, days));
    }
    UnitRef wanted = free.orElse(others.get(0));
    amend(
        "UNIT_SWAP",
        new AmendContract.UnitSwap(
            basis(contract, occasion.effective(), "asked for another place"), wanted.project(), wanted.unit()));
  }

  private boolean isFree(UnitRef unit, DateRange days) {
    List<Hold> holds = office.kit().occupancy().of(unit).orElseThrow();
    return holds.stream().noneMatch(hold -> hold.days().overlaps(days));
  }

  private void split(Contract contract, Occasion occasion) {
    MonetaryAmount rent = contract.terms().monthlyRent();
    MonetaryAmount given = MinorUnits.amount(MinorUnits.of(rent) / 2, rent.getCurrency());
    Portion whole = contract.portion();
    Portion half = new Portion(whole.slot(), whole.week(), new Share(whole.share().parts() / 2));
    ContractNo other = new ContractNo(contract.no() + "-B");
    Outcome<ContractHistory> answer =
        amend(
            "SPLIT",
            new AmendContract.Split(
                basis(contract, occasion.effective(), "shares the place from now on"),
                half,
                half,
                rent.subtract(given),
                "SA-" + contract.no() + "-" + occasion.effective(),
                new AmendContract.OtherHalf(
                    other.value(), someone(occasion).value(), null, null, contract.contacts(), given,
                    MinorUnits.amount(0, rent.getCurrency()), null)));
    if (answer.isAccepted() && occasion.dice().chance(0.5)) {
      season.later(
          occasion,
          occasion.dice().between(12, 25),
          unlessRenewing((now, same) -> merge(now, other, rent)));
    }
  }

  private void merge(Contract contract, ContractNo other, MonetaryAmount rent) {
    if (office.contract(other).filter(season::isBeingRenewed).isPresent()) {
      return;
    }
    LocalDate today = office.today();
    amend(
        "MERGE_BACK",
        new AmendContract.MergeBack(
            basis(contract, today, "has the place alone again"), other.value(), rent,
            "SA-" + contract.no() + "-" + today));
  }

  private TenantId someone(Occasion occasion) {
    return tenants.get(occasion.dice().between(0, tenants.size() - 1));
  }

  private void sublet(Contract contract, Occasion occasion) {
    LocalDate until = occasion.effective().plusDays(occasion.dice().between(10, 40));
    amend(
        "SUBLEASE",
        new AmendContract.Sublease(
            basis(contract, occasion.effective(), "is away for a while"),
            someone(occasion).value(),
            until.isBefore(contract.endsOn()) ? until : contract.endsOn()));
  }

  private void assign(Contract contract, Occasion occasion) {
    TenantId who = someone(occasion);
    amend(
        "ASSIGNMENT",
        new AmendContract.Assignment(
            basis(contract, occasion.effective(), "sold the car with the place"), who.value(),
            contacts.getOrDefault(who, List.of())));
  }

  private void user(Contract contract, Occasion occasion) {
    amend(
        "OCCUPANT_CHANGE",
        new AmendContract.OccupantChange(
            basis(contract, occasion.effective(), "another driver"),
            "driver of " + contract.no(),
            "T" + occasion.dice().between(10_000, 99_999)));
  }

  private void contacts(Contract contract, Occasion occasion) {
    List<Contact> turned = new ArrayList<>(contract.contacts());
    Collections.reverse(turned);
    amend(
        "CONTACT_CHANGE",
        new AmendContract.ContactChange(
            basis(contract, occasion.effective(), "is reached otherwise first"), turned));
  }

  private void rest(Contract contract, Occasion occasion) {
    Outcome<ContractHistory> answer =
        amend(
            "SUSPENSION",
            new AmendContract.Suspension(basis(contract, occasion.effective(), "does not need the place for now")));
    if (answer.isAccepted()) {
      int days = occasion.dice().between(8, 25);
      int late = occasion.dice().chance(0.3) ? 2 : 0;
      season.later(occasion, days + late, (now, same) -> goOn(now, same.effective().plusDays(days)));
    }
  }

  private void goOn(Contract contract, LocalDate effective) {
    amend("RESUMPTION", new AmendContract.Resumption(basis(contract, effective, "is back")));
  }

  private void extend(Contract contract, Occasion occasion) {
    amend(
        "EXTENSION",
        new AmendContract.Extension(
            basis(contract, occasion.effective(), "stays a month longer as it is"),
            contract.term().endExclusive().plusMonths(1)));
  }

  /** A tenant gives notice on the day; of a master, those below stand alone afterwards. */
  private void end(Contract contract, Occasion occasion) {
    LocalDate day = occasion.effective().plusDays(occasion.dice().between(15, 45));
    if (day.isBefore(contract.endsOn())) {
      amend(
          "EARLY_TERMINATION",
          new AmendContract.EarlyTermination(
              basis(contract, day, "moves out"), occasion.effective(), SubsAtEnd.PROMOTE));
    }
  }

  private void place(Contract contract, Occasion occasion) {
    String no = contract.no().value();
    if (contract.parent().isPresent()) {
      season.note(
          "PROMOTION",
          office
              .kit()
              .hierarchy()
              .promote(new Promote(no, null, steward(contract), "leaves the framework", "SA-" + no)));
      return;
    }
    masters.stream()
        .flatMap(each -> office.contract(each.no()).stream())
        .filter(each -> each.daysLet().filter(days -> days.contains(contract.term())).isPresent())
        .findFirst()
        .ifPresent(
            master ->
                season.note(
                    "REPARENTING",
                    office
                        .kit()
                        .hierarchy()
                        .putBelow(
                            new PutBelow(
                                no, master.no().value(), null, steward(contract), "joins the framework",
                                "SA-" + no))));
  }
}
