package org.leasekit.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * The floors of a house, from the roof down, below one root package. A package may use those listed after it, except that
 * the packages of the ground floor use nothing of ours. The root itself holds the front door, above everything.
 *
 * @param root the package that the floors lie in; the library's own, or that of a fixture
 */
record House(String root) {

    static final String FRONT_DOOR = "";
    static final String MEMORY = "memory";
    static final String PORT = "port";

    /** What loads, stores and wires; it may do I/O through ports. */
    static final List<String> SHELL = List.of("application", MEMORY, PORT, "event");

    /** What decides: pure functions over values. */
    static final List<String> FEATURES = List.of(
            "insight", "intake", "renewal", "servicedesk", "dunning", "escalation", "sla",
            "settlement", "payment", "ledger", "billing", "access", "hierarchy",
            "occupancy", "amendment", "contract", "party");

    static final List<String> GROUND = List.of("money", "calendar", "outcome");

    /** Every package that may exist, the front door first. */
    static final List<String> FLOORS = Stream.of(List.of(FRONT_DOOR), SHELL, FEATURES, GROUND)
            .flatMap(List::stream)
            .toList();

    /** Whether a class lies in this house at all. */
    boolean contains(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }

    /** The path of the class's package below the root, empty at the front door. */
    String floorOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? FRONT_DOOR : name.substring(root.length() + 1);
    }

    /** Whether the drawing lets one floor use another; a floor that is not drawn neither uses nor is used. */
    static boolean mayUse(String from, String to) {
        int above = FLOORS.indexOf(from);
        return from.equals(to) || above >= 0 && above < FLOORS.indexOf(to) && !GROUND.contains(from);
    }

    DescribedPredicate<JavaClass> floors(String description, List<String> floors) {
        return DescribedPredicate.describe(description, type -> contains(type) && floors.contains(floorOf(type)));
    }

    /** Features and ground floor: everything that must be pure. */
    DescribedPredicate<JavaClass> features() {
        return floors("features", Stream.concat(FEATURES.stream(), GROUND.stream()).toList());
    }

    DescribedPredicate<JavaClass> everything() {
        return DescribedPredicate.describe("of the library", this::contains);
    }
}
