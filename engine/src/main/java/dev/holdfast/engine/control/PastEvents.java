package dev.holdfast.engine.control;

import io.vertx.core.Future;

import java.util.List;

/** What happened once, read page by page, for a backtest. A port: where it is stored is another feature's matter. */
public interface PastEvents {

    /**
     * Reads on. Asked again only when the page before has been taken.
     *
     * @return purchases in the order of their times, reversals anywhere after; empty at the end
     */
    Future<List<PastEvent>> next();
}
