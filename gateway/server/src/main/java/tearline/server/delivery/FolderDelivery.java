package tearline.server.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import tearline.server.store.Delivery;

/**
 * Drops a product into a partner's folder: there whole and on disk, or not there. The name comes from the idempotency key,
 * so that a second attempt finds the first.
 */
public final class FolderDelivery implements AutoCloseable {

    private final Addresses addresses;
    private final Function<String, byte[]> products;
    /** A folder on a network that hangs keeps other folders waiting, and nobody else. */
    private final ExecutorService threads = Threads.pool("deliver-folder", 4);

    public FolderDelivery(Addresses addresses, Function<String, byte[]> products) {
        this.addresses = addresses;
        this.products = products;
    }

    public CompletableFuture<Attempt> deliver(Delivery delivery) {
        return CompletableFuture.supplyAsync(() -> new Attempt(delivery, answer(delivery)), threads);
    }

    private Answer answer(Delivery delivery) {
        Optional<Address> address = addresses.find(delivery.partner(), delivery.door());
        if (address.isEmpty()) {
            return new Answer.Later("the partner has no door " + delivery.door());
        }
        try {
            Path folder = Path.of(address.get().target());
            return drop(folder, name(delivery), products.apply(delivery.digest()));
        } catch (IOException | RuntimeException e) {
            return new Answer.Later("the folder cannot be written: " + e.getClass().getSimpleName());
        }
    }

    private static Answer drop(Path folder, String name, byte[] product) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Arrays.equals(Files.readAllBytes(target), product)
                    ? new Answer.Arrived(name)
                    : new Answer.Never("a file " + name + " with another content is there already");
        }
        Path partial = partial(folder, name);
        Files.deleteIfExists(partial);                              // of an attempt that did not end
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var rest = ByteBuffer.wrap(product); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);                                  // the name, too, survives a power cut
        }
        return new Answer.Arrived(name);
    }

    /** Of what was purged while it was being written a half may lie about. */
    public void removePartial(Delivery delivery) {
        addresses.find(delivery.partner(), delivery.door()).filter(address -> delivery.doorKind().equals("folder")).ifPresent(address -> {
            try {
                Files.deleteIfExists(partial(Path.of(address.target()), name(delivery)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("a half-written file could not be removed", e);
            }
        });
    }

    private static Path partial(Path folder, String name) {
        return folder.resolve('.' + name + ".partial");             // hidden from those who list the folder
    }

    private static String name(Delivery delivery) {
        return Opaque.name(delivery.idempotencyKey()) + '.' + extension(delivery);
    }

    /** Of the product's own file name only the extension is kept. */
    private static String extension(Delivery delivery) {
        String name = delivery.fileName().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return extension.length() < name.length() && extension.matches("[a-z0-9]{1,10}") ? extension : "bin";
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
