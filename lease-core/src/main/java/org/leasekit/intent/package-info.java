/**
 * How likely a tenant is to renew, from what was recorded and known at the instant asked, with how sure
 * that is; and the early-bird offer that is made of it, with a group held back to measure what it does.
 */
@NullMarked
package org.leasekit.intent;

import org.jspecify.annotations.NullMarked;
