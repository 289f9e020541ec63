/** Gateways, webhooks and the renewal page of leasekit over HTTP. */
module org.leasekit.http {
    requires transitive jakarta.ws.rs;
    requires transitive java.net.http;
    requires transitive org.leasekit.core;
    requires com.fasterxml.jackson.databind;
    requires com.google.zxing;
    requires dev.failsafe.core;
    requires static transitive org.jspecify;

    exports org.leasekit.http;
    exports org.leasekit.http.inbound;
    exports org.leasekit.http.outbound;
    exports org.leasekit.http.policy;

    opens org.leasekit.http.inbound to com.fasterxml.jackson.databind;
    opens org.leasekit.http.outbound to com.fasterxml.jackson.databind;
}
