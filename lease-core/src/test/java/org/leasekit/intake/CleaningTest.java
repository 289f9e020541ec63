package org.leasekit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.money.MinorUnits;

class CleaningTest {

  private static final CurrencyUnit CNY = Monetary.getCurrency("CNY");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain|plain",
        "  何伟\u3000|何伟",
        "\uFEFF何伟|何伟",
        "\u200B何\u200D伟\u2060|何伟",
        "\u202D13800000000\u202C|13800000000",
        "a\u00A0 \tb|a b",
        "（上海）|（上海）"
      })
  void textLosesWhatNobodySees(String cell, String text) {
    assertThat(Cleaning.text(cell)).isEqualTo(text);
  }

  @Test
  void lineBreaksInACellAreSpaces() {
    assertThat(Cleaning.text("\r\n上海\r\n中心\n")).isEqualTo("上海 中心");
    assertThat(Cleaning.text(" \u3000\u00A0\u200B ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"１２００.００|1200.00", "￥１，２００|¥1,200", "ＰＫ－１|PK-1", "（）！～|()!~", "合租：日间|合租:日间"})
  void codesAreHalfWidth(String cell, String code) {
    assertThat(Cleaning.code(cell)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-31|2026-03-31",
        "2026/3/31|2026-03-31",
        "2026/03/01|2026-03-01",
        "2026.03.31|2026-03-31",
        "2026年3月31日|2026-03-31",
        "2026年03月31日|2026-03-31",
        "2026年3月31号|2026-03-31",
        "2026 年 3 月 31 日|2026-03-31",
        "２０２６年３月３１日|2026-03-31",
        "20260331|2026-03-31",
        "2026/3/31 0:00|2026-03-31",
        "2026-03-31 00:00:00|2026-03-31",
        "2026-03-31T00:00:00.000|2026-03-31",
        "2024-02-29|2024-02-29",
        "45745|2025-03-29",
        "45745.0|2025-03-29",
        "46112|2026-03-31",
        "31066|1985-01-19",
        "10000|1927-05-18",
        "99999|2173-10-13",
        "1900-01-01|1900-01-01",
        "2199-12-31|2199-12-31"
      })
  void daysAreReadAsPeopleWriteThem(String cell, LocalDate day) {
    assertThat(Cleaning.date("\u3000" + cell + " ")).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "面议", "2026-02-30", "2026年2月30日", "20260230", "2025-02-29", "2026-13-01", "2026-00-10",
        "2026-3/31", "2026-03", "26-03-31", "31.03.2026", "03/31/2026", "1899-12-31", "2200-01-01",
        "9999-12-31", "2026", "1985", "9999", "01234", "45745.5", "-45745", "2026-03-31 10:00",
        "2026-03-31x", "٢٠٢٦-٠٣-٣١", "#N/A"
      })
  void whatNoCalendarHasIsNoDay(String cell) {
    assertThat(Cleaning.date(cell)).isEmpty();
  }

  @Property
  void everyDayIsReadFromEveryForm(@ForAll @IntRange(min = 10_000, max = 99_999) int serial) {
    LocalDate day = LocalDate.of(1899, 12, 30).plusDays(serial);
    int y = day.getYear();
    int m = day.getMonthValue();
    int d = day.getDayOfMonth();
    assertThat(
            List.of(
                day.toString(),
                y + "/" + m + "/" + d,
                y + "." + m + "." + d,
                y + "年" + m + "月" + d + "日",
                String.valueOf(serial)))
        .allSatisfy(cell -> assertThat(Cleaning.date(cell)).contains(day));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "800|CNY|80000",
        "800.5|CNY|80050",
        "680.50|CNY|68050",
        "0|CNY|0",
        "0.00|CNY|0",
        "¥1,200.00|CNY|120000",
        "￥1200|CNY|120000",
        "¥ 900.00|CNY|90000",
        "1,500元|CNY|150000",
        "1，500元|CNY|150000",
        "１２００.００|CNY|120000",
        "CNY 1200|CNY|120000",
        "1200 cny|CNY|120000",
        "RMB1200|CNY|120000",
        "人民币1200元|CNY|120000",
        "1,234,567.89|CNY|123456789",
        "999999999999.99|CNY|99999999999999",
        "1200|JPY|1200",
        "¥1200|JPY|1200",
        "1.234|KWD|1234",
        "USD 5|USD|500"
      })
  void amountsAreReadAsPeopleWriteThem(String cell, String currency, long minor) {
    assertThat(Cleaning.amount(cell, Monetary.getCurrency(currency))).hasValue(minor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|CNY", "面议|CNY", "元|CNY", "-5|CNY", "－5|CNY", "(5)|CNY", "1.234|CNY", "800.000|CNY", "1.0|JPY",
        "12,00|CNY", "1,2000|CNY", "1,200,00|CNY", "1 200|CNY", "1.200,00|CNY", "1200.|CNY", ".5|CNY",
        "1e3|CNY", "$800|CNY", "800 USD|CNY", "¥800|USD", "800元|JPY", "1000000000000|CNY", "¥¥800|CNY",
        "NaN|CNY", "八百|CNY", "1.2万|CNY", "#DIV/0!|CNY"
      })
  void whatCanBeReadInTwoWaysIsNoAmount(String cell, String currency) {
    assertThat(Cleaning.amount(cell, Monetary.getCurrency(currency))).isEmpty();
  }

  @Property
  void everyAmountIsReadFromEveryForm(
      @ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long minor) {
    String plain = MinorUnits.plain(MinorUnits.amount(minor, CNY));
    String grouped = String.format(Locale.ROOT, "%,d", minor / 100) + plain.substring(plain.indexOf('.'));
    assertThat(List.of(plain, grouped, "¥" + grouped, plain + "元", "CNY " + plain))
        .allSatisfy(cell -> assertThat(Cleaning.amount(cell, CNY)).isEqualTo(OptionalLong.of(minor)));
  }

  @ParameterizedTest
  @CsvSource({"CNY,CNY", "cny,CNY", "' ＣＮＹ ',CNY", "人民币,CNY", "RMB,CNY", "USD,USD", "JPY,JPY"})
  void currenciesGoByTheirCode(String cell, String code) {
    assertThat(Cleaning.currency(cell)).map(CurrencyUnit::getCurrencyCode).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "XYZQ", "ABC", "$", "XAU", "XXX", "dollar", "???", "...", "C.Y", "CNY|USD", "("})
  void otherCurrenciesAreUnknown(String cell) {
    assertThat(Cleaning.currency(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19913637762|19913637762",
        "+86 199-4928-9803|19949289803",
        "0086 199 4928 9803|19949289803",
        "8619949289803|19949289803",
        "１９９４９２８９８０３|19949289803",
        "19949289803.0|19949289803",
        "(021) 5888-0000|02158880000",
        "+852 2123 4567|85221234567",
        "19913637762/19913637763|19913637762 19913637763",
        "19913637762、19913637762|19913637762",
        "19913637762；无|19913637762"
      })
  void phonesAreTheirDigits(String cell, String numbers) {
    assertThat(Cleaning.phones(cell)).contains(List.of(numbers.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "无", "-", "N/A"})
  void aCellWithoutDigitsNamesNoPhone(String cell) {
    assertThat(Cleaning.phones(cell)).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234", "1234567890123456", "1.99E+10", "13812345678 ext 3", "19913637762/12", "张三13812345678"
      })
  void damagedPhonesAreNotGuessed(String cell) {
    assertThat(Cleaning.phones(cell)).isEqualTo(Optional.empty());
  }
}
