package org.leasekit.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/** What a pure function may not touch. */
final class Purity {

    /** I/O, logging, threads and randomness, with everything below these packages. */
    private static final Set<String> PACKAGES = Set.of(
            "java.io", "java.net", "java.nio.channels", "java.nio.file", "java.sql", "javax.sql",
            "java.util.concurrent", "java.util.logging", "java.util.prefs", "java.util.random", "org.slf4j");

    private static final Set<String> CLASSES = Set.of(
            "java.lang.InheritableThreadLocal", "java.lang.Process", "java.lang.ProcessBuilder", "java.lang.Runtime",
            "java.lang.Thread", "java.lang.ThreadGroup", "java.lang.ThreadLocal", "java.security.SecureRandom",
            "java.time.Clock", "java.util.Random", "java.util.Scanner", "java.util.SplittableRandom", "java.util.Timer");

    /** A URI is a value; making one reaches nothing. */
    private static final Set<String> HARMLESS = Set.of("java.net.URI");

    /** By owner: the methods whose answer depends on where and when they are called. */
    private static final Map<String, Set<String>> AMBIENT = Map.of(
            "java.lang.Math", Set.of("random"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.util.Locale", Set.of("getDefault"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.util.UUID", Set.of("randomUUID"));

    private Purity() {}

    static DescribedPredicate<JavaClass> outsideWorld() {
        return DescribedPredicate.describe("of I/O, logging, threads or randomness", Purity::isOutsideWorld);
    }

    static DescribedPredicate<JavaAccess<?>> ambient() {
        return DescribedPredicate.describe("reads a clock, a default or chance", Purity::isAmbient);
    }

    private static boolean isOutsideWorld(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        String name = element.getName();
        String home = element.getPackageName();
        return !HARMLESS.contains(name)
                && (CLASSES.contains(name)
                        || PACKAGES.stream().anyMatch(it -> home.equals(it) || home.startsWith(it + ".")));
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        if (owner.equals("java.lang.System")) {
            return !member.equals("arraycopy");
        }
        return owner.startsWith("java.time.") && member.equals("now")
                || AMBIENT.getOrDefault(owner, Set.of()).contains(member);
    }
}
