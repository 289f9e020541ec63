package org.leasekit.jdbc;

import jakarta.validation.Validation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.leasekit.LeaseKit;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.LateFees;
import org.leasekit.memory.SettableClock;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.testkit.Samples;

/** Some contracts that owe the rent of March, on the day on which they are reminded; every third phone is dead. */
final class DunningWorld {
  private static final int CONTRACTS = 24;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate LATE = LocalDate.of(2026, 3, 5);

  private final Stores stores;
  private final Consumer<String> sent;
  private final SettableClock clock = new SettableClock(at(MARCH, LocalTime.MIDNIGHT));
  private final LeaseKit kit;

  /**
   * A node.
   *
   * @param sent hears the idempotency key of every message that goes out
   */
  DunningWorld(Stores stores, Consumer<String> sent) {
    this.stores = stores;
    this.sent = sent;
    this.kit =
        LeaseKit.builder()
            .profile(
                LessorProfile.standard(
                    Samples.LESSOR, ZONE, Locale.SIMPLIFIED_CHINESE, ShippedCalendars.china()))
            .dunning(
                DunningProfile.standard(ZONE, debts -> URI.create("https://world.example/pay"))
                    .withFees(new LateFees(5, 0, 30)))
            .stores(stores)
            .gateway(this::send)
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

  private Delivery send(MessageGateway.Message message) {
    sent.accept(message.idempotencyKey());
    Contact to = message.contact();
    boolean dead = to.channel() == Channel.SMS && Integer.parseInt(to.address()) % 3 == 0;
    return dead ? Delivery.DEAD_CONTACT : Delivery.DELIVERED;
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }

  private static List<ContractNo> numbers() {
    return IntStream.range(0, CONTRACTS).mapToObj(i -> new ContractNo(String.format("C-%04d", i))).toList();
  }

  DunningWorld prepared() {
    stores
        .unitOfWork()
        .run(
            () -> {
              for (ContractNo no : numbers()) {
                String address = no.value().substring(2);
                stores
                    .contracts()
                    .add(
                        Samples.contract(no.value())
                            .lasting(DateRange.of(MARCH, MARCH.plusMonths(6)))
                            .paidByTheTenant()
                            .reachedBy(List.of(new Contact(Channel.SMS, address), new Contact(Channel.WECOM, "wm" + address)))
                            .build(),
                        List.of());
                stores.receivables().schedule(Samples.LESSOR, no, MARCH);
              }
            });
    kit.billing().raiseDue();
    return this;
  }

  /** Ten o'clock on the third business day after the rent was due. */
  void run() {
    clock.set(at(LATE, LocalTime.of(10, 0)));
    kit.dunning().runDue();
    kit.notices().dispatchDue();
  }

  /** What was done about the debts. */
  List<String> done() {
    List<String> done = new ArrayList<>();
    var records = stores.records();
    for (ContractNo no : numbers()) {
      for (ArrearsId id : stores.dunning().matters(Samples.LESSOR, no)) {
        stores.dunning().fired(Samples.LESSOR, id).forEach(fired -> done.add(id + " " + fired.stage()));
        stores
            .outbox()
            .ofCase(Samples.LESSOR, new CaseId(id.toString()))
            .forEach(notice -> done.add(notice.id() + " " + notice.state() + " " + notice.attempts()));
      }
    }
    records.receivables(Samples.LESSOR, each -> done.add(each.key() + " " + each.amount()));
    records.touches(Samples.LESSOR, each -> done.add(each.renewalCase() + " " + each.recipient() + " " + each.result()));
    records.tasks(Samples.LESSOR, each -> done.add(each.id().value()));
    List<String> journal = new ArrayList<>();
    records.journal(Samples.LESSOR, each -> journal.add(each.id() + " " + each.lines()));
    done.addAll(journal.stream().sorted().toList());
    return done;
  }
}
