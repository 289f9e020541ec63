package org.leasekit.examples.season;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.examples.report.Findings;
import org.leasekit.insight.Effort;
import org.leasekit.insight.RenewalKpis;
import org.leasekit.intent.Accuracy;
import org.leasekit.intent.Effect;
import org.leasekit.intent.Estimate;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Proposal;
import org.leasekit.renewal.RenewalCase;

/** What a season found out beyond its counts: of offers, intent, early birds and sites, and beside another policy. */
final class SeasonFindings {
  private static final int HUNDRED = 100;
  private static final int TENTHS = 10;
  private static final int AUC_DIGITS = 3;

  private final SeasonResult season;
  private final SeasonFigures figures;
  private final PlainRule plain;
  private final Map<CaseId, RenewalCase> cases = new HashMap<>();

  /** Whether a tenant had paid by day 22 before expiry, as was known when the model was asked. */
  interface PlainRule {
    /** True when nothing that was due by then was unpaid. */
    boolean paidByDay22(Proposal proposal);
  }

  private SeasonFindings(SeasonResult season, PlainRule plain) {
    this.season = season;
    this.figures = season.figures();
    this.plain = plain;
    figures.records().cases().forEach(each -> cases.put(each.id(), each));
  }

  static Findings of(
      SeasonResult season, Beside.@Nullable Compared compared, PlainRule plain, List<Findings.Told> stories) {
    SeasonFindings findings = new SeasonFindings(season, plain);
    boolean birds = season.plan().business().earlyBirdDays() > 0;
    return new Findings(
        compared == null ? null : PolicyComparison.finding(compared),
        birds ? findings.earlyBird() : null,
        birds ? findings.intent() : null,
        findings.prices(),
        findings.sites(),
        stories);
  }

  private Findings.EarlyBird earlyBird() {
    Effect effect = figures.earlyBirds();
    EarlyBirdTruth truth = season.truth();
    return new Findings.EarlyBird(
        effect.treated(),
        effect.treatedRenewed(),
        effect.heldBack(),
        effect.heldBackRenewed(),
        points(effect.difference()),
        points(effect.low()),
        points(effect.high()),
        truth == null ? null : truth.renewedUntold());
  }

  /** Null when nothing had been learnt in time for a case that has ended. */
  private Findings.@Nullable Intent intent() {
    List<Accuracy.Outcome> said = new ArrayList<>();
    List<Accuracy.Outcome> rule = new ArrayList<>();
    int unlearnt = 0;
    for (Proposal proposal : figures.records().proposals()) {
      RenewalCase renewal = cases.get(proposal.renewalCase());
      if (renewal == null || renewal.state() == CaseState.SUPERSEDED || renewal.lapsesAt().isAfter(figures.end())) {
        continue;
      }
      Estimate estimate = proposal.chance().intent();
      if (estimate.equals(Estimate.UNKNOWN)) {
        unlearnt++;
        continue;
      }
      boolean renewed = renewal.state() == CaseState.RENEWED;
      said.add(new Accuracy.Outcome(estimate.probability(), renewed));
      rule.add(new Accuracy.Outcome(plain.paidByDay22(proposal) ? 1 : 0, renewed));
    }
    return said.isEmpty() ? null : intent(said, rule, unlearnt);
  }

  private static Findings.Intent intent(
      List<Accuracy.Outcome> said, List<Accuracy.Outcome> rule, int unlearnt) {
    Accuracy accuracy = Accuracy.of(said);
    Map<Integer, List<Accuracy.Outcome>> tenths = new TreeMap<>();
    said.forEach(
        each ->
            tenths
                .computeIfAbsent(Math.min(TENTHS - 1, (int) (each.probability() * TENTHS)), tenth -> new ArrayList<>())
                .add(each));
    List<Findings.Group> groups = new ArrayList<>();
    tenths.forEach(
        (tenth, some) ->
            groups.add(
                new Findings.Group(
                    tenth * TENTHS,
                    (tenth + 1) * TENTHS,
                    some.size(),
                    points(some.stream().mapToDouble(Accuracy.Outcome::probability).sum() / some.size()),
                    renewed(some))));
    List<Accuracy.Outcome> paid = rule.stream().filter(each -> each.probability() > 0).toList();
    return new Findings.Intent(
        said.size(),
        unlearnt,
        groups,
        BigDecimal.valueOf(accuracy.auc()).setScale(AUC_DIGITS, RoundingMode.HALF_UP),
        BigDecimal.valueOf(Accuracy.of(rule).auc()).setScale(AUC_DIGITS, RoundingMode.HALF_UP),
        points(accuracy.calibrationError()),
        paid.size(),
        renewed(paid),
        rule.size() - paid.size(),
        renewed(rule) - renewed(paid));
  }

  private static int renewed(List<Accuracy.Outcome> outcomes) {
    return (int) outcomes.stream().filter(Accuracy.Outcome::renewed).count();
  }

  /** Null where every offer is at the old price, nothing had to be approved and no code was used. */
  private Findings.@Nullable Prices prices() {
    Tally tally = new Tally();
    for (Proposal proposal : figures.records().proposals()) {
      RenewalCase renewal = cases.get(proposal.renewalCase());
      if (renewal != null && proposal.price().old().getCurrency().equals(figures.currency())) {
        tally.add(proposal, MinorUnits.of(renewal.offer().terms().monthlyRent()));
      }
    }
    return tally.dearer + tally.cheaper + tally.codes + tally.approvals == 0 ? null : tally.prices();
  }

  /** What is counted over all offers. */
  private static final class Tally {
    private final TreeMap<String, int[]> deciders = new TreeMap<>();
    private final List<Duration> waits = new ArrayList<>();
    private int offers;
    private long old;
    private long offered;
    private int dearer;
    private int cheaper;
    private int codes;
    private int approvals;

    void add(Proposal proposal, long now) {
      long before = MinorUnits.of(proposal.price().old());
      offers++;
      old += before;
      offered += now;
      dearer += now > before ? 1 : 0;
      cheaper += now < before ? 1 : 0;
      codes += proposal.codeRedeemed() ? 1 : 0;
      Proposal.Approval approval = proposal.approval();
      approvals += approval.state() == Proposal.ApprovalState.NOT_NEEDED ? 0 : 1;
      if (approval.decidedBy() != null && approval.decidedAt() != null) {
        int[] counts = deciders.computeIfAbsent(approval.decidedBy().value(), who -> new int[2]);
        counts[approval.state() == Proposal.ApprovalState.APPROVED ? 0 : 1]++;
        waits.add(Duration.between(proposal.draftedAt(), approval.decidedAt()));
      }
    }

    Findings.Prices prices() {
      waits.sort(Comparator.naturalOrder());
      return new Findings.Prices(
          offers,
          mean(old, offers),
          mean(offered, offers),
          dearer,
          offers - dearer - cheaper,
          cheaper,
          codes,
          approvals,
          deciders.entrySet().stream()
              .map(each -> new Findings.Decider(each.getKey(), each.getValue()[0], each.getValue()[1]))
              .toList(),
          approvals - waits.size(),
          waits.isEmpty() ? null : SeasonFigures.days(waits.get((waits.size() - 1) / 2)),
          waits.isEmpty() ? null : SeasonFigures.days(waits.get(waits.size() - 1)));
    }
  }

  private List<Findings.Site> sites() {
    SeasonRecords records = figures.records();
    Map<ContractNo, String> sites = new HashMap<>();
    for (Contract contract : records.contracts()) {
      sites.put(contract.no(), contract.project());
    }
    TreeSet<String> names = new TreeSet<>(sites.values());
    return names.size() < 2
        ? List.of()
        : names.stream().map(name -> site(name, records, sites)).filter(site -> site.cases() > 0).toList();
  }

  private Findings.Site site(String name, SeasonRecords records, Map<ContractNo, String> sites) {
    RenewalKpis kpis =
        RenewalKpis.of(
            each -> name.equals(sites.get(each.contract())),
            records.cases(),
            records.touches(),
            records.tasks(),
            Effort.standard());
    long sum = 0;
    int rents = 0;
    for (RenewalCase renewal : records.cases()) {
      if (name.equals(sites.get(renewal.contract()))
          && renewal.offer().terms().currency().equals(figures.currency())
          && renewal.state() != CaseState.SUPERSEDED) {
        sum += MinorUnits.of(renewal.offer().terms().monthlyRent());
        rents++;
      }
    }
    return new Findings.Site(
        name, kpis.opened(), kpis.responded(), kpis.renewed(), kpis.declined(), kpis.lapsed(), kpis.open(),
        rents == 0 ? null : mean(sum, rents));
  }

  /** Of amounts in cents: the season's sums are in a currency of two digits, as the stories are. */
  private static BigDecimal mean(long minor, int count) {
    return BigDecimal.valueOf(minor, 2).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal points(double share) {
    return BigDecimal.valueOf(share * HUNDRED).setScale(2, RoundingMode.HALF_UP);
  }
}
