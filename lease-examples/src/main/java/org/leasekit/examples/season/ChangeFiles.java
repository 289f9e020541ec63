package org.leasekit.examples.season;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.application.LessorProfile;
import org.leasekit.billing.Above;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.ChargeSchedule;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.RateStep;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Share;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.PlaceHistory;
import org.leasekit.money.MinorUnits;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.RentRoll;

/**
 * What changed in a season, and what came of it, as CSV. With the receivables, {@code terms.csv}, {@code locks.csv} and
 * {@code adjustments.csv} say what each contract owes for each day; {@code places.csv} says why a lock on a tree reaches
 * the contracts that {@code locks.csv} names for it.
 */
final class ChangeFiles {
  private final Path folder;
  private final LessorProfile profile;
  private final SeasonRecords records;
  private final Map<ContractNo, ContractHistory> histories;

  ChangeFiles(Path folder, LessorProfile profile, SeasonRecords records) {
    this.folder = folder;
    this.profile = profile;
    this.records = records;
    this.histories =
        records.histories().stream()
            .collect(Collectors.toMap(history -> history.origin().contract(), Function.identity()));
  }

  /** Writes all of them, over those of an earlier season. */
  void write(List<RentRoll> rentRolls) throws IOException {
    try (CsvFile csv =
        file(
            "amendments.csv",
            "amendment_id,contract_no,type,effective,known_at,by,evidence,withdrawn_at")) {
      records.histories().forEach(history -> history.recorded().forEach(each -> write(each, history, csv)));
      records.moves().forEach(move -> write(move, csv));
    }
    try (CsvFile csv = file("places.csv", "contract_no,parent,from,to_exclusive")) {
      Map<ContractNo, List<Move>> moves =
          records.moves().stream().collect(Collectors.groupingBy(Move::contract));
      records
          .contracts()
          .forEach(contract -> write(contract, moves.getOrDefault(contract.no(), List.of()), csv));
    }
    try (CsvFile csv = file("occupancy.csv", "unit,contract_no,share,slot,from,to_exclusive")) {
      records.holds().forEach(hold -> write(hold, csv));
    }
    try (CsvFile csv = file("rentroll.csv", "date,project,contract_no,unit,monthly_rent,currency")) {
      rentRolls.forEach(roll -> roll.lines().forEach(line -> write(roll.on(), line, csv)));
    }
    try (CsvFile csv =
        file(
            "locks.csv",
            "lock_id,contract_no,effect,scope,from,to_exclusive,reason,asked_by,approved_by,known_at,"
                + "released_at")) {
      LockReach reach = LockReach.of(records, profile.zone());
      records.locks().forEach(lock -> write(lock, reach, csv));
    }
    try (CsvFile csv =
        file("terms.csv", "contract_no,charge,from,to_exclusive,monthly_amount,currency,proration")) {
      records.contracts().forEach(contract -> write(contract, csv));
    }
    try (CsvFile csv =
        file(
            "adjustments.csv",
            "contract_no,charge,period_start,period_end_exclusive,amount,currency,cause")) {
      records.adjustments().forEach(adjustment -> write(adjustment, csv));
    }
  }

  private CsvFile file(String name, String header) throws IOException {
    return new CsvFile(folder.resolve(name), header, profile.zone());
  }

  private static void write(Amendment amendment, ContractHistory history, CsvFile csv) {
    csv.row(
        amendment.id(),
        amendment.id().contract(),
        amendment.change().kind(),
        amendment.effective(),
        amendment.known(),
        amendment.proof().by(),
        amendment.proof().evidence(),
        history.withdrawnAt(amendment.id()).orElse(null));
  }

  /** Moves in the hierarchy have numbers of their own; that a contract takes bills is no change of the contract. */
  private static void write(Move move, CsvFile csv) {
    if (move.kind() == Move.Kind.PLACE) {
      csv.row(
          move.contract() + "/M" + move.number(),
          move.contract(),
          move.to() == null ? "PROMOTION" : "REPARENTING",
          move.effective(),
          move.known(),
          move.proof().by(),
          move.proof().evidence(),
          null);
    }
  }

  /** Below whom a contract stood while it ran: a lock on a tree reaches it on those days. */
  private static void write(Contract contract, List<Move> moves, CsvFile csv) {
    PlaceHistory.of(contract.no(), contract.links().parent(), moves)
        .stays(Instant.MAX)
        .forEach(
            stay ->
                stay.days()
                    .intersection(contract.term())
                    .filter(days -> stay.parent() != null)
                    .ifPresent(
                        days ->
                            csv.row(contract.no(), stay.parent(), days.start(), days.endExclusive())));
  }

  private static void write(Hold hold, CsvFile csv) {
    csv.row(
        hold.unit().unit(),
        hold.contract(),
        share(hold.portion().share()),
        hold.portion().slot(),
        hold.days().start(),
        hold.days().endExclusive());
  }

  /** As a decimal where that is exact, else as a fraction. */
  private static String share(Share share) {
    try {
      return BigDecimal.valueOf(share.parts())
          .divide(BigDecimal.valueOf(Share.PARTS_OF_WHOLE))
          .stripTrailingZeros()
          .toPlainString();
    } catch (ArithmeticException periodic) {
      return share.toString();
    }
  }

  private static void write(LocalDate on, RentRoll.Line line, CsvFile csv) {
    csv.row(
        on,
        line.project(),
        line.standing().contract(),
        line.standing().unit() == null ? null : line.standing().unit().unit(),
        MinorUnits.plain(line.monthlyRent()),
        line.monthlyRent().getCurrency().getCurrencyCode());
  }

  /** A lock on a tree has a row of its own for each contract that it reaches, with the days for which it does. */
  private static void write(ReceivableLock lock, LockReach reach, CsvFile csv) {
    Instant end = lock.ends();
    write(
        lock, lock.id().value(), lock.scope().contract(), lock.from(),
        end != null && end.isBefore(lock.from()) ? lock.from() : end, csv);
    Set<ContractNo> written = new HashSet<>();
    for (LockReach.Reached each : reach.below(lock)) {
      write(lock, each.id(lock, written), each.contract(), each.from(), each.until(), csv);
    }
  }

  private static void write(
      ReceivableLock lock, String id, ContractNo contract, Instant from, @Nullable Instant until, CsvFile csv) {
    ReceivableLock.Release release = lock.release();
    csv.row(
        id,
        contract,
        lock.effect(),
        scope(lock.scope()),
        from,
        until,
        lock.reason(),
        lock.askedBy(),
        lock.approvedBy(),
        lock.knownAt(),
        release == null ? null : release.knownAt());
  }

  private static String scope(LockScope scope) {
    if (scope instanceof LockScope.OneAmount) {
      return "AMOUNT";
    }
    if (scope instanceof LockScope.PartOfAmount) {
      return "PART";
    }
    if (scope instanceof LockScope.OneCharge) {
      return "CHARGE";
    }
    return scope instanceof LockScope.WholeContract ? "CONTRACT" : "SUBTREE";
  }

  /** The rent in force, from step to step; nothing for a contract that ended before it began. */
  private void write(Contract contract, CsvFile csv) {
    ContractHistory history =
        histories.getOrDefault(
            contract.no(), ContractHistory.begin(Origin.of(contract, Instant.EPOCH)));
    if (ContractCharges.owedTerm(history, history.latest()) == null) {
      return;
    }
    ChargeSchedule schedule =
        ContractCharges.rent(
                contract.terms(), history, history.latest(), Above.NOBODY, profile.dueRoll(), profile.zone())
            .schedule();
    LocalDate from = schedule.term().start();
    long rate = schedule.rateMinor();
    for (RateStep step : schedule.steps()) {
      if (step.from().isAfter(from) && step.from().isBefore(schedule.term().endExclusive())) {
        row(contract, from, step.from(), rate, csv);
        from = step.from();
      }
      if (step.from().isBefore(schedule.term().endExclusive())) {
        rate = step.rateMinor();
      }
    }
    row(contract, from, schedule.term().endExclusive(), rate, csv);
  }

  private static void row(
      Contract contract, LocalDate from, LocalDate toExclusive, long minor, CsvFile csv) {
    String currency = contract.terms().currency().getCurrencyCode();
    csv.row(
        contract.no(),
        ChargeCode.RENT,
        from,
        toExclusive,
        MinorUnits.plain(MinorUnits.amount(minor, currency)),
        currency,
        contract.terms().proration());
  }

  private static void write(Adjustment adjustment, CsvFile csv) {
    String currency = adjustment.amount().getCurrency().getCurrencyCode();
    csv.row(
        adjustment.key().contract(),
        adjustment.key().charge(),
        adjustment.key().period().start(),
        adjustment.key().period().endExclusive(),
        MinorUnits.plain(MinorUnits.amount(adjustment.signedMinor(), currency)),
        currency,
        adjustment.cause());
  }
}
