package org.leasekit.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.Tax;
import org.leasekit.calendar.DateRange;

/**
 * A contract is to pay for what a meter counts, in its own currency.
 *
 * @param contractNo the contract
 * @param charge code of the charge, unique for the contract; the same command again changes nothing
 * @param meter names the meter, unique for the lessor
 * @param term the days that are metered; null for the whole term of the contract
 * @param unit what is counted, such as {@code kWh}
 * @param pricePerUnit with at most four decimals more than the currency has
 * @param digits of the meter before the decimal point
 * @param tax on what the units come to
 */
public record AgreeMeteredCharge(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 32, message = "{org.leasekit.tooLong}") String charge,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}") String meter,
    @Nullable DateRange term,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 32, message = "{org.leasekit.tooLong}") String unit,
    @NotNull(message = "{org.leasekit.required}") @PositiveOrZero(message = "{org.leasekit.notNegative}")
        BigDecimal pricePerUnit,
    @Min(value = 1, message = "{org.leasekit.positive}") @Max(value = 12, message = "{org.leasekit.tooGreat}")
        int digits,
    @NotNull(message = "{org.leasekit.required}") Tax tax) {}
