package org.leasekit.application;

import org.leasekit.contract.Contract;
import org.leasekit.party.Tenant;
import org.leasekit.renewal.RenewalCase;

/**
 * What the renewal page shows.
 *
 * @param contract the contract that ends
 * @param tenant who is asked: the registered tenant, or who was that when they renewed
 */
public record RenewalView(RenewalCase renewal, Contract contract, Tenant tenant) {}
