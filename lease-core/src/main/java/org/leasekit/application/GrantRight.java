package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.hierarchy.Right;

/**
 * The master of a sub-contract lets it do something alone.
 *
 * @param accountNo the sub-contract
 * @param right what it may do
 * @param maxAmount greatest amount of one act; null for no limit
 * @param maxMonths longest term in months of one act; null for no limit
 * @param maxUnits most units of one act; null for no limit
 * @param untilExclusive first day on which it does not count any more; null for no end
 * @param by name of the person or service that asks for it
 * @param reason why
 * @param evidence reference to what proves it: a document, a message, a ticket
 */
public record GrantRight(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String accountNo,
    @NotNull(message = "{org.leasekit.required}") Right right,
    @Positive(message = "{org.leasekit.positive}") @Nullable MonetaryAmount maxAmount,
    @Positive(message = "{org.leasekit.positive}") @Nullable Integer maxMonths,
    @Positive(message = "{org.leasekit.positive}") @Nullable Integer maxUnits,
    @Nullable LocalDate untilExclusive,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 1000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {}
