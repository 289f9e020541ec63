/**
 * Calls to other systems: {@link org.leasekit.http.outbound.HttpMessageGateway} hands messages to whoever sends SMS
 * and WeCom, {@link org.leasekit.http.outbound.WebhookEvents} tells other systems what happened.
 */
@NullMarked
package org.leasekit.http.outbound;

import org.jspecify.annotations.NullMarked;
