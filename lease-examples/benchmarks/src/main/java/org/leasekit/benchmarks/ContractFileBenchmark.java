package org.leasekit.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.money.MonetaryAmount;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentId;
import org.leasekit.amendment.AmendmentPolicy;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.amendment.Proposal;
import org.leasekit.amendment.Standing;
import org.leasekit.amendment.Version;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.hierarchy.Forest;
import org.leasekit.hierarchy.Member;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.TenantId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a contract with 200 amendments was on a day as known at an instant, and the tree of a master with 10,000 subs; each
 * beside a plain scan that answers less: of the history the rent alone, of the tree who stands below whom.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ContractFileBenchmark {

    private static final int AMENDMENTS = 200;
    private static final int SUBS = 10_000;
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final Instant SIGNED = Instant.parse("2019-12-01T00:00:00Z");

    private ContractHistory history;
    private LocalDate day;
    private Instant known;
    private List<Member> members;

    /** Lays everything out. */
    @Setup
    public void layOut() {
        history = ContractHistory.begin(origin());
        for (int i = 0; i < AMENDMENTS; i++) {
            history = history.record(proposal(i), SIGNED.plusSeconds(i + 1L), AmendmentPolicy.LENIENT).orElseThrow();
        }
        day = START.plusDays(AMENDMENTS * 3L);
        known = SIGNED.plusSeconds(AMENDMENTS * 3 / 4);
        members = new ArrayList<>();
        members.add(member("M", null));
        for (int i = 0; i < SUBS; i++) {
            members.add(member("S-" + i, "M"));
        }
        checkThatTheScanAgrees();
    }

    private static Origin origin() {
        return new Origin(
                new LessorId("lessor"), new ContractNo("C"), "garage", new UnitRef("garage", "A"), Portion.WHOLE,
                new TenantId("t"), null, List.of(), DateRange.of(START, START.plusYears(10)), yuan(1000),
                ChargeRules.STANDARD, SIGNED);
    }

    /** Rents, users, contacts and withdrawals, the days in no order. */
    private static Proposal proposal(int i) {
        Change change = switch (i % 4) {
            case 0, 1 -> new Change.RentChange(yuan(1000 + i), "S-" + i);
            case 2 -> new Change.OccupantChange(new Occupant("user " + i, null));
            default -> i % 8 == 3 ? new Change.Withdrawal(i - 2) : new Change.ContactChange(List.of());
        };
        return new Proposal(START.plusDays(i * 37L % 3600), new Proof("office", "asked", "mail"), change);
    }

    private static MonetaryAmount yuan(long amount) {
        return MinorUnits.amount(amount * 100, "CNY");
    }

    private static Member member(String no, String parent) {
        return new Member(
                new ContractNo(no), parent == null, parent == null ? null : new ContractNo(parent), new TenantId("t"),
                null, DateRange.of(START, START.plusYears(1)), false, false);
    }

    private void checkThatTheScanAgrees() {
        MonetaryAmount rent = asOf().orElseThrow().monthlyRent();
        if (!rent.equals(plainScanForTheRent())) {
            throw new IllegalStateException("the scan says something else than " + rent);
        }
    }

    /** Everything about the contract. */
    @Benchmark
    public Optional<Standing> asOf() {
        return history.asOf(day, known);
    }

    /** Every version there is. */
    @Benchmark
    public List<Version> timeline() {
        return history.timeline(known);
    }

    /** The rent alone, by two passes over what is recorded. */
    @Benchmark
    public MonetaryAmount plainScanForTheRent() {
        boolean[] withdrawn = new boolean[AMENDMENTS + 1];
        for (Amendment each : history.recorded()) {
            if (each.change() instanceof Change.Withdrawal withdrawal && !each.known().isAfter(known)) {
                withdrawn[withdrawal.number()] = true;
            }
        }
        MonetaryAmount rent = history.origin().monthlyRent();
        LocalDate from = LocalDate.MIN;
        AmendmentId last = new AmendmentId(new ContractNo("C"), 1);
        for (Amendment each : history.recorded()) {
            boolean counts = each.change() instanceof Change.RentChange
                    && !each.known().isAfter(known)
                    && !each.effective().isAfter(day)
                    && !withdrawn[each.id().number()];
            if (counts && (each.effective().isAfter(from)
                    || each.effective().equals(from) && each.id().compareTo(last) > 0)) {
                rent = ((Change.RentChange) each.change()).monthlyRent();
                from = each.effective();
                last = each.id();
            }
        }
        return rent;
    }

    /** The tree, checked: no number twice, no orphan, no circle. */
    @Benchmark
    public Forest tree() {
        return Forest.of(members);
    }

    /** Who stands below whom, unchecked. */
    @Benchmark
    public Map<ContractNo, List<Member>> plainScanForChildren() {
        Map<ContractNo, List<Member>> children = new HashMap<>();
        for (Member member : members) {
            if (member.parent() != null) {
                children.computeIfAbsent(member.parent(), no -> new ArrayList<>()).add(member);
            }
        }
        return children;
    }
}
