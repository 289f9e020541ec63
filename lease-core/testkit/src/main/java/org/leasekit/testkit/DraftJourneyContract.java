package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.leasekit.testkit.FamilyTown.no;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Actor;
import org.leasekit.application.ContractFile;
import org.leasekit.application.DiscardDraft;
import org.leasekit.application.DraftContract;
import org.leasekit.application.PutBelow;
import org.leasekit.application.SignContract;
import org.leasekit.application.SignDraft;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/** Drafts from the first inquiry to the signature, through the front door, on an adapter's stores. */
public abstract class DraftJourneyContract {
  private static final LocalDate START = LocalDate.parse("2026-02-01");
  private static final LocalDate END = LocalDate.parse("2027-02-01");

  private RenewalTown town;

  /** For subclasses. */
  protected DraftJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new RenewalTown(stores(), validator(), "2026-01-20");
  }

  private static SignContract contract(String no, @Nullable String unit, @Nullable String parent, String rent) {
    Tenant tenant =
        new Tenant(RenewalTown.LESSOR, new TenantId("newcomer"), "李娜", PartyKind.PERSON, null);
    return new SignContract(
        no, "garage", unit, Portion.WHOLE, tenant, null, null, List.of(), null, START, END,
        RenewalTown.yuan(rent), RenewalTown.yuan("0.00"), 1, "ACTUAL_MONTH", parent, "office", "inquiry 7");
  }

  private static DraftContract draft(String no, @Nullable String unit, @Nullable String parent) {
    return new DraftContract(contract(no, unit, parent, "900.00"), "asked by telephone");
  }

  private Outcome<Contract> signed(String no) {
    return town.kit.contracts().signDraft(new SignDraft(no, "boss", "paper 7"));
  }

  private Outcome<Contract> discarded(String no) {
    return town.kit.contracts().discardDraft(new DiscardDraft(no, "boss", "changed his mind", "mail 9"));
  }

  private static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "" : outcome.rejection().rule();
  }

  private List<ContractFile.Step> steps(String no) {
    return town.kit.contracts().file(no(no)).orElseThrow().entries().stream()
        .filter(ContractFile.Step.class::isInstance)
        .map(ContractFile.Step.class::cast)
        .toList();
  }

  @Test
  void aDraftIsNothingButWhatTheFileOfItsNumberTells() {
    town.let("M", lease -> lease.master = true);
    Everything before = Everything.in(town.stores);
    town.kit.contracts().draft(draft("D", "U-1", "M")).orElseThrow();
    town.goTo("2026-02-03", "10:00");
    town.goTo("2027-01-25", "10:00");
    town.goTo("2027-02-03", "10:00");
    assertThat(town.receivables("D")).isEmpty();
    assertThat(town.tasks()).noneMatch(task -> task.contract().equals(no("D")));
    assertThat(town.touches()).isEmpty();
    assertThat(town.kit.occupancy().rentRoll(START, town.clock.instant()).orElseThrow().lines())
        .noneMatch(line -> line.standing().contract().equals(no("D")));
    UnitRef unit = new UnitRef("garage", "U-1");
    assertThat(town.kit.occupancy().of(unit).orElseThrow()).isEmpty();
    assertThat(
            town.kit.occupancy().vacancy(List.of(unit), DateRange.of(START, END), town.clock.instant()).orElseThrow())
        .hasSize(1);
    assertThat(town.kit.billing().owed(no("M")).orElseThrow().items())
        .noneMatch(item -> item.receivable().key().contract().equals(no("D")));
    List<Contract> all = new ArrayList<>();
    town.kit.contracts().visible(all::add);
    assertThat(all).extracting(Contract::no).containsExactly(no("M"));
    assertThat(rule(town.kit.billing().preview(no("D"), END))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(town.kit.amendments().history(no("D")))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(town.kit.hierarchy().putBelow(new PutBelow("D", "M", null, "boss", "why", "mail"))))
        .isEqualTo("NO_SUCH_CONTRACT");
    assertThat(before.holds()).isEmpty();
    ContractFile file = town.kit.contracts().file(no("D")).orElseThrow();
    assertThat(file.contract().status()).isEqualTo(ContractStatus.DRAFT);
    assertThat(steps("D"))
        .extracting(step -> step.change().from(), step -> step.change().to(), step -> step.change().reason())
        .containsExactly(tuple(ContractStatus.DRAFT, ContractStatus.DRAFT, "asked by telephone"));
    assertThat(town.kit.contracts().drafts().orElseThrow()).containsExactly(file.contract());
    // to the tenant's side there is none
    Actor tenant = new Actor.OfTenant(new TenantId("newcomer"));
    assertThat(rule(town.kit.as(tenant).contracts().file(no("D")))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(town.kit.as(tenant).contracts().drafts().isAccepted()).isFalse();
  }

  @Test
  void whatIsSignedIsTheDraftAsItWasChangedLast() {
    town.kit.contracts().draft(draft("D", "U-1", null)).orElseThrow();
    town.clock.set(RenewalTown.at("2026-01-25", "09:00"));
    Contract changed =
        town.kit
            .contracts()
            .changeDraft(new DraftContract(contract("D", "U-2", null, "950.00"), "wants a larger one"))
            .orElseThrow();
    assertThat(changed.version()).isEqualTo(2);
    town.clock.set(RenewalTown.at("2026-01-28", "09:00"));
    Contract signed = signed("D").orElseThrow();
    assertThat(town.contract("D")).isEqualTo(signed);
    assertThat(signed.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(signed.unit()).isEqualTo(new UnitRef("garage", "U-2"));
    assertThat(town.stores.tenants().find(RenewalTown.LESSOR, new TenantId("newcomer"))).isPresent();
    assertThat(town.kit.contracts().drafts().orElseThrow()).isEmpty();
    assertThat(steps("D"))
        .extracting(step -> step.change().to(), step -> step.change().by(), step -> step.change().evidence())
        .containsExactly(
            tuple(ContractStatus.DRAFT, "office", "inquiry 7"),
            tuple(ContractStatus.DRAFT, "office", "inquiry 7"),
            tuple(ContractStatus.ACTIVE, "boss", "paper 7"));
    // it is known as a contract from the signature on
    assertThat(
            rule(town.kit.amendments().asOf(no("D"), START, RenewalTown.at("2026-01-27", "12:00"))))
        .isEqualTo("NO_SUCH_CONTRACT");
    assertThat(town.kit.amendments().asOf(no("D"), START, town.clock.instant()).isAccepted()).isTrue();
    town.goTo("2026-02-01", "09:00");
    assertThat(town.receivables("D")).hasSize(1);
  }

  @Test
  void whatIsNotPossibleIsFoundOutAtTheSigningAndTheDraftStays() {
    town.let("M", lease -> lease.master = true);
    town.kit.contracts().draft(draft("D", "U-1", null)).orElseThrow();
    town.kit.contracts().draft(draft("E", "U-1", null)).orElseThrow();
    town.kit.contracts().draft(draft("F", "U-2", "M")).orElseThrow();
    town.kit.contracts().draft(draft("G", "U-3", "NOBODY")).orElseThrow();
    assertThat(rule(signed("D"))).isEmpty();
    Everything before = Everything.in(town.stores);
    assertThat(rule(signed("E"))).isEqualTo("UNIT_ALREADY_LEASED");
    assertThat(rule(signed("F"))).isEqualTo("SUB_TERM_OUTSIDE_MASTER");
    assertThat(rule(signed("G"))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(town.kit.contracts().drafts().orElseThrow())
        .extracting(Contract::no)
        .containsExactly(no("E"), no("F"), no("G"));
    Everything after = Everything.in(town.stores);
    assertThat(after.contracts()).isEqualTo(before.contracts());
    assertThat(after.changes()).isEqualTo(before.changes());
    assertThat(after.holds()).isEqualTo(before.holds());
  }

  @Test
  void everyStepThatCannotBeSaysWhyAndChangesNothing() {
    town.let("A", lease -> {});
    town.kit.contracts().draft(draft("D", "U-1", null)).orElseThrow();
    town.kit.contracts().draft(draft("X", "U-1", null)).orElseThrow();
    assertThat(discarded("X").orElseThrow().status()).isEqualTo(ContractStatus.DISCARDED);
    signed("D").orElseThrow();
    Everything before = Everything.in(town.stores);
    for (String ended : List.of("X", "D", "A")) {
      assertThat(rule(town.kit.contracts().changeDraft(draft(ended, "U-9", null)))).isEqualTo("ILLEGAL_TRANSITION");
      assertThat(rule(discarded(ended))).isEqualTo("ILLEGAL_TRANSITION");
      assertThat(rule(signed(ended))).isEqualTo("ILLEGAL_TRANSITION");
      assertThat(rule(town.kit.contracts().draft(draft(ended, "U-9", null)))).isEqualTo("DUPLICATE_CONTRACT_NUMBER");
      assertThat(rule(town.kit.contracts().sign(contract(ended, "U-9", null, "1.00"))))
          .isEqualTo("DUPLICATE_CONTRACT_NUMBER");
    }
    assertThat(rule(signed("NONE"))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(discarded("NONE"))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(town.kit.contracts().changeDraft(draft("NONE", "U-9", null)))).isEqualTo("NO_SUCH_CONTRACT");
    assertThat(rule(town.kit.contracts().draft(draft(" ", "U-9", null)))).isEqualTo("INVALID_COMMAND");
    Everything after = Everything.in(town.stores);
    assertThat(after.drafts()).isEqualTo(before.drafts());
    assertThat(after.contracts()).isEqualTo(before.contracts());
    assertThat(after.changes()).isEqualTo(before.changes());
    assertThat(steps("X"))
        .extracting(step -> step.change().to(), step -> step.change().reason())
        .endsWith(tuple(ContractStatus.DISCARDED, "changed his mind"));
  }

  @Test
  void ofSeveralWhoSignOneNumberOneDoes() throws Exception {
    for (int round = 0; round < 5; round++) {
      String drafted = "D-" + round;
      String direct = "S-" + round;
      town.kit.contracts().draft(draft(drafted, "U-" + round, null)).orElseThrow();
      List<String> answers =
          atOnce(List.of(() -> rule(signed(drafted)), () -> rule(signed(drafted)), () -> rule(signed(drafted))));
      assertThat(answers).containsExactlyInAnyOrder("", "ILLEGAL_TRANSITION", "ILLEGAL_TRANSITION");
      List<Callable<String>> signings = new ArrayList<>();
      for (int node = 0; node < 3; node++) {
        String unit = "V-" + round + "-" + node;
        signings.add(() -> rule(town.kit.contracts().sign(contract(direct, unit, null, "1.00"))));
      }
      assertThat(atOnce(signings))
          .containsExactlyInAnyOrder("", "DUPLICATE_CONTRACT_NUMBER", "DUPLICATE_CONTRACT_NUMBER");
      assertThat(
              Everything.all(town.stores.records()::holds, RenewalTown.LESSOR).stream()
                  .filter(hold -> hold.contract().equals(no(direct))))
          .hasSize(1);
    }
  }

  /** Whichever is first, there is never a draft that nobody can sign. */
  @Test
  void ofOneWhoSignsANumberAndOneWhoDraftsItOneDoes() {
    for (boolean signsFirst : List.of(true, false)) {
      String number = signsFirst ? "S" : "D";
      Supplier<String> sign = () -> rule(town.kit.contracts().sign(contract(number, "U-" + number, null, "1.00")));
      Supplier<String> draw = () -> rule(town.kit.contracts().draft(draft(number, "U-" + number, null)));
      Overlap.Answers<String> answers =
          Overlap.of(
              town.stores.unitOfWork(), true,
              hold -> {
                String answer = (signsFirst ? sign : draw).get();
                hold.untilTheOtherHasTried();
                return answer;
              },
              signsFirst ? draw : sign);
      assertThat(answers).isEqualTo(new Overlap.Answers<>("", "DUPLICATE_CONTRACT_NUMBER"));
    }
    assertThat(town.kit.contracts().drafts().orElseThrow()).extracting(Contract::no).containsExactly(no("D"));
    assertThat(rule(signed("D"))).isEmpty();
    assertThat(rule(signed("S"))).isEqualTo("ILLEGAL_TRANSITION");
  }

  @Test
  void aDraftWhoseNumberSomebodyElseTookIsRefusedAndCanBeDiscarded() {
    town.kit.contracts().draft(draft("D", "U-1", null)).orElseThrow();
    town.let("D", lease -> lease.unit = "U-2");
    assertThat(rule(signed("D"))).isEqualTo("DUPLICATE_CONTRACT_NUMBER");
    assertThat(rule(discarded("D"))).isEmpty();
    assertThat(town.kit.contracts().drafts().orElseThrow()).isEmpty();
    assertThat(town.contract("D").status()).isEqualTo(ContractStatus.ACTIVE);
  }

  private static List<String> atOnce(List<Callable<String>> works) throws Exception {
    CyclicBarrier start = new CyclicBarrier(works.size());
    ExecutorService pool = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<String>> running = new ArrayList<>();
      for (Callable<String> work : works) {
        running.add(
            pool.submit(
                () -> {
                  start.await(60, TimeUnit.SECONDS);
                  return work.call();
                }));
      }
      List<String> answers = new ArrayList<>();
      for (Future<String> one : running) {
        answers.add(one.get(60, TimeUnit.SECONDS));
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }
}
