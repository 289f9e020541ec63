package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All that the report of a season shows, and nothing else. Every amount is in the season's one currency. Texts are
 * plain text, never markup. Lists are copied; each says whether its order matters.
 *
 * @param season what was simulated
 * @param kpis the figures at the top, shown in the order given; see the factories of {@link Kpi}
 * @param outcomes how the cases ended
 * @param curve how answers and renewals came in towards the end of the term
 * @param stages the stages of the policy, shown in the order given, the earliest first
 * @param cash what was due and what was received, by day
 * @param masters master contracts with their sub-contracts, shown in the order given
 * @param quarantine rows of the portfolio that were not taken over, in any order
 * @param trialBalance the journal added up by account, shown in the order given
 * @param findings what only some seasons have
 */
public record ReportData(
        Season season,
        List<Kpi> kpis,
        Outcomes outcomes,
        Curve curve,
        List<Stage> stages,
        Cash cash,
        List<Master> masters,
        List<QuarantinedRow> quarantine,
        List<Account> trialBalance,
        Findings findings) {

    /** Copies the lists. */
    public ReportData {
        Objects.requireNonNull(findings, "findings");
        Objects.requireNonNull(season, "season");
        Objects.requireNonNull(outcomes, "outcomes");
        Objects.requireNonNull(curve, "curve");
        Objects.requireNonNull(cash, "cash");
        kpis = List.copyOf(kpis);
        stages = List.copyOf(stages);
        masters = List.copyOf(masters);
        quarantine = List.copyOf(quarantine);
        trialBalance = List.copyOf(trialBalance);
    }

    /**
     * What was simulated.
     *
     * @param garage name of the garage or project, as the portfolio has it
     * @param unit what the business calls what it lets
     * @param start first simulated day
     * @param endExclusive the day after the last simulated one
     * @param stageDays days before the end of the term at which a stage is due, in the order of the policy
     * @param seed of the simulated tenants
     * @param currency ISO 4217 code of every amount in the report, such as {@code CNY}
     * @param rows data lines of the portfolio, the header not counted
     * @param contracts rows that became contracts
     */
    public record Season(
            String garage,
            UnitName unit,
            LocalDate start,
            LocalDate endExclusive,
            List<Integer> stageDays,
            long seed,
            String currency,
            int rows,
            int contracts) {

        /** @throws IllegalArgumentException if the season has no day or a count is negative */
        public Season {
            Objects.requireNonNull(garage, "garage");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(currency, "currency");
            if (!start.isBefore(endExclusive)) {
                throw new IllegalArgumentException("endExclusive must be after start");
            }
            stageDays = List.copyOf(stageDays);
            notNegative(rows, "rows");
            notNegative(contracts, "contracts");
        }
    }

    /** What a business calls one of what it lets, such as a place 车位. */
    public record UnitName(String english, String chinese) {}

    /**
     * How the cases ended; together they are all cases of the season.
     *
     * @param renewed paid and signed, with a successor contract
     * @param declined the tenant said no
     * @param lapsed the term ended without payment and signature both
     * @param open not ended when the season was over
     */
    public record Outcomes(int renewed, int declined, int lapsed, int open) {

        /** @throws IllegalArgumentException if a count is negative */
        public Outcomes {
            notNegative(renewed, "renewed");
            notNegative(declined, "declined");
            notNegative(lapsed, "lapsed");
            notNegative(open, "open");
        }

        /** All cases. */
        public int total() {
            return Math.addExact(Math.addExact(renewed, declined), Math.addExact(lapsed, open));
        }
    }

    /**
     * Answers and renewals against the days that were left of the term.
     *
     * @param cases the cases that the shares are of
     * @param points at most one for a number of days, in any order; days without a point are as the day before
     */
    public record Curve(int cases, List<CurvePoint> points) {

        /** @throws IllegalArgumentException if a day comes twice, a count shrinks in time, or exceeds the cases */
        public Curve {
            notNegative(cases, "cases");
            points = points.stream()
                    .sorted((a, b) -> Integer.compare(b.daysToExpiry(), a.daysToExpiry()))
                    .toList();
            CurvePoint last = null;
            for (CurvePoint point : points) {
                if (point.responded() > cases || point.renewed() > cases) {
                    throw new IllegalArgumentException("more than " + cases + " cases: " + point);
                }
                if (last != null && !point.follows(last)) {
                    throw new IllegalArgumentException("points must not fall back: " + last + ", " + point);
                }
                last = point;
            }
        }
    }

    /**
     * Where the cases stood at the end of a day.
     *
     * @param daysToExpiry days left until the last day of the term: 30 is thirty days before it, 0 the day itself,
     *     negative after it
     * @param responded cases that had answered by then, cumulative
     * @param renewed cases that were paid and signed by then, cumulative
     */
    public record CurvePoint(int daysToExpiry, int responded, int renewed) {

        /** @throws IllegalArgumentException if a count is negative */
        public CurvePoint {
            notNegative(responded, "responded");
            notNegative(renewed, "renewed");
        }

        private boolean follows(CurvePoint earlier) {
            return daysToExpiry < earlier.daysToExpiry
                    && responded >= earlier.responded
                    && renewed >= earlier.renewed;
        }
    }

    /**
     * What a stage of the policy brought about.
     *
     * @param name of the stage, as the policy calls it
     * @param daysBefore days before the last day of the term at which it is due
     * @param fired cases in which it fired
     * @param reached those of them in which a touch of this stage reached a person
     * @param responded cases whose first answer came after this stage fired and before the next one did
     * @param renewed those of the responded that were renewed
     */
    public record Stage(String name, int daysBefore, int fired, int reached, int responded, int renewed) {

        /** @throws IllegalArgumentException if a count is negative */
        public Stage {
            Objects.requireNonNull(name, "name");
            notNegative(fired, "fired");
            notNegative(reached, "reached");
            notNegative(responded, "responded");
            notNegative(renewed, "renewed");
        }
    }

    /**
     * What was due and what was received.
     *
     * @param days at most one for a date, in any order; dates without one had neither
     * @param pressureRule when a day counts as one of liquidity pressure, a sentence that a manager understands
     */
    public record Cash(List<CashDay> days, String pressureRule) {

        /** @throws IllegalArgumentException if a date comes twice */
        public Cash {
            Objects.requireNonNull(pressureRule, "pressureRule");
            Set<LocalDate> dates = new HashSet<>();
            for (CashDay day : days) {
                if (!dates.add(day.date())) {
                    throw new IllegalArgumentException("twice: " + day.date());
                }
            }
            days = days.stream()
                    .sorted((a, b) -> a.date().compareTo(b.date()))
                    .toList();
        }
    }

    /**
     * One day's money.
     *
     * @param date in the garage's time zone
     * @param due sum of the receivables whose due date it is
     * @param received sum of the payments received on it, reversals taken off
     * @param pressure whether it is a day of liquidity pressure: received well below due
     */
    public record CashDay(LocalDate date, BigDecimal due, BigDecimal received, boolean pressure) {

        /** All are there. */
        public CashDay {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(received, "received");
        }
    }

    /**
     * A master contract (母合同).
     *
     * @param contractNo its number
     * @param tenant who holds it
     * @param billed the bill of the master, as it goes to whoever pays
     * @param own what the master itself was charged, without its sub-contracts
     * @param subs every contract below it, at any depth, shown in the order given
     */
    public record Master(
            String contractNo, String tenant, BigDecimal billed, BigDecimal own, List<SubContract> subs) {

        /** Copies the list. */
        public Master {
            Objects.requireNonNull(contractNo, "contractNo");
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(billed, "billed");
            Objects.requireNonNull(own, "own");
            subs = List.copyOf(subs);
        }

        /** What the master and everything below it were charged, added up contract by contract. */
        public BigDecimal treeTotal() {
            return subs.stream().map(SubContract::billed).reduce(own, BigDecimal::add);
        }

        /** Whether the bill equals the sum of the tree, to the last digit. */
        public boolean billEqualsTree() {
            return billed.compareTo(treeTotal()) == 0;
        }
    }

    /** How a contract fared in the season. */
    public enum Outcome {
        /** Renewed by a successor contract. */
        RENEWED,
        /** The tenant said no. */
        DECLINED,
        /** The term ended without payment and signature both. */
        LAPSED,
        /** A case is open. */
        OPEN,
        /** It had no case: its term did not end in the season. */
        RUNNING
    }

    /**
     * A contract below a master (子合同).
     *
     * @param contractNo its number
     * @param unit what it lets; may be empty
     * @param outcome how it fared
     * @param billed what was charged on it in the season, without what lies below it
     */
    public record SubContract(String contractNo, String unit, Outcome outcome, BigDecimal billed) {

        /** All are there. */
        public SubContract {
            Objects.requireNonNull(contractNo, "contractNo");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(billed, "billed");
        }
    }

    /**
     * A row of the portfolio that was not taken over.
     *
     * @param line data line, counted from 1, the header not counted
     * @param field the column at fault; empty if the row as a whole is
     * @param reason why, the same words for the same reason: rows are grouped by it
     * @param raw the row as it stood in the file; a long one is cut for display
     */
    public record QuarantinedRow(int line, String field, String reason, String raw) {

        /** All are there. */
        public QuarantinedRow {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(raw, "raw");
        }
    }

    /**
     * An account of the journal, added up.
     *
     * @param name of the account; for the names of the library's account roles the report adds the Chinese term
     * @param debit sum of its debits, not negative
     * @param credit sum of its credits, not negative
     */
    public record Account(String name, BigDecimal debit, BigDecimal credit) {

        /** All are there. */
        public Account {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(debit, "debit");
            Objects.requireNonNull(credit, "credit");
        }

        /** Debits less credits: positive is a debit balance. */
        public BigDecimal balance() {
            return debit.subtract(credit);
        }
    }

    private static void notNegative(int value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative, but was " + value);
        }
    }
}
