package org.leasekit.http.outbound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that is answered; whatever else it holds is passed over.
 *
 * @param status {@code DELIVERED} or {@code DEAD}; anything else is no answer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GatewayAnswer(@Nullable String status) {}
