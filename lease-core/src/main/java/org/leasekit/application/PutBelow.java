package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract comes below a master: a sub-contract moves, or one that stood alone becomes one. Everything below it comes
 * along.
 *
 * @param contractNo the contract
 * @param masterNo the master
 * @param effective first day on which it holds, not before the contract's last move, and planned when it is after today;
 *     null for today
 * @param by name of the person or service that asks for it
 * @param reason why
 * @param evidence reference to what proves it: a document, a message, a ticket
 */
public record PutBelow(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String masterNo,
    @Nullable LocalDate effective,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 1000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {}
