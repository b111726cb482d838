package io.slimgan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of docs/architecture.md, each with its reason. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.slimgan");

    /** From the top of the house to its ground. */
    private static final List<String> ROOMS = List.of(
            "app",
            "cli",
            "ui",
            "session",
            "report",
            "metrics",
            "training",
            "models",
            "nn",
            "data",
            "runs",
            "config",
            "base");

    private static final List<String> UI_FEATURES =
            List.of("main", "runs", "scalars", "consistency", "explore", "tradeoff", "reports");

    static Stream<String> rooms() {
        return ROOMS.stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyRoomsBelowIt(String room) {
        String[] above = ROOMS.subList(0, ROOMS.indexOf(room)).stream()
                .map(ArchitectureTest::room)
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(room(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .because("a room that knows those above it cannot be understood or tested without them"));
    }

    @Test
    void everyClassLivesInARoom() {
        check(classes()
                .should()
                .resideInAnyPackage(ROOMS.stream().map(ArchitectureTest::room).toArray(String[]::new))
                .because("the order of the rooms says who may use whom"));
    }

    @Test
    void theEngineStaysBelow() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        room("data"), room("nn"), room("models"), room("training"), room("metrics"), room("session"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .because("everything above speaks plain arrays and records, so it can be tested without an engine"));
    }

    @Test
    void theWindowAsksTheSession() {
        check(noClasses()
                .that()
                .resideInAPackage(room("ui"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room("nn"), room("models"), room("training"), room("metrics"), room("data"))
                .because("the device thread belongs to the session"));
    }

    @Test
    void theToolkitLivesInTheWindow() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(room("ui"), room("app"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("training works on machines without a screen"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(room("ui.chart"), room("report"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jfree..")
                .because("there is one door to the chart library"));
    }

    @Test
    void widgetsLiveInTheWindow() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(room("ui"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.controlsfx..", "org.kordamp.ikonli..", "atlantafx..")
                .because("another look or another widget library then concerns one room"));
    }

    @Test
    void theCommandLineKnowsNoWindow() {
        check(noClasses()
                .that()
                .resideInAPackage(room("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("ui"))
                .because("commands run where no toolkit can be loaded; app hands the window in as a Runnable"));
    }

    @Test
    void theSessionsDoorShowsNoEngine() {
        check(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(room("session"))
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(speakOnlyPlainTypes())
                .because("the window and the command line hold arrays and records, never the engine's objects"));
    }

    @Test
    void featuresDoNotKnowEachOther() {
        for (String feature : UI_FEATURES) {
            String[] others = UI_FEATURES.stream()
                    .filter(other -> !other.equals(feature))
                    .map(other -> room("ui." + other))
                    .toArray(String[]::new);
            if (!feature.equals("main")) {
                check(noClasses()
                        .that()
                        .resideInAPackage(room("ui." + feature))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others)
                        .because("what features share goes down into ui.common or ui.chart"));
            }
        }
    }

    @Test
    void noCycles() {
        check(slices().matching("io.slimgan.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that know each other are one package that is hard to read"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that().areStatic().should().beFinal().because("a process may hold several runs"));
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .areNotEnums()
                .should(notBeAContainerThatChanges())
                .because("a final reference to a container that changes is a global variable all the same"));
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(room("cli"))
                .should()
                .accessField(System.class, "out")
                .because("the window has no terminal, and scripts read what the command line prints"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(room("cli"), room("app"))
                .should()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("errors go to the log and to the user in one sentence"));
    }

    @Test
    void theSessionOwnsTheThreads() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(room("session"))
                .should()
                .callConstructorWhere(target("makes a thread", Thread.class))
                .because("who makes threads must end them; others are given an executor"));
    }

    @Test
    void oneDoorToTheFxThread() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(room("ui.common"))
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("ui.common.Fx is the one place where work changes to the FX thread"));
    }

    @Test
    void everyPackageRefusesNulls() {
        check(classes()
                .should(resideInANullMarkedPackage())
                .because("absence is an Optional, and the compiler checks it"));
    }

    private static String room(String name) {
        return "io.slimgan." + name + "..";
    }

    @Test
    void onlyTheFactoryKnowsBackbones() {
        String[] backbones = {"io.slimgan.models.sndcgan..", "io.slimgan.models.sngan..", "io.slimgan.models.biggan.."};
        for (String backbone : backbones) {
            check(noClasses()
                    .that()
                    .resideOutsideOfPackage(backbone)
                    .and()
                    .doNotHaveFullyQualifiedName("io.slimgan.models.Networks")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(backbone)
                    .because("a network is data plus layers: a new backbone touches one package and its factory"));
        }
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    private static DescribedPredicate<JavaConstructorCall> target(String description, Class<?> type) {
        return DescribedPredicate.describe(
                description, call -> call.getTargetOwner().isEquivalentTo(type));
    }

    private static ArchCondition<JavaField> notBeAContainerThatChanges() {
        List<Class<?>> immutableInterfaces = List.of(List.class, Map.class, Set.class, Collection.class);
        return new ArchCondition<>("not be a container that changes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean container = type.isAssignableTo(Collection.class)
                        || type.isAssignableTo(Map.class)
                        || type.getPackageName().equals("java.util.concurrent.atomic")
                        || type.isAssignableTo(ThreadLocal.class);
                boolean declaredImmutable = immutableInterfaces.stream().anyMatch(type::isEquivalentTo);
                if (container && !declaredImmutable) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " can change"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> speakOnlyPlainTypes() {
        return new ArchCondition<>("speak only plain types") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(type -> type.getPackageName().startsWith("ai.djl"))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + type.getName())));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            item, item.getPackageName() + " has no package-info.java marked @NullMarked"));
                }
            }
        };
    }
}
