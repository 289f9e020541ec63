package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract is to pay for a meter no longer.
 *
 * @param contractNo the contract
 * @param charge code of the charge that was agreed
 * @param on the first day that is not metered any more; null to take back the ends before
 * @param by name of the person or service that asks for it
 * @param reason why
 * @param evidence reference to what proves it: a document, a message, a ticket
 */
public record EndMeteredCharge(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 32, message = "{org.leasekit.tooLong}") String charge,
    @Nullable LocalDate on,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}") String by,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 1000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {}
