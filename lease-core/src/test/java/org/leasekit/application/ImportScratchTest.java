package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.intake.Field;
import org.leasekit.intake.Portfolio;

class ImportScratchTest {

  /** The first on the heap, the second in a file, the third beyond one chunk of it. */
  @ParameterizedTest
  @ValueSource(ints = {2_000, 200_000, 6_000_000})
  void answersAsIfAllWereKept(int rows) {
    Random random = new Random(rows);
    Set<ContractNo> numbers = new HashSet<>();
    List<Contract> let = new ArrayList<>();
    try (ImportScratch scratch = new ImportScratch(rows)) {
      for (int i = 0; i < 2_000; i++) {
        ContractNo no = new ContractNo("N" + random.nextInt(2_000));
        assertThat(scratch.holds(no)).isEqualTo(!numbers.add(no));
        if (!scratch.holds(no)) {
          scratch.hold(no);
        }
        Contract contract = contract(random);
        boolean taken = let.stream().anyMatch(contract::collidesWith);
        assertThat(scratch.collides(contract)).isEqualTo(taken);
        if (!taken) {
          let.add(contract);
          scratch.let(contract);
        }
      }
    }
    assertThat(let).hasSizeGreaterThan(200);
    assertThat(numbers).hasSizeGreaterThan(1_000);
  }

  private static Contract contract(Random random) {
    int day = 1 + random.nextInt(27);
    int month = 1 + random.nextInt(11);
    return Portfolio.lease(
            Portfolio.row(
                1,
                Field.UNIT, "U" + random.nextInt(60),
                Field.REMARK, List.of("", "合租:日间", "合租:夜间").get(random.nextInt(3)),
                Field.START_DATE, "2026-" + month + "-" + day,
                Field.END_DATE, "2026-" + (month + random.nextInt(2)) + "-28"))
        .contract();
  }

  @Test
  void aMasterLetsNothing() {
    try (ImportScratch scratch = new ImportScratch(1)) {
      Contract master = Portfolio.lease(Portfolio.master(1)).contract();
      scratch.let(master);
      assertThat(scratch.collides(master)).isFalse();
    }
  }

  @Test
  void hasRoomForWhatWasAnnouncedAndNotForMore() {
    try (ImportScratch scratch = new ImportScratch(100)) {
      for (int i = 0; i < 300; i++) {
        scratch.hold(new ContractNo("N" + i));
      }
      for (int i = 0; i < 100; i++) {
        scratch.leaves(new ContractNo("N" + i), LocalDate.of(2026, 2, 1).plusDays(i));
      }
      assertThat(scratch.leftFrom(new ContractNo("N99"))).contains(LocalDate.of(2026, 5, 11));
      assertThat(scratch.leftFrom(new ContractNo("N100"))).isEmpty();
      assertThat(scratch.holds(new ContractNo("N299"))).isTrue();
      assertThat(scratch.holds(new ContractNo("N300"))).isFalse();
      assertThatIllegalStateException().isThrownBy(() -> scratch.hold(new ContractNo("N300")));
    }
  }
}
