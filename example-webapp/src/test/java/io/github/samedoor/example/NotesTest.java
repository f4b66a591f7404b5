/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final Owner ALICE = new Owner("a", 1);
    private static final Owner ALICE_ELSEWHERE = new Owner("b", 1);
    private static final Note.Content TEA = new Note.Content("Tea", "Buy some", List.of("home"));

    private final Notes notes = new Notes();

    @Test
    void noteIsFoundByItsOwnerOnly() {
        Note note = notes.add(ALICE, TEA).orElseThrow();
        assertThat(notes.find(ALICE, note.id()), is(Optional.of(note)));
        assertThat(notes.find(ALICE_ELSEWHERE, note.id()), is(Optional.empty()));
        assertThat(notes.replace(ALICE_ELSEWHERE, note.id(), TEA), is(Optional.empty()));
        assertThat(notes.remove(ALICE_ELSEWHERE, note.id()), is(false));
        assertThat(notes.of(ALICE), is(List.of(note)));
    }

    @Test
    void ownersNeverShareAnId() {
        long one = notes.add(ALICE, TEA).orElseThrow().id();
        assertThat(notes.add(ALICE_ELSEWHERE, TEA).orElseThrow().id() == one, is(false));
    }

    @Test
    void removedNoteDoesNotComeBack() {
        long id = notes.add(ALICE, TEA).orElseThrow().id();
        assertThat(notes.remove(ALICE, id), is(true));
        assertThat(notes.replace(ALICE, id, TEA), is(Optional.empty()));
        assertThat(notes.remove(ALICE, id), is(false));
    }

    @Test
    void ownerHasABoundedNumberEvenWhenManyWriteAtOnce() {
        long kept = IntStream.range(0, Notes.MAX_PER_OWNER + 200)
                .parallel()
                .filter(i -> notes.add(ALICE, TEA).isPresent())
                .count();
        assertThat(kept, is((long) Notes.MAX_PER_OWNER));
        assertThat(notes.of(ALICE).size(), is(Notes.MAX_PER_OWNER));
        assertThat(notes.add(ALICE_ELSEWHERE, TEA).isPresent(), is(true));
    }
}
