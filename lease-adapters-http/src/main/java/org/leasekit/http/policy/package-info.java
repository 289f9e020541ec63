/**
 * Escalation policies as JSON documents, checked by the same rules as those that are built in Java.
 */
@NullMarked
package org.leasekit.http.policy;

import org.jspecify.annotations.NullMarked;
