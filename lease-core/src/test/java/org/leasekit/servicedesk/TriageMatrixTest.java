package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageMatrixTest {

  @ParameterizedTest
  @CsvSource({
    "SITE, HIGH, P1", "SITE, MEDIUM, P2", "SITE, LOW, P3",
    "SEVERAL, HIGH, P2", "SEVERAL, MEDIUM, P3", "SEVERAL, LOW, P4",
    "SINGLE, HIGH, P3", "SINGLE, MEDIUM, P4", "SINGLE, LOW, P4",
  })
  void impactAndUrgencyMakeThePriority(Impact impact, Urgency urgency, Priority priority) {
    assertThat(TriageMatrix.STANDARD.priority(impact, urgency)).isEqualTo(priority);
  }

  @Test
  void aMatrixWithAHoleOrAgainstTheGrainIsRefused() {
    List<Priority> row = List.of(Priority.P1, Priority.P2, Priority.P3);
    assertThatThrownBy(() -> TriageMatrix.of(List.of(row, row))).hasMessageContaining("each");
    assertThatThrownBy(() -> TriageMatrix.of(List.of(row, row, row.subList(0, 2))))
        .hasMessageContaining("each");
    assertThatThrownBy(
            () ->
                TriageMatrix.of(
                    List.of(row, row, List.of(Priority.P1, Priority.P1, Priority.P2))))
        .hasMessageContaining("SINGLE and MEDIUM");
    assertThatThrownBy(
            () ->
                TriageMatrix.of(
                    List.of(row, List.of(Priority.P2, Priority.P1, Priority.P3), row)))
        .hasMessageContaining("SEVERAL and MEDIUM");
  }

  @Test
  void stepsAreCountedFromTheMorePressingSide() {
    assertThat(Priority.P1.stepsAbove(Priority.P4)).isEqualTo(3);
    assertThat(Priority.P4.stepsAbove(Priority.P1)).isEqualTo(-3);
    assertThat(Priority.P2.isAbove(Priority.P2)).isFalse();
  }
}
