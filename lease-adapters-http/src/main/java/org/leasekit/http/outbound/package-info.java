/**
 * Calls to other systems: {@link org.leasekit.http.outbound.HttpMessageGateway} hands messages to whoever sends SMS
 * and WeCom.
 */
@NullMarked
package org.leasekit.http.outbound;

import org.jspecify.annotations.NullMarked;
