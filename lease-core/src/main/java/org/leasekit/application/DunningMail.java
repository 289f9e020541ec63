package org.leasekit.application;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.dunning.Arrears;
import org.leasekit.dunning.ArrearsId;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.DunningText;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.StageAct;
import org.leasekit.port.MessageGateway;
import org.leasekit.port.Stores;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.StewardTask;

/**
 * Notices of debts: silent once nothing is left of the time of being late that they are about. What they say is what is
 * owed when they are sent.
 */
final class DunningMail implements Mail<DunningMail.DebtLetter> {
  private final Stores stores;
  private final LessorProfile profile;
  private final DunningProfile dunning;
  private final DunningFile file;
  private final DunningDesk desk;
  private final People people;

  DunningMail(Stores stores, LessorProfile profile, DunningProfile dunning) {
    this.stores = stores;
    this.profile = profile;
    this.dunning = dunning;
    this.file = new DunningFile(stores, profile, dunning);
    this.desk = new DunningDesk(stores, profile);
    this.people = new People(stores, profile);
  }

  /**
   * A notice with the debts it is about, locked.
   *
   * @param arrears one for each currency; empty when all is paid or held
   * @param overtaken whether a later stage about the same time of being late has turned to the payer
   */
  record DebtLetter(Notice notice, Contract contract, List<Arrears> arrears, boolean overtaken) implements Letter {
    @Override
    public Speech speech() {
      if (arrears.isEmpty()) {
        return Speech.SILENT;
      }
      return overtaken ? Speech.OVERTAKEN : Speech.SPEAKS;
    }
  }

  @Override
  public boolean isOf(Notice notice) {
    return DunningPolicies.CATALOG.templates().contains(notice.template());
  }

  @Override
  public EscalationPolicy policy(Instant now) {
    return dunning.policies().at(now).policy();
  }

  /**
   * Contracts from below, masters last, as everybody locks them; then what is owed; then the notices. A payment and a freeze
   * lock one of those contracts first, whatever else changes a debt locks the debt.
   */
  @Override
  public List<DebtLetter> lock(Collection<Notice> listed, Predicate<Notice> due, Instant now) {
    Map<ContractNo, List<Notice>> byPayer = new TreeMap<>();
    listed.forEach(notice -> byPayer.computeIfAbsent(notice.contract(), no -> new ArrayList<>()).add(notice));
    lockContracts(byPayer.keySet());
    Map<ContractNo, List<Arrears>> late = new TreeMap<>();
    for (ContractNo payer : byPayer.keySet()) {
      List<Receivable> open = stores.receivables().lockOpen(profile.lessor(), payer);
      late.put(payer, file.arrears(payer, open, now));
    }
    List<DebtLetter> letters = new ArrayList<>();
    byPayer.forEach(
        (payer, notices) -> {
          Contract contract = file.payer(payer);
          for (Notice notice : notices) {
            stores
                .outbox()
                .lock(profile.lessor(), notice.id())
                .filter(due)
                .ifPresent(locked -> letters.add(letter(locked, contract, late.getOrDefault(payer, List.of()))));
          }
        });
    return letters;
  }

  private DebtLetter letter(Notice locked, Contract contract, List<Arrears> late) {
    List<Arrears> about = about(locked, late);
    return new DebtLetter(locked, contract, about, !about.isEmpty() && isOvertaken(locked, about.get(0).id()));
  }

  private boolean isOvertaken(Notice notice, ArrearsId id) {
    List<Fired> stages =
        stores.dunning().fired(profile.lessor(), id).stream().filter(each -> !FeeNotes.isNote(each)).toList();
    return Telling.isOvertaken(notice, stages);
  }

  private static List<Arrears> about(Notice notice, List<Arrears> late) {
    return late.stream()
        .filter(arrears -> DunningDesk.matter(arrears.id()).equals(notice.renewalCase()))
        .toList();
  }

  private void lockContracts(Set<ContractNo> payers) {
    Hierarchy hierarchy = new Hierarchy(stores, profile.lessor());
    Map<ContractNo, Integer> depths = new TreeMap<>();
    for (ContractNo payer : payers) {
      Set<ContractNo> concerned = new TreeSet<>(Set.of(payer));
      stores.receivables().open(profile.lessor(), payer).forEach(debt -> concerned.add(debt.key().contract()));
      for (ContractNo no : concerned) {
        Set<ContractNo> above = hierarchy.find(no).map(hierarchy::above).orElse(Set.of());
        depths.put(no, above.size());
        above.forEach(master -> depths.putIfAbsent(master, depth(hierarchy, master)));
      }
    }
    depths.entrySet().stream()
        .sorted(
            Map.Entry.<ContractNo, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> stores.contracts().lock(profile.lessor(), entry.getKey()));
  }

  private static int depth(Hierarchy hierarchy, ContractNo no) {
    return hierarchy.find(no).map(hierarchy::above).orElse(Set.of()).size();
  }

  @Override
  public MessageGateway.Message message(List<DebtLetter> letters, Instant now) {
    Manner manner = people.manner(letters.get(0).reader(), now);
    DebtLetter lead = letters.get(0);
    boolean digest = letters.size() > 1;
    return new MessageGateway.Message(
        lead.notice().lessor(),
        lead.notice().id().value(),
        lead.notice().contact(),
        digest ? "dunning.digest" : "dunning." + lead.notice().template(),
        manner.language(),
        digest ? digest(letters, manner) : text(lead, manner),
        page(lead));
  }

  private String digest(List<DebtLetter> letters, Manner manner) {
    List<DunningText.Part> parts =
        letters.stream()
            .flatMap(letter -> letter.arrears().stream().map(one -> part(letter, one)))
            .toList();
    return manner.plain()
        ? DunningText.plainDigest(parts, manner.language())
        : DunningText.digest(parts, manner.language());
  }

  private DunningText.Part part(DebtLetter letter, Arrears arrears) {
    return new DunningText.Part(arrears, letter.contract(), dunning.page().apply(arrears));
  }

  private String text(DebtLetter letter, Manner manner) {
    String template = letter.notice().template();
    return letter.arrears().stream()
        .map(
            one ->
                manner.plain()
                    ? DunningText.plain(template, one, letter.contract(), manner.language())
                    : DunningText.of(template, one, letter.contract(), manner.language()))
        .collect(Collectors.joining("\n"));
  }

  private URI page(DebtLetter letter) {
    return dunning.page().apply(letter.arrears().get(0));
  }

  /** Since it was written somebody else may have come to pay, or the payer may be reached otherwise. */
  @Override
  public boolean isOutdated(DebtLetter letter) {
    return !letter.contract().contactsForBills().contains(letter.notice().contact());
  }

  @Override
  public void next(DebtLetter letter, Instant now) {
    Notice notice = letter.notice();
    ArrearsId id = letter.arrears().get(0).id();
    desk.next(
        id, letter.contract(), notice.stage(), notice.template(), List.of(notice.contact().channel()),
        notice.expiresAt(), now);
  }

  @Override
  public void call(DebtLetter letter, Instant now) {
    StageAct call = new StageAct.Task(StageAct.Task.STEWARD, DunningPolicies.CALL);
    desk.openTask(letter.arrears().get(0).id(), letter.contract(), letter.notice().stage(), call, now);
  }

  @Override
  public StewardTask.Kind callKind() {
    return StewardTask.Kind.valueOf(DunningPolicies.CALL);
  }
}
