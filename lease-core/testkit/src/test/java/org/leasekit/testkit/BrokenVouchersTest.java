package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leasekit.ledger.Voucher;
import org.leasekit.port.VoucherExport;

/** Runs the contract tests of exports on one that is right, and on some that break a rule. */
class BrokenVouchersTest {

  /** What may be wrong with an export, and the rule it breaks. */
  enum Fault {
    NONE(Set.of()),
    TAKES_ALL(Set.of("VoucherExport rule 1")),
    KEYS_WITH_THE_DAY(Set.of("VoucherExport rule 1")),
    FORGETS_THE_LESSOR(Set.of("VoucherExport rule 1")),
    DROPS_LINES(Set.of("VoucherExport rule 1", "VoucherExport rule 2"));

    private final Set<String> rules;

    Fault(Set<String> rules) {
      this.rules = rules;
    }
  }

  private static final class Books implements VoucherExport {
    private final Fault fault;
    private final Map<List<Object>, Voucher> taken = new LinkedHashMap<>();

    Books(Fault fault) {
      this.fault = fault;
    }

    @Override
    public void export(List<Voucher> vouchers) {
      vouchers.forEach(voucher -> taken.putIfAbsent(key(voucher), kept(voucher)));
    }

    private List<Object> key(Voucher voucher) {
      return switch (fault) {
        case TAKES_ALL -> List.of(taken.size());
        case KEYS_WITH_THE_DAY -> List.of(voucher.lessor(), voucher.id(), voucher.day());
        case FORGETS_THE_LESSOR -> List.of(voucher.id());
        default -> List.of(voucher.lessor(), voucher.id());
      };
    }

    private Voucher kept(Voucher voucher) {
      if (fault != Fault.DROPS_LINES) {
        return voucher;
      }
      List<Voucher.Line> lines = new ArrayList<>(voucher.lines());
      lines.remove(2);
      return new Voucher(
          voucher.lessor(), voucher.id(), voucher.day(), voucher.causedAt(), voucher.summary(), lines);
    }
  }

  /** The contract tests, on whatever export they are given. */
  static class UnderProof extends VoucherExportContract {
    private static Fault fault = Fault.NONE;
    private final Books books = new Books(fault);

    @Override
    protected VoucherExport export() {
      return books;
    }

    @Override
    protected List<Voucher> takenOver() {
      return List.copyOf(books.taken.values());
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheRuleThatIsBroken(Fault fault) {
    UnderProof.fault = fault;
    KitRun run = KitRun.of(UnderProof.class);
    UnderProof.fault = Fault.NONE;
    assertThat(run.rulesFailed()).as("%s", run.failed()).isEqualTo(fault.rules);
  }
}
