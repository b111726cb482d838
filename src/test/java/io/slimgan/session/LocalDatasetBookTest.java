package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.gallery.Gallery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LocalDatasetBookTest {

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final List<Integer> decoded = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final DatasetBook book = new LocalDatasetBook(gallery(), waiting::add, waiting::add);

    /** Ten grey images of their place's level; the seventh is torn, the last is the first again. */
    private Gallery gallery() {
        return new Gallery() {
            @Override
            public String name() {
                return "ten";
            }

            @Override
            public int size() {
                return 10;
            }

            @Override
            public int imageSize() {
                return 2;
            }

            @Override
            public List<String> classNames() {
                return List.of();
            }

            @Override
            public int label(int index) {
                return -1;
            }

            @Override
            public List<String> notes() {
                return List.of();
            }

            @Override
            public String nameOf(int index) {
                return index + ".png";
            }

            @Override
            public boolean isOnDemand() {
                return true;
            }

            @Override
            public byte[] image(int index) throws BrokenImageException {
                if (index == 7) {
                    throw new BrokenImageException("it is torn");
                }
                synchronized (decoded) {
                    decoded.add(index);
                }
                byte[] pixels = new byte[12];
                Arrays.fill(pixels, (byte) (index == 9 ? 0 : index));
                return pixels;
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void whatIsScrolledAwayIsNotDecoded() {
        CompletableFuture<RgbImages> gone = book.image(1);
        CompletableFuture<RgbImages> seen = book.image(2);
        gone.cancel(true);
        work();
        assertThat(decoded).containsExactly(2);
        assertThat(seen.join().pixels()).containsOnly(2);
    }

    @Test
    void aBrokenFileIsNamed() {
        CompletableFuture<RgbImages> torn = book.image(7);
        work();
        assertThatThrownBy(torn::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(UserError.class)
                .hasMessage("7.png: it is torn.");
    }

    @Test
    void theCheckTellsGreySetsAndWhatStandsOut() {
        DatasetJob<DatasetFindings> job = book.check();
        assertThat(job.progress()).isEqualTo(new EvaluationProgress("Checking images", 0, 10));
        work();
        DatasetFindings found = job.result().join();
        assertThat(found.checked()).isEqualTo(9);
        assertThat(found.channels()).hasSize(1);
        assertThat(found.channels().get(0).name()).isEqualTo("Grey");
        assertThat(found.channels().get(0).mean()).isEqualTo((1 + 2 + 3 + 4 + 5 + 6 + 8) / 9.0);
        assertThat(found.duplicates()).containsExactly(List.of(0, 9));
        assertThat(found.broken()).containsExactly(new DatasetFindings.BrokenFile(7, "it is torn"));
    }

    @Test
    void theCheckEndsWhenItIsCancelledOrTheBookIsClosed() {
        DatasetJob<DatasetFindings> cancelled = book.check();
        cancelled.cancel();
        work();
        assertThatThrownBy(() -> cancelled.result().join()).hasCauseInstanceOf(CancellationException.class);

        DatasetJob<DatasetFindings> late = book.check();
        book.close();
        work();
        assertThat(closed).isTrue();
        assertThatThrownBy(() -> late.result().join()).hasCauseInstanceOf(CancellationException.class);
        assertThat(decoded).isEmpty();
    }

    @Test
    void aBookThatNobodyWaitsForIsClosed() {
        LocalDatasetJob<DatasetBook> job = new LocalDatasetJob<>(new EvaluationProgress("Opening", 0, 0), p -> book);
        job.on(waiting::add);
        job.cancel();
        work();
        assertThat(closed).isTrue();
        assertThatThrownBy(() -> job.result().join()).hasCauseInstanceOf(CancellationException.class);
    }
}
