package dev.holdfast.ops.postgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The data directory cannot be used: in use, not writable, full, or made by another version. */
public final class DataDirectoryException extends EmbeddedPostgresException {

    private static final long serialVersionUID = 1L;

    DataDirectoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Says in one line what the operating system refused. */
    static DataDirectoryException of(Path directory, IOException cause) {
        return new DataDirectoryException("cannot use the directory " + directory + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "user " + System.getProperty("user.name") + " may not write " + denied.getFile();
        }
        if (cause instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is in the way";
        }
        if (cause instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason() + " (" + refused.getFile() + ")";
        }
        return String.valueOf(cause.getMessage());
    }
}
