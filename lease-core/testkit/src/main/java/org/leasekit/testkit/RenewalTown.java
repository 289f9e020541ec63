package org.leasekit.testkit;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leasekit.LeaseKit;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.DeclineRenewal;
import org.leasekit.application.DunningProfile;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Receipt;
import org.leasekit.application.ReceivePayment;
import org.leasekit.application.ShippedCalendars;
import org.leasekit.application.SignRenewal;
import org.leasekit.billing.Receivable;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Slot;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.ledger.AccountRole;
import org.leasekit.ledger.JournalLine;
import org.leasekit.memory.SettableClock;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyKind;
import org.leasekit.party.StaffId;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Contracts;
import org.leasekit.port.Events;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.RenewalLinks;
import org.leasekit.port.Stores;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.renewal.Touch;
import org.leasekit.servicedesk.Duty;

/**
 * A small lessor in Shanghai on given stores, with a clock to set and a gateway that notes what it was
 * asked to send: the stage on which {@link JourneyContract} plays.
 */
final class RenewalTown {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final LessorId LESSOR = new LessorId("town");
  static final StaffId STEWARD = new StaffId("steward-a");

  final SettableClock clock;
  final Stores stores;
  final LeaseKit kit;
  final List<MessageGateway.Message> shown = new CopyOnWriteArrayList<>();
  
  /** Cases of which no link can be made. */
  final Set<CaseId> withoutLink = ConcurrentHashMap.newKeySet();

  /** What the gateway answers; delivered unless a test says otherwise. */
  volatile Function<MessageGateway.Message, MessageGateway.Delivery> answer =
      message -> MessageGateway.Delivery.DELIVERED;

  /** How long the gateway says that it rests. */
  volatile Duration rest = Duration.ZERO;

  RenewalTown(Stores stores, Validator validator, String start) {
    this(stores, validator, start, profile());
  }

  RenewalTown(Stores stores, Validator validator, String start, LessorProfile profile) {
    this(builder -> builder, stores, validator, start, profile);
  }

  /** A town that duns. */
  RenewalTown(
      Stores stores, Validator validator, String start, LessorProfile profile, DunningProfile dunning) {
    this(builder -> builder.dunning(dunning), stores, validator, start, profile);
  }

  /** A town where somebody hears what happens. */
  RenewalTown(Stores stores, Validator validator, String start, LessorProfile profile, Events listener) {
    this(builder -> builder.events(listener), stores, validator, start, profile);
  }

  private RenewalTown(
      UnaryOperator<LeaseKit.Builder> more,
      Stores stores,
      Validator validator,
      String start,
      LessorProfile profile) {
    this.stores = stores;
    this.clock = new SettableClock(at(start, "00:00"));
    LeaseKit.Builder builder =
        LeaseKit.builder()
            .profile(profile)
            .stores(stores)
            .gateway(new TownGateway())
            .links(new TownLinks())
            .validator(validator)
            .clock(clock);
    this.kit = more.apply(builder).build();
  }

  /** The usual stages, paid on a page of the town's. */
  static DunningProfile dunning() {
    return DunningProfile.standard(
        SHANGHAI, arrears -> URI.create("https://town.example/pay/" + arrears.id().payer()));
  }

  /** Links that anybody could guess. */
  private final class TownLinks implements RenewalLinks {
    @Override
    public URI linkFor(LessorId lessor, CaseId renewalCase, Instant expires) {
      if (withoutLink.contains(renewalCase)) {
        throw new IllegalStateException("no link");
      }
      return URI.create("https://town.example/r/" + renewalCase.value());
    }

    @Override
    public URI inLargeType(URI link) {
      return URI.create(link + "?large=1");
    }
  }

  static LessorProfile profile() {
    return LessorProfile.standard(
        LESSOR, SHANGHAI, Locale.SIMPLIFIED_CHINESE, ShippedCalendars.china());
  }

  /** Notes what it shows. */
  private final class TownGateway implements MessageGateway {
    @Override
    public Delivery send(Message message) {
      Delivery delivery = answer.apply(message);
      if (delivery == Delivery.DELIVERED) {
        shown.add(message);
      }
      return delivery;
    }

    @Override
    public Duration rest() {
      return rest;
    }
  }

  static Instant at(String day, String time) {
    return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(SHANGHAI).toInstant();
  }

  /** Sets the clock and does all that is due. */
  void goTo(String day, String time) {
    clock.set(at(day, time));
    kit.runDue();
  }

  /** Lives through every half hour up to an instant, so that nothing is seen late. */
  void liveTo(String day, String time) {
    Instant end = at(day, time);
    while (clock.instant().isBefore(end)) {
      Instant next = clock.instant().plus(Duration.ofMinutes(30));
      clock.set(next.isAfter(end) ? end : next);
      kit.runDue();
    }
  }

  /** Lives through every midnight and morning, up to noon of a day: enough to see stages come, and quick on a database. */
  void daysTo(String last) {
    LocalDate end = LocalDate.parse(last);
    LocalDate day = LocalDate.ofInstant(clock.instant(), SHANGHAI).plusDays(1);
    for (; !day.isAfter(end); day = day.plusDays(1)) {
      goTo(day.toString(), "00:00");
      goTo(day.toString(), "10:00");
      goTo(day.toString(), "12:00");
    }
  }

  /** What a lease is made of in these journeys. */
  static final class Lease {
    final String no;
    String start = "2025-04-01";
    String lastDay = "2026-03-31";
    @Nullable String unit;
    @Nullable String parent;
    @Nullable String birthDate;
    @Nullable String occupant;
    String tenant;
    boolean master;
    int cycleMonths = 1;
    String rent = "1000.00";
    String deposit = "1000.00";
    ChargeRules rules = ChargeRules.STANDARD;
    List<Contact> contacts =
        new ArrayList<>(
            List.of(
                new Contact(Channel.SMS, "19900000001"), new Contact(Channel.WECOM, "wm00000001")));

    Lease(String no) {
      this.no = no;
      this.unit = "U-" + no;
      this.tenant = "tenant-" + no;
    }
  }

  /** Signs a lease and puts it on the billing agenda, as an import does. */
  Contract let(String no, Consumer<Lease> details) {
    Lease lease = new Lease(no);
    details.accept(lease);
    Tenant tenant =
        new Tenant(
            LESSOR,
            new TenantId(lease.tenant),
            "王伟",
            PartyKind.PERSON,
            lease.birthDate == null ? null : LocalDate.parse(lease.birthDate));
    stores.tenants().putAll(List.of(tenant));
    Contract contract =
        new Contract(
            LESSOR,
            new ContractNo(no),
            lease.master,
            "garage",
            lease.master ? null : new UnitRef("garage", String.valueOf(lease.unit)),
            Slot.ALL,
            tenant.id(),
            lease.occupant == null ? null : new Occupant(lease.occupant, null),
            lease.contacts,
            STEWARD,
            DateRange.ofClosed(LocalDate.parse(lease.start), LocalDate.parse(lease.lastDay)),
            new ChargeTerms(
                    yuan(lease.rent), yuan(lease.deposit), lease.cycleMonths, "ACTUAL_MONTH")
                .withRules(lease.rules),
            ContractStatus.ACTIVE,
            Links.under(lease.parent == null ? null : new ContractNo(lease.parent)),
            0);
    StatusChange signed =
        new StatusChange(
            LESSOR,
            contract.no(),
            ContractStatus.DRAFT,
            ContractStatus.ACTIVE,
            clock.instant(),
            "test",
            "signed",
            "paper");
    if (stores.contracts().add(contract, List.of(signed)) != Contracts.Added.ADDED) {
      throw new IllegalStateException("the journey begins with a lease that cannot be: " + no);
    }
    stores.receivables().schedule(LESSOR, contract.no(), contract.term().start());
    return contract;
  }

  /** Puts somebody on the chain of those on duty for the ninety days from March 2026 on. */
  void onDuty(int level, StaffId who) {
    Instant from = at("2026-03-01", "00:00");
    stores
        .serviceDesk()
        .roster()
        .putAll(List.of(new Duty(LESSOR, level, who, from, from.plus(Duration.ofDays(90)))));
  }

  static javax.money.MonetaryAmount yuan(String amount) {
    return MinorUnits.amount(new BigDecimal(amount).movePointRight(2).longValueExact(), "CNY");
  }

  CaseId caseOf(String no) {
    Contract contract = contract(no);
    return CaseId.of(contract.no(), contract.term().lastDay());
  }

  Contract contract(String no) {
    return stores.contracts().find(LESSOR, new ContractNo(no)).orElseThrow();
  }

  RenewalCase renewal(String no) {
    return stores.cases().find(LESSOR, caseOf(no)).orElseThrow();
  }

  Outcome<RenewalCase> accept(String no) {
    return kit.renewals().accept(new AcceptRenewal(caseOf(no).value()));
  }

  Outcome<RenewalCase> decline(String no) {
    return kit.renewals().decline(new DeclineRenewal(caseOf(no).value()));
  }

  Outcome<RenewalCase> sign(String no, String signature) {
    return kit.renewals().sign(new SignRenewal(caseOf(no).value(), signature));
  }

  Outcome<Receipt> pay(String reference, String paymentId, String amount) {
    return kit.payments().receive(new ReceivePayment(paymentId, reference, yuan(amount)));
  }

  Outcome<Receipt> payRenewal(String no, String paymentId, String amount) {
    return pay(caseOf(no).value(), paymentId, amount);
  }

  List<Touch> touches() {
    List<Touch> touches = new ArrayList<>();
    stores.records().touches(LESSOR, touches::add);
    return touches;
  }

  List<StewardTask> tasks() {
    List<StewardTask> tasks = new ArrayList<>();
    stores.records().tasks(LESSOR, tasks::add);
    return tasks;
  }

  List<Receivable> receivables(String no) {
    List<Receivable> receivables = new ArrayList<>();
    stores.records().receivables(LESSOR, receivables::add);
    return receivables.stream().filter(r -> r.key().contract().value().equals(no)).toList();
  }

  /** Debits less credits of an account over the whole journal, in minor units. */
  long balance(AccountRole account) {
    return balance(account, null);
  }

  /** The same for the lines of one contract. */
  long balance(AccountRole account, @Nullable String no) {
    long[] sum = new long[1];
    stores
        .records()
        .journal(
            LESSOR,
            entry -> {
              for (JournalLine line : entry.lines()) {
                if (line.account() == account
                    && (no == null || line.contract().value().equals(no))) {
                  long minor = MinorUnits.of(line.amount());
                  sum[0] += line.side() == JournalLine.Side.DEBIT ? minor : -minor;
                }
              }
            });
    return sum[0];
  }
}
