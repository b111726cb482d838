package io.slimgan.data.download;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An answer's body, taken piece by piece with a limit to the waiting: the client's own stream waits for ever. */
final class BodyQueue implements HttpResponse.BodySubscriber<BodyQueue> {

    /** A piece of the body, or how it ended. */
    private record Piece(List<ByteBuffer> data, Optional<Throwable> failure, boolean last) {}

    /** How long a cancellation may go unheard. */
    static final long LOOK_MILLIS = 100;

    private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription incoming) {
        subscription.complete(incoming);
        incoming.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> data) {
        pieces.add(new Piece(data, Optional.empty(), false));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(List.of(), Optional.of(failure), true));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(List.of(), Optional.empty(), true));
    }

    /**
     * The next piece; empty at the end.
     *
     * @param tick called several times a second while nothing comes; may throw to end the waiting
     * @throws IOException if the connection broke or nothing came for so long
     */
    Optional<List<ByteBuffer>> next(Duration patience, Runnable tick) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Piece piece = pieces.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        while (piece == null) {
            tick.run();
            if (System.nanoTime() >= end) {
                throw new IOException("nothing came for " + patience.toSeconds() + " s");
            }
            piece = pieces.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (piece.failure.isPresent()) {
            throw new IOException("the connection broke", piece.failure.get());
        }
        if (piece.last) {
            return Optional.empty();
        }
        subscription.join().request(1);
        return Optional.of(piece.data);
    }

    /** Lets the connection go. */
    void cancel() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
