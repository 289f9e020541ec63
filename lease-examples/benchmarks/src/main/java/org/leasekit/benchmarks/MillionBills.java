package org.leasekit.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.billing.Above;
import org.leasekit.billing.ContractCharges;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.billing.Reckoning;
import org.leasekit.calendar.DateRange;
import org.leasekit.calendar.DayRolls;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;

/**
 * A billing run over a million contracts that pass by one at a time: each has three months raised, every tenth turns out to
 * have been suspended, and the run of the fourth month raises and corrects. {@code java -Xmx512m} is enough, whatever the
 * number of contracts, which is the one argument.
 */
public final class MillionBills {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LessorId LESSOR = new LessorId("bench");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final Instant SIGNED = START.atStartOfDay(ZONE).toInstant();

  private long raised;
  private long corrected;
  private long minor;

  private MillionBills() {}

  /** Bills, and says how long it took. */
  public static void main(String[] args) {
    long contracts = args.length == 0 ? 1_000_000 : Long.parseLong(args[0]);
    MillionBills bills = new MillionBills();
    long began = System.nanoTime();
    LongStream.range(0, contracts).forEach(bills::bill);
    double seconds = (System.nanoTime() - began) / 1e9;
    Runtime machine = Runtime.getRuntime();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%,d contracts: %,d amounts and %,d corrections, %,d minor units in all; %.1f s, %.1f us a contract, heap %d of %d MB",
            contracts, bills.raised, bills.corrected, bills.minor, seconds, seconds * 1e6 / contracts,
            (machine.totalMemory() - machine.freeMemory()) >> 20, machine.maxMemory() >> 20));
  }

  private void bill(long number) {
    ContractNo no = new ContractNo("C-" + number);
    ChargeTerms terms =
        new ChargeTerms(
            MinorUnits.amount(100_000 + number % 1000, "CNY"), MinorUnits.amount(0, "CNY"), 1, "ACTUAL_MONTH");
    DateRange term = DateRange.of(START.plusDays(number % 28), START.plusDays(number % 28).plusYears(1));
    ContractHistory history =
        ContractHistory.begin(
            new Origin(
                LESSOR, no, "garage", new UnitRef("garage", "U-" + number), Portion.WHOLE, new TenantId("T-" + number),
                null, List.of(), term, terms.monthlyRent(), terms.rules(), SIGNED));
    Instant now = SIGNED.plusSeconds(1);
    Reckoning.Charge charge =
        ContractCharges.rent(terms, history, now, Above.NOBODY, DayRolls.FOLLOWING, ZONE);
    List<Reckoning.Raised> before = new ArrayList<>();
    Reckoning.plan(charge, List.of(), List.of(), term.start().plusMonths(2))
        .amounts()
        .forEach(each -> before.add(new Reckoning.Raised(each.key(), each.minor(), now)));
    List<ReceivableLock> locks = number % 10 == 0 ? List.of(lock(no, term.start().plusDays(10))) : List.of();
    Reckoning.Plan plan = Reckoning.plan(charge, locks, before, term.start().plusMonths(3));
    raised += plan.amounts().size();
    corrected += plan.corrections().size();
    for (Reckoning.NewAmount each : plan.amounts()) {
      minor += each.minor();
    }
    for (Reckoning.Correction each : plan.corrections()) {
      minor += each.deltaMinor();
    }
  }

  private static ReceivableLock lock(ContractNo no, LocalDate from) {
    return new ReceivableLock(
        LESSOR, new LockId("L-" + no), ReceivableLock.Effect.SUSPEND, new LockScope.WholeContract(no),
        LockReason.SUSPENSION, "", "tenant", "manager", from.atStartOfDay(ZONE).toInstant(),
        from.plusDays(10).atStartOfDay(ZONE).toInstant(), false, SIGNED, List.of());
  }
}
