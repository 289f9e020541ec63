package org.leasekit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PortionTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 2);

  @Test
  void threeThirdsAreTheWhole() {
    assertThat(3 * Share.of(1, 3).parts()).isEqualTo(Share.PARTS_OF_WHOLE);
    assertThat(Share.of(30, 100)).hasToString("3/10").isEqualTo(Share.of(3, 10));
    assertThat(Share.WHOLE).hasToString("1/1");
  }

  @Test
  void aShareIsMoreThanNothingAndAtMostTheWhole() {
    for (int[] wrong : new int[][] {{0, 3}, {4, 3}, {-1, 3}, {1, 0}, {1, 17}, {1, -3}}) {
      assertThatThrownBy(() -> Share.of(wrong[0], wrong[1])).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void weekdaysAndWeekendsAreParted() {
    Portion weekdays = new Portion(Slot.NIGHT, Week.WEEKDAYS, Share.of(1, 2));
    assertThat(weekdays.partsIn(FRIDAY, Slot.NIGHT)).isEqualTo(Share.PARTS_OF_WHOLE / 2);
    assertThat(weekdays.partsIn(FRIDAY, Slot.DAY)).isZero();
    assertThat(weekdays.partsIn(FRIDAY.plusDays(1), Slot.NIGHT)).isZero();
    assertThat(weekdays.partsIn(FRIDAY.plusDays(3), Slot.NIGHT)).isPositive();
  }

  @Test
  void partsAddUpAtEveryTimeOfTheWeekOrNot() {
    Portion weekdays = new Portion(Slot.ALL, Week.WEEKDAYS, Share.WHOLE);
    Portion weekends = new Portion(Slot.ALL, Week.WEEKENDS, Share.WHOLE);
    assertThat(Portion.WHOLE.isSumOf(weekdays, weekends)).isTrue();
    assertThat(Portion.WHOLE.isSumOf(Portion.of(Slot.DAY), Portion.of(Slot.NIGHT))).isTrue();
    assertThat(Portion.WHOLE.isSumOf(Portion.of(Slot.DAY), weekends)).isFalse();
    assertThat(Portion.of(Slot.DAY).isSumOf(Portion.of(Slot.DAY), Portion.of(Slot.NIGHT))).isFalse();
  }
}
