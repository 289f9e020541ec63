package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * A right that was granted counts no more.
 *
 * @param accountNo the sub-contract
 * @param number of the grant
 * @param by name of the person or service that asks for it
 * @param reason why
 * @param evidence reference to what proves it: a document, a message, a ticket
 */
public record RevokeRight(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String accountNo,
    @Positive(message = "{org.leasekit.positive}") int number,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 1000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {}
