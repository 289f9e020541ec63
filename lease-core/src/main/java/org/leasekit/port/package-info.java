/**
 * Every interface an integrator implements.
 *
 * <table>
 * <caption>The ports</caption>
 * <tr><th>port</th><th>required?</th><th>default</th><th>contract test in lease-testkit</th></tr>
 * <tr><td>{@link org.leasekit.port.UnitOfWork}</td><td>with stores</td><td>memory</td><td>UnitOfWorkContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Tenants}</td><td>with stores</td><td>memory</td><td>TenantsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Contracts}</td><td>with stores</td><td>memory</td><td>ContractsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Drafts}</td><td>with stores</td><td>memory</td><td>DraftsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Amendments}</td><td>with stores</td><td>memory</td><td>AmendmentsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Holds}</td><td>with stores</td><td>memory</td><td>HoldsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Receivables}</td><td>with stores</td><td>memory</td><td>ReceivablesContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Adjustments}</td><td>with stores</td><td>memory</td><td>AdjustmentsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.ReceivableLocks}</td><td>with stores</td><td>memory</td><td>ReceivableLocksContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Meters}</td><td>with stores</td><td>memory</td><td>MetersContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Journal}</td><td>with stores</td><td>memory</td><td>JournalContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Payments}</td><td>with stores</td><td>memory</td><td>PaymentsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.RenewalCases}</td><td>with stores</td><td>memory</td><td>RenewalCasesContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Proposals}</td><td>with stores</td><td>memory</td><td>ProposalsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.OfferExtras}</td><td>with stores</td><td>memory</td><td>OfferExtrasContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Outbox}</td><td>with stores</td><td>memory</td><td>OutboxContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Tasks}</td><td>with stores</td><td>memory</td><td>TasksContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Moves}</td><td>with stores</td><td>memory</td><td>MovesContract</td></tr>
 * <tr><td>{@link org.leasekit.port.PlannedMoves}</td><td>with stores</td><td>memory</td><td>PlannedMovesContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Grants}</td><td>with stores</td><td>memory</td><td>GrantsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Audit}</td><td>with stores</td><td>memory</td><td>AuditContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Absences}</td><td>with stores</td><td>memory</td><td>AbsencesContract</td></tr>
 * <tr><td>{@link org.leasekit.port.WishList}</td><td>with stores</td><td>memory</td><td>WishListContract</td></tr>
 * <tr><td>{@link org.leasekit.port.DunningLog}</td><td>with stores</td><td>memory</td><td>DunningLogContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Surveys}</td><td>with stores</td><td>memory</td><td>SurveysContract</td></tr>
 * <tr><td>{@link org.leasekit.port.OneOffCharges}</td><td>with stores</td><td>memory</td><td>OneOffChargesContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Settlements}</td><td>with stores</td><td>memory</td><td>SettlementsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.EventLog}</td><td>with stores</td><td>memory</td><td>EventLogContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Events}</td><td>no</td><td>none: nothing is kept to be told</td><td>EventsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.ServiceRequests}</td><td>with stores</td><td>memory</td><td>ServiceRequestsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.ServiceRecords}</td><td>with stores</td><td>memory</td><td>ServiceRecordsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.FieldStaff}</td><td>with stores</td><td>memory</td><td>FieldStaffContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Sites}</td><td>with stores</td><td>memory</td><td>SitesContract</td></tr>
 * <tr><td>{@link org.leasekit.port.DutyRoster}</td><td>with stores</td><td>memory</td><td>DutyRosterContract</td></tr>
 * <tr><td>{@link org.leasekit.port.DutyTasks}</td><td>with stores</td><td>memory</td><td>DutyTasksContract</td></tr>
 * <tr><td>{@link org.leasekit.port.TravelTimes}</td><td>no</td><td>as the crow flies, at 20 km/h</td><td>TravelTimesContract</td></tr>
 * <tr><td>{@link org.leasekit.port.ContractRecords}</td><td>with stores</td><td>memory</td><td>ContractRecordsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Documents}</td><td>no</td><td>none; memory</td><td>DocumentsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.Records}</td><td>with stores</td><td>memory</td><td>RecordsContract</td></tr>
 * <tr><td>{@link org.leasekit.port.MessageGateway}</td><td>yes</td><td>none</td><td>MessageGatewayContract</td></tr>
 * <tr><td>{@link org.leasekit.port.RenewalLinks}</td><td>yes</td><td>none</td><td>RenewalLinksContract</td></tr>
 * <tr><td>{@link org.leasekit.port.TableSource}</td><td>for imports</td><td>none</td><td>TableSourceContract</td></tr>
 * <tr><td>{@link org.leasekit.port.VoucherExport}</td><td>for exports to the books</td><td>memory</td><td>VoucherExportContract</td></tr>
 * </table>
 *
 * <p>The stores share one {@link org.leasekit.port.UnitOfWork}: {@link org.leasekit.port.Stores} names
 * them together. Outside a unit of work each call is its own transaction.
 */
@NullMarked
package org.leasekit.port;

import org.jspecify.annotations.NullMarked;
