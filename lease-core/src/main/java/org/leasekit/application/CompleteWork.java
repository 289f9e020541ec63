package org.leasekit.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A technician says that it is mended, and shows it.
 *
 * @param requestId the request
 * @param technician who mended it
 * @param note what was done
 * @param photos references to pictures that the host keeps, at least one
 * @param at when it was done, if that is only now made known; null for now
 */
public record CompleteWork(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String requestId,
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 64, message = "{org.leasekit.tooLong}")
        String technician,
    @NotBlank(message = "{org.leasekit.servicedesk.note}")
        @Size(max = 2000, message = "{org.leasekit.tooLong}")
        String note,
    @NotEmpty(message = "{org.leasekit.servicedesk.photo}")
        @Size(max = 20, message = "{org.leasekit.tooMany}")
        List<
                @NotBlank(message = "{org.leasekit.required}")
                @Size(max = 500, message = "{org.leasekit.tooLong}") String>
            photos,
    @Nullable Instant at) {}
