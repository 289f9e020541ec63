package org.leasekit.examples.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows where a season has it: offers, intent, early birds, sites, and another policy beside its own. What a
 * season has nothing of is null or empty, and has no section then.
 *
 * @param comparison with another policy on the same tenants
 * @param earlyBird what telling some tenants early did
 * @param intent how good the estimates of intent were; only where something was learnt
 * @param prices old and new rents, and who approved them
 * @param sites the figures by site, shown in the order given; only where there are several
 * @param stories of typical cases, shown in the order given
 */
public record Findings(
        @Nullable Comparison comparison,
        @Nullable EarlyBird earlyBird,
        @Nullable Intent intent,
        @Nullable Prices prices,
        List<Site> sites,
        List<Told> stories) {

    /** Nothing of all that. */
    public static final Findings NONE = new Findings(null, null, null, null, List.of(), List.of());

    /** Copies the lists. */
    public Findings {
        sites = List.copyOf(sites);
        stories = List.copyOf(stories);
    }

    /**
     * Two policies on the same tenants.
     *
     * @param first days before the end of the term at which the stages of the season's own policy are due
     * @param second those of the other
     * @param lines shown in the order given
     */
    public record Comparison(List<Integer> first, List<Integer> second, List<Line> lines) {

        /** Copies the lists. */
        public Comparison {
            first = List.copyOf(first);
            second = List.copyOf(second);
            lines = List.copyOf(lines);
        }
    }

    /**
     * One figure under two policies.
     *
     * @param label English name
     * @param term Chinese name
     * @param unit of all five figures; of a share they are in per cent
     * @param pairs tenants of whom both are known
     * @param first mean under the first policy
     * @param second mean under the second
     * @param difference second less first
     * @param low the true difference lies in [low, high] with 95 % confidence
     * @param high see {@code low}
     * @param unclear true when the interval does not leave out zero
     */
    public record Line(
            String label,
            String term,
            Kpi.Unit unit,
            int pairs,
            BigDecimal first,
            BigDecimal second,
            BigDecimal difference,
            BigDecimal low,
            BigDecimal high,
            boolean unclear) {

        /** Names are there. */
        public Line {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(term, "term");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /**
     * What telling some tenants early did, measured on those whose time to answer was over.
     *
     * @param treated were told early
     * @param treatedRenewed of them
     * @param heldBack could have been, and were not, by lot
     * @param heldBackRenewed of them
     * @param difference of the two shares, in points
     * @param low the true difference lies in [low, high] with 95 % confidence, in points
     * @param high see {@code low}
     * @param untold how many of the treated renewed when the same season was run with nobody told early; null when it was not
     *     run. As long as it is, {@code treatedRenewed} less this is what was truly done
     */
    public record EarlyBird(
            int treated,
            int treatedRenewed,
            int heldBack,
            int heldBackRenewed,
            BigDecimal difference,
            BigDecimal low,
            BigDecimal high,
            @Nullable Integer untold) {}

    /**
     * How good the estimates were, of cases whose time to answer was over and of whom something had been learnt.
     *
     * @param cases how many
     * @param unlearnt cases whose time was over too, but who were asked before anything was learnt
     * @param groups by the probability given, the lowest first; none is empty
     * @param auc chance that of one who renewed and one who did not the first was given the higher probability
     * @param plainAuc the same by the plain rule alone: who had paid by day 22 before expiry renews
     * @param calibrationError mean difference of what was said and what was, by tenths of the cases, in points
     * @param paid who had paid all that was due by day 22, as far as that day had come
     * @param paidRenewed of them
     * @param unpaid who had not
     * @param unpaidRenewed of them
     */
    public record Intent(
            int cases,
            int unlearnt,
            List<Group> groups,
            BigDecimal auc,
            BigDecimal plainAuc,
            BigDecimal calibrationError,
            int paid,
            int paidRenewed,
            int unpaid,
            int unpaidRenewed) {

        /** Copies the list. */
        public Intent {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Cases of much the same estimate.
     *
     * @param from the least probability of the group, in per cent
     * @param to the greatest, in per cent
     * @param cases how many
     * @param said the mean probability given, in per cent
     * @param renewed how many did
     */
    public record Group(int from, int to, int cases, BigDecimal said, int renewed) {}

    /**
     * What was offered.
     *
     * @param offers how many
     * @param old mean monthly rent before
     * @param offered mean monthly rent offered, discounts taken off
     * @param dearer offers above the old rent
     * @param same at it
     * @param cheaper below it
     * @param codes discount codes redeemed
     * @param approvals how many had to be approved
     * @param decided by whom and how often, shown in the order given
     * @param pending those that nobody had decided when the season or their term was over
     * @param medianWait days from drafting to decision; null when nothing was decided
     * @param longestWait in days; null when nothing was decided
     */
    public record Prices(
            int offers,
            BigDecimal old,
            BigDecimal offered,
            int dearer,
            int same,
            int cheaper,
            int codes,
            int approvals,
            List<Decider> decided,
            int pending,
            @Nullable BigDecimal medianWait,
            @Nullable BigDecimal longestWait) {

        /** Copies the list. */
        public Prices {
            decided = List.copyOf(decided);
        }
    }

    /** Who approved and refused how many offers. */
    public record Decider(String who, int approved, int refused) {}

    /**
     * The figures of one site.
     *
     * @param rent mean monthly rent offered; null when nothing was
     */
    public record Site(
            String name, int cases, int responded, int renewed, int declined, int lapsed, int open,
            @Nullable BigDecimal rent) {}

    /**
     * The story of a case, told by the library.
     *
     * @param what makes it typical, in English
     * @param whatZh the same in Chinese
     */
    public record Told(String what, String whatZh, String caseId, String english, String chinese) {}
}
