package org.leasekit.house;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rules of the house. Each can be held against any root package, so that fixtures can prove it. */
enum HouseRule {

    /** Features are asked; they never ask the application, a port or the memory. */
    FEATURES_KNOW_NO_SHELL(house -> noClasses()
            .that(house.features())
            .should(dependOnClassesThat(house.floors("the shell", List.of("application", House.MEMORY, House.PORT))))),

    /** No I/O, logging, threads or randomness in a feature. */
    FEATURES_TOUCH_NO_WORLD(house -> noClasses()
            .that(house.features())
            .should(dependOnClassesThat(Purity.outsideWorld()))),

    /** Time, zone, locale and chance come in as parameters. */
    FEATURES_READ_NO_SURROUNDINGS(house -> noClasses()
            .that(house.features())
            .should(accessTargetWhere(Purity.ambient()))),

    /** Features are written against the JDK, JavaMoney, Jakarta Validation and JSpecify. */
    FEATURES_USE_NO_FRAMEWORK(house -> noClasses()
            .that(house.features())
            .should(dependOnClassesThat(framework(house)))),

    /** A package uses those drawn below it, and the ground floor uses nothing of ours. */
    ARROWS_POINT_DOWNWARDS(house -> classes()
            .that(house.everything())
            .should(useOnly("the floors below", house, House::mayUse))),

    /** Ports are called by the application, implemented by the memory, and wired at the front door. */
    PORTS_BELONG_TO_THE_SHELL(house -> classes()
            .that(house.everything())
            .should(useOnly("ports from the shell", house, (from, to) -> !to.equals(House.PORT)
                    || List.of(House.FRONT_DOOR, "application", House.MEMORY, House.PORT).contains(from)))),

    /** The memory is one implementation among others: only the front door picks it. */
    MEMORY_IS_PICKED_AT_THE_FRONT_DOOR(house -> classes()
            .that(house.everything())
            .should(useOnly("the memory from the front door", house, (from, to) -> !to.equals(House.MEMORY)
                    || List.of(House.FRONT_DOOR, House.MEMORY).contains(from)))),

    /** Nobody outside can extend a decision: public types of features are records, enums, interfaces or final. */
    FEATURE_TYPES_ARE_CLOSED(house -> classes()
            .that(house.features())
            .should(satisfy("be records, enums, interfaces or final where public", HouseRule::isClosed))),

    /** No two packages need each other. */
    PACKAGES_FORM_NO_CYCLE(house -> slices()
            .matching(house.root() + ".(*)..")
            .should().beFreeOfCycles()),

    /** Whoever may not do something cannot do it by a method in which asking was forgotten. */
    SERVICES_ASK_AT_THE_GATE(house -> classes()
            .that(house.floors("services", List.of("application")).and(DescribedPredicate.describe("of that name",
                    type -> type.getSimpleName().endsWith("Service") && !type.isRecord())))
            .should(askAtTheGate(house))),

    /** A package lies one level deep and has its place in the drawing. */
    PACKAGES_HAVE_A_FLOOR(house -> classes()
            .that(house.everything())
            .should(satisfy("lie on a floor that is drawn", type -> House.FLOORS.contains(house.floorOf(type)))));

    private final Function<House, ArchRule> rule;

    HouseRule(Function<House, ArchRule> rule) {
        this.rule = rule;
    }

    /** This rule, held against the packages below that root. */
    ArchRule over(String root) {
        return rule.apply(new House(root)).as(sentence() + " below " + root);
    }

    private String sentence() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static DescribedPredicate<JavaClass> framework(House house) {
        List<String> known = List.of("java.", "javax.money.", "jakarta.validation.", "org.jspecify.");
        return DescribedPredicate.describe("of a framework", type -> {
            JavaClass element = type.getBaseComponentType();
            return !element.isPrimitive()
                    && !house.contains(element)
                    && known.stream().noneMatch(element.getName()::startsWith);
        });
    }

    private static boolean isClosed(JavaClass type) {
        return !type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.getModifiers().contains(JavaModifier.FINAL);
    }

    private static ArchCondition<JavaClass> satisfy(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String message = "Class <" + type.getName() + "> does not " + description;
                events.add(new SimpleConditionEvent(type, holds.test(type), message));
            }
        };
    }

    private static ArchCondition<JavaClass> askAtTheGate(House house) {
        return new ArchCondition<>("ask at the gate in every public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethod method : type.getMethods()) {
                    if (method.getModifiers().contains(JavaModifier.PUBLIC)
                            && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        String message = "Method <" + method.getFullName() + "> does not ask at the gate";
                        events.add(new SimpleConditionEvent(method, reachesGate(house, method), message));
                    }
                }
            }
        };
    }

    /** Whether a method asks, by itself or by whatever it calls or passes on to be called. */
    private static boolean reachesGate(House house, JavaCodeUnit from) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(from));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            JavaCodeUnit next = open.pop();
            for (JavaAccess<?> access : next.getAccessesFromSelf()) {
                if (access.getTargetOwner().getName().equals(house.root() + ".application.Gate")
                        && access.getTarget().getName().startsWith("ask")) {
                    return true;
                }
                if (house.contains(access.getTargetOwner())
                        && access.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit called
                        && seen.add(called)) {
                    open.push(called);
                }
            }
        }
        return false;
    }

    private static ArchCondition<JavaClass> useOnly(String what, House house, BiPredicate<String, String> allowed) {
        return new ArchCondition<>("use only " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (house.contains(target)) {
                        boolean holds = allowed.test(house.floorOf(type), house.floorOf(target));
                        events.add(new SimpleConditionEvent(dependency, holds, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
