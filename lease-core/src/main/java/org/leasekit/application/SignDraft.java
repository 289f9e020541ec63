package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Both sides have signed a draft as it stands.
 *
 * @param contractNo number of the draft
 * @param by who signs for the lessor
 * @param evidence reference to the signed document
 */
public record SignDraft(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotBlank(message = "{org.leasekit.amendment.by}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.amendment.evidence}") @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {}
