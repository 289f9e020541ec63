package org.leasekit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemarkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|false|ALL",
        "母合同|true|ALL",
        "' 母合同 '|true|ALL",
        "母合同，三年一签|true|ALL",
        "合租:日间|false|DAY",
        "合租：夜间|false|NIGHT",
        "合租 : 日间|false|DAY",
        "合租:夜间，凌晨离场|false|NIGHT",
        "合租:日间 带充电桩|false|DAY",
        "合租:night|false|NIGHT",
        "合租:周末|false|",
        "合租:|false|",
        "合租|false|",
        "合租日间|false|ALL",
        "与他人合租:日间|false|ALL",
        "非母合同|false|ALL",
        "VIP|false|ALL"
      })
  void theBeginningOfARemarkMeansSomething(String cell, boolean master, String slot) {
    Remark remark = Remark.parse(cell);
    assertThat(remark.master()).isEqualTo(master);
    assertThat(remark.slot().map(Enum::name).orElse(null)).isEqualTo(slot);
  }
}
