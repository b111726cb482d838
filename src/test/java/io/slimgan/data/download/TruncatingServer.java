package io.slimgan.data.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Promises the rest of its content, sends so many bytes of it, and hangs up; knows ranges. */
final class TruncatingServer implements AutoCloseable {

    private final byte[] content;
    private final int share;
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    TruncatingServer(byte[] content, int share) throws IOException {
        this.content = content;
        this.share = share;
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "truncating-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/file.bin");
    }

    int connections() {
        return connections.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                answer(one);
            } catch (IOException e) {
                continue; // the client hung up, or the test is over
            }
        }
    }

    private void answer(Socket one) throws IOException {
        connections.incrementAndGet();
        BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
        int begin = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Range: ")) {
                begin = Integer.parseInt(line.replaceAll("\\D", ""));
            }
        }
        String head = begin == 0
                ? "HTTP/1.1 200 OK\r\n"
                : "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + begin + "-" + (content.length - 1) + "/"
                        + content.length + "\r\n";
        String lines = head + "Content-Length: " + (content.length - begin) + "\r\n\r\n";
        OutputStream out = one.getOutputStream();
        out.write(lines.getBytes(StandardCharsets.US_ASCII));
        out.write(content, begin, Math.min(share, content.length - begin));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
