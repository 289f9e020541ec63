package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leasekit.escalation.MovedBy;
import org.leasekit.memory.MemoryStores;
import org.leasekit.party.LessorId;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Absences;
import org.leasekit.port.Adjustments;
import org.leasekit.port.Amendments;
import org.leasekit.port.Audit;
import org.leasekit.port.ContractRecords;
import org.leasekit.port.Contracts;
import org.leasekit.port.DunningLog;
import org.leasekit.port.Drafts;
import org.leasekit.port.EventLog;
import org.leasekit.port.Grants;
import org.leasekit.port.Holds;
import org.leasekit.port.Journal;
import org.leasekit.port.Meters;
import org.leasekit.port.Moves;
import org.leasekit.port.OfferExtras;
import org.leasekit.port.OneOffCharges;
import org.leasekit.port.Outbox;
import org.leasekit.port.Payments;
import org.leasekit.port.PlannedMoves;
import org.leasekit.port.Proposals;
import org.leasekit.port.ReceivableLocks;
import org.leasekit.port.Receivables;
import org.leasekit.port.Records;
import org.leasekit.port.RenewalCases;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.Settlements;
import org.leasekit.port.Stores;
import org.leasekit.port.Surveys;
import org.leasekit.port.Tasks;
import org.leasekit.port.Tenants;
import org.leasekit.port.UnitOfWork;
import org.leasekit.port.WishList;
import org.leasekit.renewal.Touch;

/** One case that cannot be processed does not keep the others from being reminded. */
class PoisonedCaseTest {

  @Test
  void theOthersAreRemindedAndThePoisonedOneIsTriedAgain() {
    Poisoned stores = new Poisoned(new MemoryStores());
    RenewalTown town = new RenewalTown(stores, MemoryJourneyTest.VALIDATOR, "2026-01-20");
    town.let("A", lease -> {});
    town.let("BAD", lease -> {});
    town.let("C", lease -> {});
    town.clock.set(RenewalTown.at("2026-02-28", "10:00"));
    var report = town.kit.sweep().runDue();
    town.kit.notices().dispatchDue();
    assertThat(report.setAside()).containsOnlyKeys(town.caseOf("BAD"));
    assertThat(report.fired()).isEqualTo(2);
    assertThat(town.touches()).extracting(touch -> touch.contract().value()).containsExactly("A", "C");

    stores.healed = true;
    town.goTo("2026-02-28", "11:00");
    assertThat(town.touches())
        .extracting(Touch::contract)
        .containsOnlyOnce(town.contract("BAD").no());
    List<MovedBy> reasons = new ArrayList<>();
    stores.records().stages(RenewalTown.LESSOR, stage -> reasons.add(stage.fired().movedBy()));
    assertThat(reasons).containsExactly(MovedBy.HOLIDAY, MovedBy.HOLIDAY, MovedBy.RETRY);
  }

  /** Stores whose tenants fail for one contract's tenant. */
  private static final class Poisoned implements Stores, Tenants {
    private final Stores sound;
    boolean healed;

    Poisoned(Stores sound) {
      this.sound = sound;
    }

    @Override
    public Optional<Tenant> find(LessorId lessor, TenantId id) {
      if (!healed && id.value().equals("tenant-BAD")) {
        throw new IllegalStateException("poisoned");
      }
      return sound.tenants().find(lessor, id);
    }

    @Override
    public void putAll(Collection<Tenant> tenants) {
      sound.tenants().putAll(tenants);
    }

    @Override
    public Map<TenantId, Tenant> findAll(LessorId lessor, Collection<TenantId> ids) {
      return sound.tenants().findAll(lessor, ids);
    }

    @Override
    public Tenants tenants() {
      return this;
    }

    @Override
    public UnitOfWork unitOfWork() {
      return sound.unitOfWork();
    }

    @Override
    public Contracts contracts() {
      return sound.contracts();
    }

    @Override
    public Amendments amendments() {
      return sound.amendments();
    }

    @Override
    public Holds holds() {
      return sound.holds();
    }

    @Override
    public Receivables receivables() {
      return sound.receivables();
    }

    @Override
    public Adjustments adjustments() {
      return sound.adjustments();
    }

    @Override
    public ReceivableLocks locks() {
      return sound.locks();
    }

    @Override
    public Meters meters() {
      return sound.meters();
    }

    @Override
    public Journal journal() {
      return sound.journal();
    }

    @Override
    public Payments payments() {
      return sound.payments();
    }

    @Override
    public RenewalCases cases() {
      return sound.cases();
    }

    @Override
    public Absences absences() {
      return sound.absences();
    }

    @Override
    public EventLog events() {
      return sound.events();
    }

    @Override
    public DunningLog dunning() {
      return sound.dunning();
    }

    @Override
    public Surveys surveys() {
      return sound.surveys();
    }

    @Override
    public OneOffCharges oneOffCharges() {
      return sound.oneOffCharges();
    }

    @Override
    public Settlements settlements() {
      return sound.settlements();
    }

    @Override
    public WishList wishes() {
      return sound.wishes();
    }

    @Override
    public Proposals proposals() {
      return sound.proposals();
    }

    @Override
    public OfferExtras offerExtras() {
      return sound.offerExtras();
    }

    @Override
    public Outbox outbox() {
      return sound.outbox();
    }

    @Override
    public Tasks tasks() {
      return sound.tasks();
    }

    @Override
    public Moves moves() {
      return sound.moves();
    }

    @Override
    public Drafts drafts() {
      return sound.drafts();
    }

    @Override
    public PlannedMoves plannedMoves() {
      return sound.plannedMoves();
    }

    @Override
    public Grants grants() {
      return sound.grants();
    }

    @Override
    public Audit audit() {
      return sound.audit();
    }

    @Override
    public ServiceDeskStores serviceDesk() {
      return sound.serviceDesk();
    }

    @Override
    public ContractRecords contractRecords() {
      return sound.contractRecords();
    }

    @Override
    public Records records() {
      return sound.records();
    }
  }
}
