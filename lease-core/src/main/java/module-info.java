/** The core of leasekit: what is let, billed, renewed and serviced, as values and pure functions, and the ports around it. */
module org.leasekit.core {
    requires transitive jakarta.validation;
    requires transitive java.money;
    requires static transitive org.jspecify;

    exports org.leasekit;
    exports org.leasekit.access;
    exports org.leasekit.amendment;
    exports org.leasekit.application;
    exports org.leasekit.billing;
    exports org.leasekit.calendar;
    exports org.leasekit.contract;
    exports org.leasekit.dunning;
    exports org.leasekit.escalation;
    exports org.leasekit.event;
    exports org.leasekit.hierarchy;
    exports org.leasekit.insight;
    exports org.leasekit.intake;
    exports org.leasekit.intent;
    exports org.leasekit.ledger;
    exports org.leasekit.memory;
    exports org.leasekit.money;
    exports org.leasekit.occupancy;
    exports org.leasekit.outcome;
    exports org.leasekit.party;
    exports org.leasekit.payment;
    exports org.leasekit.port;
    exports org.leasekit.renewal;
    exports org.leasekit.servicedesk;
    exports org.leasekit.settlement;
    exports org.leasekit.sla;
}
