package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * Makes a statement of a settlement: the first one closes it, those that follow settle what was held back or came later.
 *
 * @param contractNo whose settlement it is
 * @param number of the statement, from 1 without a gap; asking for the same number again answers with the same statement
 * @param by who closes it
 * @param evidence where the proof is kept, such as the tenant's signature; may be empty
 */
public record CloseSettlement(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @Positive(message = "{org.leasekit.positive}") int number,
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotNull(message = "{org.leasekit.required}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String evidence) {}
