/**
 * The shell around the core: each service checks a command at the door, loads through ports, asks the
 * core, and stores what it decided, in one unit of work. {@code now} is read from the kit's clock once
 * per unit of work and passed on.
 *
 * <p>Every public method of a service asks at the gate whether its actor may, before it tells or changes anything, and the
 * answer is recorded in the same unit of work: what the host rolls back is not recorded either. What is refused after that
 * by a rule of its own is no matter of access. Sweeps are the library's own doing: they act for nobody, ask nobody, and
 * leave their traces in what they record; a run of billing, which people start as well, is asked about once.
 *
 * <p>Locks are taken in one order, so that of two units of work one waits for the other and never each for the other:
 * <ol>
 *   <li>renewal cases, in the order of the numbers of their contracts;
 *   <li>the hierarchy ({@link org.leasekit.port.Moves#lock}), by whoever moves contracts or concerns a whole tree;
 *   <li>a draft;
 *   <li>contracts, in the order of their numbers, whoever stands below whom;
 *   <li>units, in their order;
 *   <li>what belongs to a case, contract or unit that is locked already, such as its agenda and its notices;
 *   <li>one person ({@link org.leasekit.port.Outbox#lockPerson}), by whoever counts what was sent to them.
 * </ol>
 * Numbers are an order that no move changes, and in which a billing run takes contracts of many trees. Which contracts are
 * concerned is found out first; when it turns out, with those locked, that one with a lower number has come to it
 * meanwhile, the unit of work gives up with a {@link org.leasekit.port.StaleVersionException}: it is to be done again, as
 * whenever somebody else was quicker. {@code ContractLocks} holds this order, and a test holds that there is no other.
 */
@NullMarked
package org.leasekit.application;

import org.jspecify.annotations.NullMarked;
