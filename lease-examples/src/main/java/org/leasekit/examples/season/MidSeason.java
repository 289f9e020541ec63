package org.leasekit.examples.season;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.outcome.Outcome;

/**
 * What tenants and the lessor's people change while a season runs. Of a share of the contracts something changes on one
 * day, and the office hears of it then or some days later; what follows of it, such as the end of a suspension, later
 * still. What the library rejects, such as a swap onto a unit that is let, stays as it was.
 */
final class MidSeason {
  private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 5);
  private static final Duration OFFICE_HOURS = Duration.ofHours(8);
  private static final double LEARNT_LATE = 0.3;
  private static final int LATEST_DAYS = 4;
  /** Frameworks are few, and change more often. */
  private static final double MASTERS = 4;

  private final Office office;
  private final Agenda agenda;
  private final long seed;
  private final LocalDate first;
  private final LocalDate last;
  private final TreeMap<String, Tally> tallies = new TreeMap<>();

  /** How many changes of a kind the library recorded and rejected. */
  record Tally(int recorded, int rejected) {
    private Tally with(boolean accepted) {
      return accepted ? new Tally(recorded + 1, rejected) : new Tally(recorded, rejected + 1);
    }

    @Override
    public String toString() {
      return recorded + (rejected == 0 ? "" : " (" + rejected + " rejected)");
    }
  }

  /**
   * Something that changes.
   *
   * @param contract which
   * @param effective first day on which it holds, today or some days ago
   * @param dice of this change alone
   */
  record Occasion(ContractNo contract, LocalDate effective, Dice dice) {}

  /** Does something to a contract. */
  interface Deed {
    /** Does it to the contract as it stands. */
    void does(Contract contract, Occasion occasion);
  }

  /**
   * Changes of a season.
   *
   * @param first simulated day
   * @param days simulated days; on the last one nothing changes, so that all of it is billed
   */
  MidSeason(Office office, Agenda agenda, long seed, LocalDate first, int days) {
    this.office = office;
    this.agenda = agenda;
    this.seed = seed;
    this.first = first;
    this.last = first.plusDays(days - 2L);
  }

  /** Decides what is going to happen to which of the contracts there are. */
  void plan(List<Contract> contracts, double share) {
    List<Contract> sorted = new ArrayList<>(contracts);
    sorted.sort(Comparator.comparing(Contract::no));
    AmendmentDeeds amendments = new AmendmentDeeds(office, this, sorted);
    LockDeeds locks = new LockDeeds(office, this);
    for (Contract contract : sorted) {
      Dice dice = new Dice(seed, "change:" + contract.no());
      if (last.isAfter(first) && dice.chance(contract.master() ? share * MASTERS : share)) {
        boolean money = dice.chance(LockDeeds.SHARE);
        plan(contract, dice, money ? locks.choose(contract, dice) : amendments.choose(contract, dice));
      }
    }
  }

  /** Decides on a day of the term on which something changes, and on the day on which the office hears of it. */
  private void plan(Contract contract, Dice dice, Deed deed) {
    int span = (int) Duration.between(first.atStartOfDay(), last.atStartOfDay()).toDays();
    LocalDate heard = first.plusDays(dice.between(1, span));
    int late = dice.chance(LEARNT_LATE) ? dice.between(1, LATEST_DAYS) : 0;
    LocalDate effective = heard.minusDays(late);
    if (effective.isAfter(contract.term().start())) {
      later(new Occasion(contract.no(), effective, new Dice(seed, "what:" + contract.no())), late, deed);
    }
  }

  /** Lets something happen some days after an occasion, if the season lasts so long and the contract runs then. */
  void later(Occasion occasion, int days, Deed deed) {
    LocalDate day = occasion.effective().plusDays(days);
    if (day.isAfter(last)) {
      return;
    }
    Instant at =
        day.atTime(OFFICE_OPENS)
            .plus(occasion.dice().between(Duration.ofSeconds(1), OFFICE_HOURS))
            .atZone(office.zone())
            .toInstant();
    agenda.enter(
        at,
        () ->
            office
                .contract(occasion.contract())
                .filter(contract -> contract.status() == ContractStatus.ACTIVE)
                .filter(contract -> occasion.effective().isBefore(contract.endsOn().minusDays(1)))
                .ifPresent(contract -> deed.does(contract, occasion)));
  }

  /** Whether a renewal is on its way: the office then leaves the contract itself alone until it is decided. */
  boolean isBeingRenewed(Contract contract) {
    return contract.successor().isPresent()
        || office.kit().renewals().ofContract(contract.no()).orElseThrow().isPresent();
  }

  /** Counts what the library said. */
  <T> Outcome<T> note(String kind, Outcome<T> answer) {
    tallies.merge(
        kind, new Tally(0, 0).with(answer.isAccepted()), (a, b) -> new Tally(a.recorded + b.recorded, a.rejected + b.rejected));
    return answer;
  }

  /** What was recorded and rejected, by kind. */
  Map<String, Tally> tallies() {
    return tallies;
  }
}
