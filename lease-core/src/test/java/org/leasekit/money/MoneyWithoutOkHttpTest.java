package org.leasekit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryException;
import javax.money.format.MonetaryFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moneta declares OkHttp and Kotlin for its exchange rates; the library leaves both out, and amounts work all the same. */
class MoneyWithoutOkHttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"okhttp3.OkHttpClient", "okio.Buffer", "kotlin.Unit", "kotlin.jvm.internal.Intrinsics"})
    void theLeftOutClassesAreAbsent(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void monetaIsWhatAnswers() {
        assertThat(amount("CNY", "1").getClass().getName()).startsWith("org.javamoney.moneta.");
    }

    @ParameterizedTest
    @CsvSource({
        "CNY, 1234.565, 1234.56, 123456",
        "CNY, 1234.575, 1234.58, 123458",
        "CNY,  -10.005,  -10.00,  -1000",
        "JPY,  1234.5,     1234,   1234",
        "JPY,  1235.5,     1236,   1236",
        "KWD,  12.3455,  12.346,  12346",
        "KWD,  12.3465,  12.346,  12346",
    })
    void roundsHalfToEvenAtTheDigitsOfTheCurrency(String currency, String raw, BigDecimal rounded, long minor) {
        MonetaryAmount amount = amount(currency, raw).with(Monetary.getDefaultRounding());

        assertThat(amount.getNumber().numberValue(BigDecimal.class)).isEqualByComparingTo(rounded);
        assertThat(MinorUnits.of(amount)).isEqualTo(minor);
        assertThat(amount).isEqualTo(MinorUnits.amount(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "CNY, 1234.5, zh-CN, 'CNY1,234.50'",
        "JPY,   1234, ja-JP, 'JPY1,234'",
        "KWD, 12.345, en-KW, 'KWD12.345'",
    })
    void formatsWithTheDigitsOfTheCurrency(String currency, String number, String language, String text) {
        Locale locale = Locale.forLanguageTag(language);

        assertThat(MonetaryFormats.getAmountFormat(locale).format(amount(currency, number))).isEqualTo(text);
    }

    @Test
    void addsAndComparesAmounts() {
        CurrencyUnit yuan = Monetary.getCurrency("CNY");
        MonetaryAmount sum = MinorUnits.amount(19, yuan).add(MinorUnits.amount(1, yuan)).multiply(5);

        assertThat(sum).isEqualTo(MinorUnits.amount(100, yuan)).isGreaterThan(MinorUnits.amount(99, yuan));
        assertThatThrownBy(() -> sum.add(MinorUnits.amount(1, "JPY"))).isInstanceOf(MonetaryException.class);
    }

    private static MonetaryAmount amount(String currency, String number) {
        return Monetary.getDefaultAmountFactory().setCurrency(currency).setNumber(new BigDecimal(number)).create();
    }
}
