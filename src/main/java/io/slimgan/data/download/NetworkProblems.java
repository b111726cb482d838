package io.slimgan.data.download;

import io.slimgan.base.FileProblems;
import io.slimgan.data.download.TransferException.Cure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLException;

/** Tells what went wrong on the way to a server; the client's own messages are often empty. */
final class NetworkProblems {

    private NetworkProblems() {}

    /** The failure as one that says what may help; one of the disk is thrown as it is. */
    static TransferException of(URI address, IOException failure) throws IOException {
        if (failure instanceof TransferException known) {
            return known;
        }
        if (failure instanceof FileSystemException) {
            throw failure;
        }
        String host = String.valueOf(address.getHost());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return new TransferException("the name " + host + " cannot be looked up", Cure.ONLINE, failure);
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return new TransferException(host + " does not answer", Cure.ONLINE, failure);
            }
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return new TransferException(host + " cannot be reached", Cure.ONLINE, failure);
        }
        if (failure instanceof HttpTimeoutException) {
            return new TransferException(host + " does not answer", Cure.AGAIN, failure);
        }
        if (failure instanceof SSLException) {
            String reason = "no secure connection to " + host + " (" + FileProblems.reason(failure) + ")";
            return new TransferException(reason, Cure.AGAIN, failure);
        }
        return new TransferException(FileProblems.reason(failure), Cure.AGAIN, failure);
    }
}
