/** The core of leasekit: what is let, billed, renewed and serviced, as values and pure functions, and the ports around it. */
module org.leasekit.core {
    requires transitive jakarta.validation;
    requires transitive java.money;
    requires static org.jspecify;
}
