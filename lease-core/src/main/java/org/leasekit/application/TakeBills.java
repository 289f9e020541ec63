package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The bills of a contract and of what is below it come to it, or go to whoever takes them further up.
 *
 * @param contractNo the contract, anywhere on a path
 * @param takes true when they come to it
 * @param effective first day on which it holds, not before the contract's last move; one after today is planned; null for
 *     today
 * @param by name of the person or service that asks for it
 * @param reason why
 * @param evidence reference to what proves it: a document, a message, a ticket
 */
public record TakeBills(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    boolean takes,
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
