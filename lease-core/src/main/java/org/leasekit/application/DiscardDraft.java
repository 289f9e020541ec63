package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A draft is not going to be signed. Its number stays taken.
 *
 * @param contractNo number of the draft
 * @param by who says so
 * @param reason why, in their words
 * @param evidence reference to what proves it
 */
public record DiscardDraft(
    @NotBlank(message = "{org.leasekit.required}") @Size(max = 64, message = "{org.leasekit.tooLong}")
        String contractNo,
    @NotBlank(message = "{org.leasekit.amendment.by}") @Size(max = 200, message = "{org.leasekit.tooLong}")
        String by,
    @NotBlank(message = "{org.leasekit.amendment.reason}") @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String reason,
    @NotBlank(message = "{org.leasekit.amendment.evidence}") @Size(max = 500, message = "{org.leasekit.tooLong}")
        String evidence) {}
