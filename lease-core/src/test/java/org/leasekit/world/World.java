package org.leasekit.world;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.leasekit.LeaseKit;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.application.AmendContract;
import org.leasekit.application.AmendContract.Basis;
import org.leasekit.application.LessorProfile;
import org.leasekit.application.Promote;
import org.leasekit.application.PutBelow;
import org.leasekit.application.SignContract;
import org.leasekit.application.WithdrawAmendment;
import org.leasekit.calendar.BusinessCalendar;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.memory.MemoryStores;
import org.leasekit.memory.SettableClock;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.MessageGateway;
import org.leasekit.world.PlainLease.Entry;
import org.leasekit.world.PlainLease.Signed;

/** A lessor of few units and many contracts: what is done to it is done to the plain table as well. */
final class World {

  static final LessorId LESSOR = new LessorId("world");
  static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  static final int MOST = 30;
  static final int TENANTS = 4;

  /** Nothing is sent that somebody would have to check: the commands are made here. */
  private static final Validator EVERYTHING_IS_VALID =
      (Validator)
          Proxy.newProxyInstance(
              World.class.getClassLoader(), new Class<?>[] {Validator.class}, (proxy, method, args) -> Set.of());

  private static final LessorProfile PROFILE =
      LessorProfile.standard(LESSOR, ZoneOffset.UTC, Locale.ENGLISH, BusinessCalendar.everyDay());

  final MemoryStores stores = new MemoryStores();
  final SettableClock clock = new SettableClock(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant());
  final PlainWorld plain = new PlainWorld();
  final LeaseKit kit =
      LeaseKit.builder()
          .profile(PROFILE)
          .stores(stores)
          .gateway(message -> MessageGateway.Delivery.DELIVERED)
          .links((lessor, renewal, expires) -> URI.create("https://world.example/r"))
          .validator(EVERYTHING_IS_VALID)
          .clock(clock)
          .build();

  World() {
    for (int i = 0; i < TENANTS; i++) {
      stores.tenants().putAll(List.of(tenant(i)));
    }
  }

  static Tenant tenant(int index) {
    return new Tenant(LESSOR, new TenantId("t" + index), "tenant " + index, PartyKind.PERSON, null);
  }

  static LocalDate date(int day) {
    return FIRST.plusDays(day);
  }

  static MonetaryAmount yuan(int amount) {
    return MinorUnits.amount(amount * 100L, "CNY");
  }

  static String unit(int index) {
    return "U" + index;
  }

  private Instant tick() {
    clock.set(clock.instant().plus(Duration.ofSeconds(1)));
    return clock.instant();
  }

  private void agree(Outcome<?> answer, boolean legal, String what) {
    assertThat(answer.isAccepted())
        .as(() -> what + ": " + (answer.isAccepted() ? "accepted" : answer.rejection().toString()))
        .isEqualTo(legal);
  }

  boolean sign(Signed signed, PlainLease parent) {
    Instant now = tick();
    boolean legal = plain.sign(signed, parent, now);
    String no = (signed.master() ? "M-" : "C-") + signed.index();
    Outcome<Contract> answer =
        kit.contracts()
            .sign(
                new SignContract(
                    no, "garage", signed.master() ? null : unit(signed.unit()), Portions.get(signed.portion()),
                    tenant(signed.tenant()), null, null, List.of(), null, date(signed.start()),
                    date(signed.end()), yuan(signed.rent()), yuan(0), 1, "ACTUAL_MONTH",
                    parent == null ? null : parent.no(), "office", "paper"));
    agree(answer, legal, "sign " + signed + " below " + (parent == null ? "none" : parent.no()));
    return legal;
  }

  boolean amend(PlainLease lease, Entry entry, SubsAtEnd subs) {
    Instant now = tick();
    boolean legal =
        entry.kind() == ChangeKind.SPLIT
            ? plain.split(lease, entry, now)
            : plain.amend(lease, entry, subs, now);
    Outcome<ContractHistory> answer = kit.amendments().amend(command(lease, entry, subs));
    agree(answer, legal, lease.no() + " " + entry + " " + subs);
    note();
    return legal;
  }

  boolean withdraw(PlainLease lease, int number) {
    Instant now = tick();
    boolean legal = plain.withdraw(lease, number, now);
    Outcome<ContractHistory> answer =
        kit.amendments().withdraw(new WithdrawAmendment(lease.no(), number, "office", "error", "mail"));
    agree(answer, legal, lease.no() + " withdraws " + number);
    note();
    return legal;
  }

  /** From today on, or planned for a later day. */
  boolean move(PlainLease lease, PlainLease master, int inDays) {
    tick();
    LocalDate day = inDays == 0 ? null : date(plain.today + inDays);
    boolean legal =
        inDays == 0
            ? plain.move(lease, master, plain.today)
            : plain.plan(lease, master, plain.today + inDays);
    Outcome<Contract> answer =
        master == null
            ? kit.hierarchy().promote(new Promote(lease.no(), day, "office", "asked", "mail"))
            : kit.hierarchy()
                .putBelow(new PutBelow(lease.no(), master.no(), day, "office", "asked", "mail"));
    agree(answer, legal, "move " + lease.no() + " below " + (master == null ? "none" : master.no()) + " in " + inDays);
    note();
    return legal;
  }

  private void note() {
    plain.leases.forEach(lease -> lease.places.note(clock.instant()));
  }

  void advance(int days) {
    plain.advance(days);
    clock.set(clock.instant().plus(Duration.ofDays(days)));
    kit.moveSweep().runDue();
    note();
    kit.amendmentSweep().runDue();
    kit.sweep().runDue();
  }

  Contract stored(PlainLease lease) {
    return stores.contracts().find(LESSOR, new ContractNo(lease.no())).orElseThrow();
  }

  private AmendContract command(PlainLease lease, Entry entry, SubsAtEnd subs) {
    Basis basis = new Basis(lease.no(), date(entry.day()), "office", "asked", "mail");
    return switch (entry.kind()) {
      case EXTENSION -> new AmendContract.Extension(basis, date(entry.a()));
      case RENT_CHANGE -> new AmendContract.RentChange(basis, yuan(entry.rent()), "S");
      case PRICE_RULES ->
          new AmendContract.PriceRules(
              basis,
              entry.a() == 0 ? List.of(new ChargeRules.Step(basis.effective(), entry.rent() * 100L)) : List.of(),
              entry.a() == 0 ? List.of() : List.of(DateRange.of(basis.effective(), date(entry.b()))),
              List.of(),
              "S");
      case INDEX_FIGURES ->
          new AmendContract.IndexFigures(basis, Map.of(YearMonth.of(2026, 1), BigDecimal.ONE));
      case UNIT_SWAP -> new AmendContract.UnitSwap(basis, "garage", unit(entry.a()));
      case SPLIT -> split(lease, basis, entry);
      case MERGE_BACK -> new AmendContract.MergeBack(basis, "C-" + entry.a(), yuan(entry.rent()), "S");
      case SUBLEASE -> new AmendContract.Sublease(basis, "t" + entry.a(), date(entry.b()));
      case ASSIGNMENT -> new AmendContract.Assignment(basis, "t" + entry.a());
      case CONTACT_CHANGE -> new AmendContract.ContactChange(basis, List.of());
      case OCCUPANT_CHANGE -> new AmendContract.OccupantChange(basis, "user", null);
      case PAYER_CHANGE -> new AmendContract.PayerChange(basis, entry.a() == PlainLease.NONE ? null : payer(entry.a()));
      case SUSPENSION -> new AmendContract.Suspension(basis);
      case RESUMPTION -> new AmendContract.Resumption(basis);
      case EARLY_TERMINATION -> new AmendContract.EarlyTermination(basis, basis.effective(), subs);
      case WITHDRAWAL -> throw new IllegalArgumentException("withdrawn, not amended");
    };
  }

  private static Payer payer(int number) {
    return new Payer(new PayerId("p" + number), "payer", List.of());
  }

  private static AmendContract split(PlainLease lease, Basis basis, Entry entry) {
    return new AmendContract.Split(
        basis, Portions.get(entry.b()), Portions.get(entry.c()), yuan(entry.rent()), "S",
        new AmendContract.OtherHalf(
            "C-" + entry.a(), "t" + lease.signed.tenant(), null, null, List.of(), yuan(40), yuan(0), null));
  }
}
