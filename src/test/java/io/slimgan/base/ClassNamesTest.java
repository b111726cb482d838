package io.slimgan.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassNamesTest {

    private static final ClassNames PETS = new ClassNames(4, List.of("cat", "dog", "guinea pig", "wildcat"));
    private static final ClassNames UNNAMED = new ClassNames(10, List.of());

    @Test
    void aClassIsFoundByNameOrNumber() {
        assertThat(PETS.find("dog", "--class")).isEqualTo(1);
        assertThat(PETS.find(" Guinea Pig ", "--class")).isEqualTo(2);
        assertThat(PETS.find("3", "--class")).isEqualTo(3);
        assertThat(UNNAMED.find("9", "--class")).isEqualTo(9);
        assertThat(new ClassNames(2, List.of("1", "0")).find("0", "--class"))
                .as("a name goes before a number")
                .isEqualTo(1);
    }

    @Test
    void whoMistypesIsToldTheNearestName() {
        refused(PETS, "dgo", "--class dgo: this run has no such class; did you mean dog?");
        refused(PETS, "guinea", "did you mean guinea pig?");
        refused(PETS, "whale", "allowed are cat, dog, guinea pig, wildcat, or a number from 0 to 3.");
        refused(PETS, "4", "or a number from 0 to 3.");
        refused(PETS, "", "allowed are");
        refused(UNNAMED, "cat", "not known, so give a number from 0 to 9.");
        refused(ClassNames.NONE, "cat", "--class cat: this run knows no classes");
        List<String> many =
                IntStream.range(0, 100).mapToObj(i -> "species " + i + "xyz").toList();
        refused(new ClassNames(100, many), "9999999999999", "its 100 names, from species 0xyz to species 99xyz");
    }

    private static void refused(ClassNames names, String asked, String message) {
        assertThatThrownBy(() -> names.find(asked, "--class"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsTypedIsSearchedFor() {
        assertThat(PETS.search("")).containsExactly(0, 1, 2, 3);
        assertThat(PETS.search("CAT")).containsExactly(0, 3);
        assertThat(PETS.search("2")).containsExactly(2);
        assertThat(PETS.search("zebra")).isEmpty();
        assertThat(UNNAMED.search("class 7")).containsExactly(7);
    }

    @Test
    void choicesHaveWords() {
        assertThat(UNNAMED.name(3)).isEqualTo("class 3");
        assertThat(PETS.words(new ClassChoice.One(0))).isEqualTo("class cat");
        assertThat(UNNAMED.words(new ClassChoice.One(0))).isEqualTo("class 0");
        assertThat(PETS.words(ClassChoice.BY_SEED)).isEqualTo("classes by seed");
        assertThat(PETS.words(ClassChoice.IN_TURN)).isEqualTo("classes in turn");
        assertThat(PETS.words(new ClassChoice.Every(0, 4))).isEqualTo("all 4 classes");
        assertThat(PETS.words(new ClassChoice.Every(1, 2))).isEqualTo("classes dog to guinea pig");
        assertThat(ClassNames.NONE.words(ClassChoice.BY_SEED)).isEmpty();
    }
}
