/** The report of a season: one self-contained page, drawn from plain values. */
@NullMarked
package org.leasekit.examples.report;

import org.jspecify.annotations.NullMarked;
