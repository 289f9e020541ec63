package org.leasekit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.leasekit.port.Absences;
import org.leasekit.port.Adjustments;
import org.leasekit.port.Amendments;
import org.leasekit.port.Audit;
import org.leasekit.port.ContractRecords;
import org.leasekit.port.Contracts;
import org.leasekit.port.Drafts;
import org.leasekit.port.DunningLog;
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

/**
 * The stores on H2 (2.2.220 or newer, in its native mode), PostgreSQL (12 or newer), MariaDB (10.6 or newer)
 * or MySQL (8.0.17 or newer). MySQL is given the SQL of MariaDB, on which the tests of this library run.
 *
 * <p>Tables begin with {@code lk_}; every key of theirs begins with the lessor. Amounts are whole minor units
 * beside an ISO 4217 code, instants are cut to microseconds, days are days: nothing depends on the time zone
 * of the machine. Text is compared and ordered by code point.
 *
 * <p><b>Transactions.</b> A unit of work takes one connection from the data source, binds it to the calling
 * thread, runs at READ COMMITTED, commits or rolls back, and hands the connection back as it came; it must
 * not be used from another thread. A data source that hands out connections of the host's transaction has to
 * be announced with {@link Builder#hostTransactions}: without it, they would be committed here. A deadlock, a
 * lock that is not to be had in time or a serialisation failure is thrown after the roll-back; run the unit of
 * work again.
 *
 * <p><b>A unit is never let twice</b> because whoever adds a contract for it first writes the unit's row in
 * {@code lk_unit}, so that the next one waits and then sees what it holds. The databases see to it as well, also against
 * whoever writes to {@code lk_hold} by hand: triggers refuse what would hold more than a unit at any time, shares, halves
 * of the day and parts of the week included, and PostgreSQL and MariaDB have a constraint on whole units besides. The
 * trigger of H2 is a class of this library, {@code org.leasekit.jdbc.h2.UnitNeverLetBeyondTheWhole}: where H2 runs as a
 * server of its own, that server needs this jar and {@code lease-core} on its class path. MariaDB and MySQL with a binary
 * log let nobody but an administrator make triggers unless {@code log_bin_trust_function_creators} is on.
 *
 * <p><b>Records</b> are read page by page, each page as its own statement: every record comes once, but what
 * is changed meanwhile may be read before or after the change.
 *
 * <p>Safe for use by several threads.
 */
public final class JdbcStores implements Stores {

  private final Session session;
  private final Tenants tenants;
  private final Contracts contracts;
  private final Amendments amendments;
  private final Holds holds;
  private final Receivables receivables;
  private final Adjustments adjustments;
  private final LockStore locks;
  private final Meters meters;
  private final Journal journal;
  private final Payments payments;
  private final RenewalCases cases;
  private final Proposals proposals;
  private final OfferExtras offerExtras;
  private final Outbox outbox;
  private final Tasks tasks;
  private final Moves moves;
  private final Drafts drafts;
  private final PlannedMoves plannedMoves;
  private final Grants grants;
  private final Audit audit;
  private final Absences absences;
  private final WishList wishes;
  private final DunningLog dunning;
  private final Surveys surveys;
  private final OneOffCharges oneOffCharges;
  private final Settlements settlements;
  private final EventLog events;
  private final ServiceDeskStores serviceDesk;
  private final ContractRecords contractRecords;
  private final Records records;

  private JdbcStores(Session session) {
    this.session = session;
    this.tenants = new TenantStore(session);
    HoldStore holdStore = new HoldStore(session);
    this.holds = holdStore;
    this.contracts = new ContractStore(session, holdStore);
    this.amendments = new AmendmentStore(session);
    this.receivables = new ReceivableStore(session);
    this.adjustments = new AdjustmentStore(session);
    this.locks = new LockStore(session);
    this.meters = new MeterStore(session);
    this.journal = new JournalStore(session);
    this.payments = new PaymentStore(session);
    this.cases = new CaseStore(session);
    this.proposals = new ProposalStore(session);
    this.offerExtras = new OfferExtraStore(session);
    this.outbox = new OutboxStore(session);
    this.tasks = new TaskStore(session);
    this.moves = new MoveStore(session);
    this.drafts = new DraftStore(session);
    this.plannedMoves = new PlannedMoveStore(session);
    this.grants = new GrantStore(session);
    this.audit = new AuditStore(session);
    this.absences = new AbsenceStore(session);
    this.wishes = new WishStore(session);
    this.dunning = new DunningStore(session);
    this.surveys = new SurveyStore(session);
    this.oneOffCharges = new OneOffChargeStore(session);
    this.settlements = new SettlementStore(session);
    this.events = new EventStore(session);
    this.serviceDesk = new ServiceDeskStore(session);
    this.contractRecords = new ContractRecordStore(session);
    this.records = new RecordStore(session, locks);
  }

  /** Stores on a data source; see {@link Builder} for what may be set. */
  public static Builder builder(DataSource dataSource) {
    return new Builder(Objects.requireNonNull(dataSource, "dataSource"));
  }

  /**
   * Settings, with their defaults:
   *
   * <ul>
   *   <li>{@link #migrate(boolean)}: false, the schema is there;
   *   <li>{@link #hostTransactions}: none, every outermost unit of work is a transaction of its own.
   * </ul>
   */
  public static final class Builder {
    private final DataSource dataSource;
    private @Nullable HostTransactions host;
    private boolean migrate;

    private Builder(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    /** Joins transactions of the host. */
    public Builder hostTransactions(HostTransactions hostTransactions) {
      this.host = Objects.requireNonNull(hostTransactions, "hostTransactions");
      return this;
    }

    /** Whether {@link #build} brings the schema up to date first. */
    public Builder migrate(boolean atBuild) {
      this.migrate = atBuild;
      return this;
    }

    /**
     * Brings the schema up to date now, in the schema that the data source points to. Several nodes may do
     * so at once. What was done is recorded in {@code leasekit_schema_history}, apart from any history of
     * the host's own. Takes up to three connections at once.
     *
     * @throws StorageException if the database cannot be reached
     * @throws IllegalArgumentException if it is none of those supported
     */
    public Builder migrate() {
      Migrations.migrate(dataSource, look().dialect());
      return this;
    }

    /**
     * The stores.
     *
     * @throws StorageException if the database cannot be reached
     * @throws IllegalArgumentException if it is none of those supported
     */
    public JdbcStores build() {
      Found found = look();
      if (migrate) {
        Migrations.migrate(dataSource, found.dialect());
      }
      return new JdbcStores(new Session(dataSource, found.dialect(), found.isolation(), host));
    }

    /** What a connection tells of the database. */
    private record Found(Dialect dialect, int isolation) {}

    private Found look() {
      try (Connection connection = dataSource.getConnection()) {
        return new Found(Dialect.of(connection), connection.getTransactionIsolation());
      } catch (SQLException e) {
        throw new StorageException("the database could not be reached", e);
      }
    }
  }

  @Override
  public UnitOfWork unitOfWork() {
    return session;
  }

  @Override
  public Tenants tenants() {
    return tenants;
  }

  @Override
  public Contracts contracts() {
    return contracts;
  }

  @Override
  public Amendments amendments() {
    return amendments;
  }

  @Override
  public Holds holds() {
    return holds;
  }

  @Override
  public Receivables receivables() {
    return receivables;
  }

  @Override
  public Adjustments adjustments() {
    return adjustments;
  }

  @Override
  public ReceivableLocks locks() {
    return locks;
  }

  @Override
  public Meters meters() {
    return meters;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public RenewalCases cases() {
    return cases;
  }

  @Override
  public Proposals proposals() {
    return proposals;
  }

  @Override
  public OfferExtras offerExtras() {
    return offerExtras;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Tasks tasks() {
    return tasks;
  }

  @Override
  public Moves moves() {
    return moves;
  }

  @Override
  public Drafts drafts() {
    return drafts;
  }

  @Override
  public PlannedMoves plannedMoves() {
    return plannedMoves;
  }

  @Override
  public Grants grants() {
    return grants;
  }

  @Override
  public Audit audit() {
    return audit;
  }

  @Override
  public Absences absences() {
    return absences;
  }

  @Override
  public EventLog events() {
    return events;
  }

  @Override
  public DunningLog dunning() {
    return dunning;
  }

  @Override
  public Surveys surveys() {
    return surveys;
  }

  @Override
  public OneOffCharges oneOffCharges() {
    return oneOffCharges;
  }

  @Override
  public Settlements settlements() {
    return settlements;
  }

  @Override
  public WishList wishes() {
    return wishes;
  }

  @Override
  public ServiceDeskStores serviceDesk() {
    return serviceDesk;
  }

  @Override
  public ContractRecords contractRecords() {
    return contractRecords;
  }

  @Override
  public Records records() {
    return records;
  }
}
