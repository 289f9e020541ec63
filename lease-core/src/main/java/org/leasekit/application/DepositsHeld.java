package org.leasekit.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.settlement.Fund;
import org.leasekit.settlement.Netting;
import org.leasekit.settlement.SettlementStatement;

/**
 * What deposits are here for a contract that nothing continues: what was paid under it and under the contracts that it
 * continues, less what renewals have given back and statements have used.
 */
final class DepositsHeld {
  private final Stores stores;
  private final LessorProfile profile;
  private final Contract contract;
  private final List<ContractNo> lineage;

  DepositsHeld(Stores stores, LessorProfile profile, Contract contract) {
    this.stores = stores;
    this.profile = profile;
    this.contract = contract;
    this.lineage = Lineage.of(stores, profile.lessor(), contract);
  }

  /** Every deposit that was raised, the oldest first. */
  List<Receivable> raised() {
    return stores.receivables().of(profile.lessor(), lineage).stream()
        .filter(each -> each.key().charge().equals(ChargeCode.DEPOSIT) && each.key().revision() == 0)
        .sorted(
            Comparator.comparing((Receivable each) -> -lineage.indexOf(each.key().contract()))
                .thenComparing(Receivable::key))
        .toList();
  }

  /** What is here, by payer, the oldest first; who has nothing here is left out. */
  List<Netting.Deposit> held(Instant at) {
    Map<ContractNo, Long> paid = new LinkedHashMap<>();
    Map<ContractNo, Long> frozen = new LinkedHashMap<>();
    List<Receivable> raised = raised();
    Freezes freezes = Freezes.of(stores, profile.lessor(), asOfHolder(raised), at);
    for (Receivable each : raised) {
      paid.merge(party(each.payer()), MinorUnits.of(each.allocated()), Long::sum);
      frozen.merge(party(each.payer()), frozen(freezes, each), Long::sum);
    }
    takeOffRenewals(paid);
    takeOffStatements(paid);
    List<Netting.Deposit> held = new ArrayList<>();
    paid.forEach(
        (payer, minor) -> {
          if (minor > 0) {
            held.add(
                new Netting.Deposit(
                    payer,
                    MinorUnits.amount(minor, contract.terms().currency()),
                    MinorUnits.amount(
                        Math.min(minor, frozen.getOrDefault(payer, 0L)), contract.terms().currency())));
          }
        });
    return held;
  }

  /** What was paid under a contract that this one continues is this one's by now. */
  private ContractNo party(ContractNo payer) {
    return lineage.contains(payer) ? contract.no() : payer;
  }

  /** Deposits as they were raised, and as if the contract that has them now had raised them: a freeze may name either. */
  private List<Receivable> asOfHolder(List<Receivable> raised) {
    List<Receivable> both = new ArrayList<>(raised);
    raised.forEach(each -> both.add(ofHolder(each)));
    return both;
  }

  private Receivable ofHolder(Receivable deposit) {
    ReceivableKey key = deposit.key();
    return new Receivable(
        deposit.lessor(), new ReceivableKey(contract.no(), key.charge(), key.period(), key.revision()),
        deposit.payer(), deposit.unadjustedDue(), deposit.due(), deposit.amount(), deposit.allocated(),
        deposit.credited(), deposit.derivation(), deposit.raisedAt(), deposit.version());
  }

  private long frozen(Freezes freezes, Receivable deposit) {
    return Math.max(freezes.ofPaid(deposit), freezes.ofPaid(ofHolder(deposit)));
  }

  /** Renewals give back what a smaller deposit leaves over, of the oldest first. */
  private void takeOffRenewals(Map<ContractNo, Long> paid) {
    long back = 0;
    for (ContractNo before : lineage.subList(1, lineage.size())) {
      for (RenewalCase renewal : stores.contractRecords().cases(profile.lessor(), before)) {
        if (renewal.state() == CaseState.RENEWED) {
          back += MinorUnits.of(renewal.offer().depositRefund());
        }
      }
    }
    for (Map.Entry<ContractNo, Long> each : paid.entrySet()) {
      long taken = Math.min(back, each.getValue());
      each.setValue(each.getValue() - taken);
      back -= taken;
    }
  }

  private void takeOffStatements(Map<ContractNo, Long> paid) {
    for (ContractNo no : lineage) {
      for (SettlementStatement statement : stores.settlements().statements(profile.lessor(), no)) {
        for (Fund fund : statement.funds()) {
          if (fund.kind() == Fund.Kind.DEPOSIT) {
            long used = MinorUnits.of(fund.applied().add(fund.refunded()));
            paid.merge(party(fund.payer()), -used, Long::sum);
          }
        }
      }
    }
  }
}
