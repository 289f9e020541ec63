package org.leasekit.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a contract would say that nobody has signed yet.
 *
 * @param contract what would be signed; {@code by} and {@code evidence} are who draws it up and on what grounds, such as an
 *     inquiry
 * @param reason why it is drawn up, or changed, in their words
 */
public record DraftContract(
    @NotNull(message = "{org.leasekit.required}") @Valid SignContract contract,
    @NotBlank(message = "{org.leasekit.amendment.reason}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String reason) {}
