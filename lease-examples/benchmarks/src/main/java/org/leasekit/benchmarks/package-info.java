/**
 * What working time costs, beside others who count it, what a contract and its tree cost, beside plain scans, and what an
 * import of a million rows takes. {@code mvn -ntp -pl lease-examples/benchmarks -am compile exec:exec} runs all of it;
 * {@code -Djmh.args="WorkingTime -p years=20"} some of it.
 */
@NullMarked
package org.leasekit.benchmarks;

import org.jspecify.annotations.NullMarked;
