package org.leasekit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.UnknownCurrencyException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;
import org.javamoney.moneta.RoundedMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinorUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "CNY, 120000, 1200.00",
        "CNY, 1, 0.01",
        "CNY, -1, -0.01",
        "CNY, 0, 0.00",
        "CNY, 10, 0.10",
        "JPY, 5, 5",
        "JPY, -5, -5",
        "JPY, 0, 0",
        "KWD, 1234, 1.234",
        "KWD, 1000, 1.000",
        "CLF, 12345, 1.2345",
        "CNY, 9223372036854775807, 92233720368547758.07",
        "CNY, -9223372036854775808, -92233720368547758.08",
        "JPY, 9223372036854775807, 9223372036854775807",
    })
    void countsBothWaysAndWritesPlainly(String currency, long minor, String plain) {
        MonetaryAmount amount = MinorUnits.amount(minor, currency);

        assertThat(amount.getNumber().numberValue(BigDecimal.class)).isEqualByComparingTo(plain);
        assertThat(amount.getCurrency().getCurrencyCode()).isEqualTo(currency);
        assertThat(MinorUnits.of(amount)).isEqualTo(minor);
        assertThat(MinorUnits.plain(amount)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"CNY, 0.001", "CNY, 1.005", "JPY, 0.5", "KWD, 0.0001", "CNY, 92233720368547758.08", "JPY, 1E+30"})
    void refusesWhatTheCurrencyOrALongCannotHold(String currency, BigDecimal number) {
        Money amount = Money.of(number, currency);

        assertThatThrownBy(() -> MinorUnits.of(amount))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(currency)
                .hasMessageContaining("minor units");
        assertThatThrownBy(() -> MinorUnits.plain(amount)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"12.34, 1234", "12.3, 1230", "12.340000, 1234", "1E+2, 10000"})
    void readsEveryImplementation(BigDecimal number, long minor) {
        assertThat(MinorUnits.of(Money.of(number, "CNY"))).isEqualTo(minor);
        assertThat(MinorUnits.of(FastMoney.of(number, "CNY"))).isEqualTo(minor);
        assertThat(MinorUnits.of(RoundedMoney.of(number, Monetary.getCurrency("CNY"))))
                .isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"CNY, 2", "JPY, 0", "KWD, 3", "CLF, 4"})
    void knowsTheDigits(String currency, int digits) {
        assertThat(MinorUnits.digits(Monetary.getCurrency(currency))).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU"})
    void refusesWhatHasNoMinorUnit(String currency) {
        assertThatThrownBy(() -> MinorUnits.amount(1, currency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency has no minor unit: " + currency);
    }

    @Test
    void refusesAnUnknownCurrency() {
        assertThatThrownBy(() -> MinorUnits.amount(1, "ZZZ")).isInstanceOf(UnknownCurrencyException.class);
    }

    @Test
    void equalAmountsAreEqualHoweverTheyWereReached() {
        MonetaryAmount sum = MinorUnits.amount(1001, "CNY").add(MinorUnits.amount(-1, "CNY"));

        assertThat(sum).isEqualTo(MinorUnits.amount(1000, "CNY")).hasSameHashCodeAs(MinorUnits.amount(1000, "CNY"));
        assertThat(MinorUnits.amount(1000, Monetary.getCurrency("CNY"))).isEqualTo(MinorUnits.amount(1000, "CNY"));
        assertThat(MinorUnits.amount(1000, "CNY")).isNotEqualTo(MinorUnits.amount(1000, "USD"));
    }

    @Property
    void comesBackForEveryCurrencyThatHasDigits(
            @ForAll long minor, @ForAll("currencies") String currency) {
        MonetaryAmount amount = MinorUnits.amount(minor, currency);

        assertThat(MinorUnits.of(amount)).isEqualTo(minor);
        assertThat(new BigDecimal(MinorUnits.plain(amount)).unscaledValue().longValueExact()).isEqualTo(minor);
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of(Monetary.getCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(currency -> currency.getCurrencyCode())
                .sorted()
                .toList());
    }
}
