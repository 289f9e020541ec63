package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.occupancy.Hold;
import org.leasekit.occupancy.Occupancy;
import org.leasekit.port.Contracts.Added;
import org.leasekit.testkit.Samples;

/** What a database itself says to holds of shares, halves and weeks that nobody but an administrator writes. */
abstract class HoldGuardContract {

  private static final String NAME = "lk_unit_never_let_beyond_the_whole";

  private static final Share WHOLE = Share.WHOLE;
  private static final Share HALF = Share.of(1, 2);
  private static final Share THIRD = Share.of(1, 3);

  /** Of each list, all but the last are legal together, and the last one is too much. */
  private static final List<List<RawLet>> REFUSED =
      List.of(
          List.of(let("1", Slot.ALL, Week.ALL, WHOLE, 0, 30), let("2", Slot.ALL, Week.ALL, WHOLE, 29, 60)),
          List.of(let("1", Slot.ALL, Week.ALL, Share.of(3, 5), 0, 30), let("2", Slot.ALL, Week.ALL, HALF, 0, 30)),
          List.of(let("1", Slot.DAY, Week.ALL, WHOLE, 0, 30), let("2", Slot.DAY, Week.ALL, WHOLE, 10, 11)),
          List.of(let("1", Slot.DAY, Week.ALL, WHOLE, 10, 11), let("2", Slot.ALL, Week.ALL, WHOLE, 0, 30)),
          List.of(let("1", Slot.NIGHT, Week.ALL, Share.of(1, 100), 0, 9), let("2", Slot.ALL, Week.ALL, WHOLE, 8, 9)),
          List.of(let("1", Slot.DAY, Week.WEEKDAYS, WHOLE, 0, 30), let("2", Slot.DAY, Week.ALL, WHOLE, 0, 30)),
          List.of(let("1", Slot.DAY, Week.WEEKENDS, WHOLE, 0, 30), let("2", Slot.ALL, Week.ALL, THIRD, 0, 6)),
          List.of(let("1", Slot.ALL, Week.WEEKENDS, WHOLE, 5, 6), let("2", Slot.NIGHT, Week.ALL, HALF, 0, 30)),
          List.of(let("1", Slot.ALL, Week.WEEKDAYS, WHOLE, 5, 8), let("2", Slot.ALL, Week.ALL, HALF, 6, 8)),
          List.of(
              let("1", Slot.ALL, Week.ALL, THIRD, 0, 10), let("2", Slot.ALL, Week.ALL, THIRD, 5, 15),
              let("3", Slot.ALL, Week.ALL, THIRD, 9, 20), let("4", Slot.ALL, Week.ALL, Share.of(1, 16), 0, 30)),
          List.of(
              let("1", Slot.DAY, Week.ALL, HALF, 0, 30), let("2", Slot.NIGHT, Week.ALL, WHOLE, 0, 30),
              let("3", Slot.DAY, Week.WEEKENDS, HALF, 0, 30), let("4", Slot.DAY, Week.ALL, HALF, 0, 6)));

  private static final List<List<RawLet>> ACCEPTED =
      List.of(
          List.of(let("1", Slot.ALL, Week.ALL, HALF, 0, 30), let("2", Slot.ALL, Week.ALL, HALF, 0, 30)),
          List.of(let("1", Slot.DAY, Week.ALL, WHOLE, 0, 30), let("2", Slot.NIGHT, Week.ALL, WHOLE, 0, 30)),
          List.of(let("1", Slot.ALL, Week.ALL, WHOLE, 0, 30), let("2", Slot.ALL, Week.ALL, WHOLE, 30, 60)),
          List.of(let("1", Slot.ALL, Week.WEEKDAYS, WHOLE, 0, 30), let("2", Slot.ALL, Week.WEEKENDS, WHOLE, 0, 30)),
          List.of(let("1", Slot.ALL, Week.WEEKDAYS, WHOLE, 0, 30), let("2", Slot.ALL, Week.ALL, WHOLE, 5, 7)),
          List.of(let("1", Slot.DAY, Week.WEEKENDS, WHOLE, 0, 30), let("2", Slot.DAY, Week.ALL, WHOLE, 0, 5)),
          List.of(
              let("1", Slot.ALL, Week.ALL, THIRD, 0, 30), let("2", Slot.ALL, Week.ALL, THIRD, 0, 30),
              let("3", Slot.ALL, Week.ALL, THIRD, 0, 30)),
          List.of(
              let("1", Slot.ALL, Week.ALL, Share.of(2, 3), 0, 10), let("2", Slot.ALL, Week.ALL, Share.of(2, 3), 10, 20),
              let("3", Slot.ALL, Week.ALL, THIRD, 0, 20)),
          List.of(
              let("1", Slot.ALL, Week.ALL, WHOLE, 0, 30),
              new RawLet("2", new UnitRef("garage", "r-1"), Slot.ALL, Week.ALL, WHOLE, 0, 30),
              new RawLet("3", new UnitRef("garage 2", "R-1"), Slot.ALL, Week.ALL, WHOLE, 0, 30)));

  private final TestDatabase database;

  HoldGuardContract(TestDatabase database) {
    this.database = database;
  }

  private static RawLet let(String no, Slot slot, Week week, Share share, int from, int to) {
    return RawLet.of(no, slot, week, share, from, to);
  }

  @BeforeEach
  void empty() {
    database.empty();
  }

  private static void refuses(DataSource source, List<RawLet> lets) throws SQLException {
    TestDatabase.execute(source, "DELETE FROM lk_hold");
    for (RawLet legal : lets.subList(0, lets.size() - 1)) {
      legal.write(source);
    }
    RawLet last = lets.get(lets.size() - 1);
    assertThatThrownBy(() -> last.write(source)).as("%s", lets).isInstanceOf(SQLException.class)
        .hasMessageContaining(NAME);
  }

  @Test
  void refusesWhatIsTooMuchAtAnyTime() throws SQLException {
    for (List<RawLet> lets : REFUSED) {
      refuses(database.dataSource(), lets);
    }
  }

  @Test
  void acceptsWhatFindsRoomInAnyOrder() throws SQLException {
    for (List<RawLet> lets : ACCEPTED) {
      for (List<RawLet> ordered : List.of(lets, reversed(lets))) {
        database.empty();
        for (RawLet let : ordered) {
          assertThatCode(() -> let.write(database.dataSource())).as("%s", ordered).doesNotThrowAnyException();
        }
      }
    }
  }

  private static List<RawLet> reversed(List<RawLet> lets) {
    List<RawLet> reversed = new ArrayList<>(lets);
    Collections.reverse(reversed);
    return reversed;
  }

  @Test
  void aSchemaThatLacksItIsFoundOut() throws SQLException {
    DataSource broken = database.fresh();
    JdbcStores.builder(broken).migrate();
    for (String trigger : triggers()) {
      TestDatabase.execute(broken, "DROP TRIGGER " + trigger);
    }
    for (List<RawLet> lets : REFUSED) {
      assertThatThrownBy(() -> refuses(broken, lets)).as("%s", lets).isInstanceOf(AssertionError.class);
    }
  }

  private List<String> triggers() {
    return switch (database) {
      case H2 -> List.of(NAME);
      case POSTGRESQL -> List.of(NAME + " ON lk_hold");
      case MARIADB -> List.of("lk_hold_inserted", "lk_hold_updated");
    };
  }

  /** The domain is asked whether there was room, for a few hundred holds at random. */
  @Test
  void agreesWithTheDomain() throws SQLException {
    Random random = new Random(18);
    List<Share> shares = List.of(WHOLE, HALF, THIRD, Share.of(2, 3), Share.of(1, 4));
    List<Hold> stand = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      int from = random.nextInt(40);
      RawLet let =
          let(
              "C-" + i, Slot.values()[random.nextInt(3)], Week.values()[random.nextInt(3)],
              shares.get(random.nextInt(shares.size())), from, from + 1 + random.nextInt(random.nextBoolean() ? 3 : 20));
      boolean room = Occupancy.of(stand).firstTaken(List.of(let.hold())).isEmpty();
      if (room) {
        assertThatCode(() -> let.write(database.dataSource())).as("%s", let).doesNotThrowAnyException();
        stand.add(let.hold());
      } else {
        assertThatThrownBy(() -> let.write(database.dataSource())).as("%s", let).hasMessageContaining(NAME);
        refused++;
      }
    }
    assertThat(stand).hasSizeGreaterThan(25);
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void refusesAChangeThatMakesItTooMuch() throws SQLException {
    DataSource source = database.dataSource();
    let("1", Slot.ALL, Week.ALL, HALF, 0, 10).write(source);
    let("2", Slot.ALL, Week.ALL, Share.of(2, 3), 10, 20).write(source);
    assertThatThrownBy(
            () -> TestDatabase.execute(source, "UPDATE lk_hold SET end_day = '2026-01-16' WHERE contract_no = '1'"))
        .hasMessageContaining(NAME);
    assertThatThrownBy(
            () -> TestDatabase.execute(source, "UPDATE lk_hold SET start_day = '2026-01-14' WHERE contract_no = '2'"))
        .hasMessageContaining(NAME);
    TestDatabase.execute(source, "UPDATE lk_hold SET share_parts = 3603600 / 3 WHERE contract_no = '1'");
    TestDatabase.execute(source, "UPDATE lk_hold SET end_day = '2026-01-25' WHERE contract_no = '1'");
    assertThatThrownBy(
            () -> TestDatabase.execute(source, "UPDATE lk_hold SET share_parts = 1801800 WHERE contract_no = '1'"))
        .hasMessageContaining(NAME);
  }

  @Test
  void refusesWhatIsNoPortion() {
    assertThatThrownBy(() -> half("'EVENING'", "'EVENING'", 1)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> half("'DAY'", "'NIGHT'", 1)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> half("'DAY'", "'DAY'", 0)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> half("'DAY'", "'DAY'", -1)).isInstanceOf(SQLException.class);
    assertThatCode(() -> half("'DAY'", "'DAY'", 1)).doesNotThrowAnyException();
  }

  private void half(String half, String slot, int parts) throws SQLException {
    TestDatabase.execute(
        database.dataSource(),
        "INSERT INTO lk_hold (lessor, contract_no, start_day, half, end_day, unit_project, unit, slot, days_of_week,"
            + " share_parts, resting) VALUES ('l', 'C', '2026-01-05', " + half + ", '2026-01-06', 'g', 'u', " + slot
            + ", 'ALL', " + parts + ", FALSE)");
  }

  @Test
  void whoComesWhileAnotherLetsWaitsAndIsRefused() throws Exception {
    DataSource source = database.dataSource();
    CountDownLatch written = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection first = source.getConnection()) {
      first.setAutoCommit(false);
      let("1", Slot.ALL, Week.ALL, Share.of(3, 5), 0, 30).write(first);
      Future<?> second =
          other.submit(
              () -> {
                written.countDown();
                let("2", Slot.DAY, Week.WEEKENDS, HALF, 0, 30).write(source);
                return null;
              });
      written.await(60, TimeUnit.SECONDS);
      first.commit();
      first.setAutoCommit(true);
      assertThatThrownBy(() -> second.get(60, TimeUnit.SECONDS)).hasMessageContaining(NAME);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void ofSixteenWhoWriteThirdsByHandThreeHaveThem() throws Exception {
    for (int isolation : List.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_SERIALIZABLE)) {
      database.empty();
      DataSource source = database.dataSource();
      List<Boolean> answers =
          Race.of(
              16,
              node -> {
                try {
                  let("C-" + node, Slot.ALL, Week.ALL, THIRD, node, 30 + node).write(source, isolation);
                  return true;
                } catch (SQLException refused) {
                  return false;
                }
              });
      List<Hold> held = new ArrayList<>();
      JdbcStores.builder(source).build().records().holds(Samples.LESSOR, held::add);
      assertThat(Occupancy.of(held).letTwice()).isEmpty();
      assertThat(answers).filteredOn(answer -> answer).hasSize(held.size());
      if (isolation == Connection.TRANSACTION_READ_COMMITTED) {
        assertThat(held).hasSize(3);
      }
    }
  }

  /** A row of a whole day without its other half is none that the stores read. */
  @Test
  void whatTheDatabaseAloneRefusesIsAnsweredAsTaken() throws SQLException {
    JdbcStores stores = database.emptyStores();
    UnitRef unit = new UnitRef("garage", "R-1");
    let("by hand", Slot.ALL, Week.ALL, WHOLE, 0, 30).write(database.dataSource());
    TestDatabase.execute(database.dataSource(), "DELETE FROM lk_hold WHERE half = 'DAY'");
    Hold wanted = let("C-1", Slot.NIGHT, Week.ALL, HALF, 10, 40).hold();
    assertThat(stores.holds().ofUnits(Samples.LESSOR, List.of(unit))).isEmpty();
    assertThat(stores.holds().replace(Samples.LESSOR, wanted.contract(), List.of(wanted))).contains(wanted);
    assertThat(
            stores
                .contracts()
                .add(
                    Samples.contract("C-1").on(unit).letting(Portion.of(HALF)).lasting(wanted.days()).build(), List.of()))
        .isEqualTo(Added.UNIT_TAKEN);
    assertThat(stores.contracts().find(Samples.LESSOR, wanted.contract())).isEmpty();
    assertThat(stores.holds().ofUnits(Samples.LESSOR, List.of(unit))).isEmpty();
  }
}
