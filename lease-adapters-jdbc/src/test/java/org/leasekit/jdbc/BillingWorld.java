package org.leasekit.jdbc;

import jakarta.validation.Validation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.leasekit.LeaseKit;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.ReceivePayment;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.memory.SettableClock;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Stores;
import org.leasekit.testkit.Samples;

/**
 * Some hundred contracts from March 1, 2026: two months are billed and paid, then a third of the contracts turn out to have
 * been suspended in March, and the run of May raises, credits, and gives money back.
 */
final class BillingWorld {

  static final int CONTRACTS = 300;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  final Stores stores;
  private final SettableClock clock = new SettableClock(at(MARCH));
  final LeaseKit kit;

  BillingWorld(Stores stores) {
    this.stores = stores;
    this.kit =
        LeaseKit.builder()
            .profile(
                LessorProfile.standard(
                    Samples.LESSOR, ZONE, Locale.SIMPLIFIED_CHINESE, ShippedCalendars.china()))
            .stores(stores)
            .gateway(message -> MessageGateway.Delivery.DELIVERED)
            .links((lessor, renewal, expires) -> URI.create("https://world.example/" + renewal))
            .validator(
                Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator())
            .clock(clock)
            .build();
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** All that was before the run of May. */
  BillingWorld prepared() {
    stores
        .unitOfWork()
        .run(
            () -> {
              for (ContractNo no : numbers()) {
                stores
                    .contracts()
                    .add(
                        Samples.contract(no.value()).lasting(DateRange.of(MARCH, MARCH.plusMonths(6))).build(),
                        List.of());
                stores.receivables().schedule(Samples.LESSOR, no, MARCH);
              }
            });
    clock.set(at(MARCH.plusMonths(1)));
    kit.billing().raiseDue();
    stores
        .unitOfWork()
        .run(
            () -> {
              for (ContractNo no : numbers()) {
                kit.payments().receive(new ReceivePayment("P-" + no, no.value(), Samples.yuan(4800_00))).orElseThrow();
                if (Integer.parseInt(no.value().substring(2)) % 3 == 0) {
                  suspend(no);
                }
              }
            });
    return this;
  }

  private void suspend(ContractNo no) {
    kit.locks()
        .suspend(
            new LockReceivables(
                "L-" + no, new LockScope.WholeContract(no), LockReason.SUSPENSION, "", "tenant", "manager",
                at(MARCH.plusDays(10)), at(MARCH.plusDays(20)), false))
        .orElseThrow();
  }

  static List<ContractNo> numbers() {
    return IntStream.range(0, CONTRACTS).mapToObj(i -> new ContractNo(String.format("C-%04d", i))).toList();
  }

  /** The run of May. */
  void run() {
    clock.set(at(MARCH.plusMonths(2)));
    kit.billing().raiseDue();
  }

  /** What is stored of money but for versions and the instants at which it was stored. */
  List<String> money() {
    List<String> money = new ArrayList<>();
    var records = stores.records();
    records.receivables(
        Samples.LESSOR,
        each ->
            money.add(
                each.key() + " " + each.payer() + " " + each.due() + " " + each.amount() + " " + each.allocated() + " "
                    + each.credited()));
    records.adjustments(
        Samples.LESSOR, each -> money.add(each.key() + " " + each.side() + " " + each.amount() + " " + each.cause()));
    records.payments(Samples.LESSOR, each -> money.add(each.id() + " " + each.unapplied()));
    TreeSet<String> journal = new TreeSet<>();
    records.journal(Samples.LESSOR, each -> journal.add(each.id() + " " + each.lines()));
    money.addAll(journal);
    money.add("agenda " + stores.receivables().billable(Samples.LESSOR, LocalDate.of(2999, 1, 1), CONTRACTS * 2).size());
    money.add("due " + stores.receivables().billable(Samples.LESSOR, MARCH.plusMonths(2), CONTRACTS * 2));
    return money;
  }
}
