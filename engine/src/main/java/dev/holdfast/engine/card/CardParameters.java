package dev.holdfast.engine.card;

import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.card.CardShelf.CardName;
import dev.holdfast.engine.card.CardShelf.IssueName;
import dev.holdfast.engine.card.CardShelf.NewFileUpdate;
import dev.holdfast.engine.card.CardShelf.NewIssue;
import dev.holdfast.engine.card.CardShelf.NewNumber;
import dev.holdfast.engine.card.CardShelf.StatusChange;
import dev.holdfast.engine.hsm.Pvv;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The parameters of {@link CardStore}'s statements. */
final class CardParameters {

    private CardParameters() {}

    static Tuple names(Collection<CardName> names) {
        return Columns.of(names)
                .shorts(name -> name.account().bucket())
                .uuids(name -> name.account().value())
                .uuids(CardName::card)
                .toTuple();
    }

    static Tuple issueNames(Collection<IssueName> names) {
        return Columns.of(names)
                .shorts(name -> name.account().bucket())
                .uuids(name -> name.account().value())
                .texts(IssueName::key)
                .toTuple();
    }

    static Tuple issued(List<BookedCard> cards) {
        return stated(cards)
                .texts(BookedCard::maskedNumber)
                .dates(card -> card.facts().expiry().atEndOfMonth())
                .shorts(card -> card.facts().sequence())
                .texts(card -> card.facts().serviceCode().digits())
                .instants(BookedCard::issuedAt)
                .instants(BookedCard::issuedAt)
                .toTuple();
    }

    static Tuple changed(List<BookedCard> cards, Instant at) {
        return stated(cards).instants(card -> at).toTuple();
    }

    private static Columns<BookedCard> stated(List<BookedCard> cards) {
        return Columns.of(cards)
                .shorts(card -> card.account().bucket())
                .uuids(card -> card.account().value())
                .uuids(BookedCard::id)
                .texts(card -> card.status().label())
                .ints(card -> card.state().statusChanges())
                .optionalShorts(CardParameters::pvvKeyIndex)
                .texts(CardParameters::pvvDigits)
                .shorts(card -> card.state().pinFailures())
                .texts(card -> card.address().postalCode())
                .texts(card -> card.address().streetDigits());
    }

    private static @Nullable Short pvvKeyIndex(BookedCard card) {
        Pvv pvv = card.pvv();
        return pvv == null ? null : (short) pvv.keyIndex();
    }

    private static @Nullable String pvvDigits(BookedCard card) {
        Pvv pvv = card.pvv();
        return pvv == null ? null : pvv.digits().reveal();
    }

    static Tuple numbers(List<NewNumber> numbers) {
        return Columns.of(numbers)
                .shorts(each -> each.number().digest().keyNumber())
                .bytes(each -> each.number().digest().toBytes())
                .uuids(each -> each.card().id())
                .ints(each -> each.owner().tenantId())
                .texts(each -> each.owner().ref())
                .shorts(each -> each.card().account().bucket())
                .uuids(each -> each.card().account().value())
                .dates(each -> each.card().facts().expiry().atEndOfMonth())
                .shorts(each -> each.card().facts().sequence())
                .texts(each -> each.card().facts().serviceCode().digits())
                .shorts(each -> each.number().sealed().keyNumber())
                .bytes(each -> each.number().sealed().wrappedDataKey())
                .bytes(each -> each.number().sealed().nonce())
                .bytes(each -> each.number().sealed().ciphertext())
                .toTuple();
    }

    static Tuple issues(List<NewIssue> issues) {
        return Columns.of(issues)
                .shorts(each -> each.name().account().bucket())
                .uuids(each -> each.name().account().value())
                .texts(each -> each.name().key())
                .uuids(each -> each.issue().fingerprint())
                .texts(each -> each.issue().cards().stream()
                        .map(card -> card.id().toString())
                        .collect(Collectors.joining(",")))
                .instants(NewIssue::at)
                .toTuple();
    }

    static Tuple statusChanges(List<StatusChange> changes) {
        return Columns.of(changes)
                .shorts(change -> change.card().account().bucket())
                .uuids(change -> change.card().account().value())
                .uuids(change -> change.card().id())
                .ints(StatusChange::number)
                .texts(change -> change.from().label())
                .texts(change -> change.to().label())
                .texts(StatusChange::reason)
                .instants(StatusChange::at)
                .toTuple();
    }

    static Tuple fileUpdates(List<NewFileUpdate> updates) {
        return Columns.of(updates)
                .shorts(update -> update.change().card().account().bucket())
                .uuids(update -> update.change().card().account().value())
                .uuids(update -> update.change().card().id())
                .ints(update -> update.change().number())
                .texts(update -> update.action().label())
                .texts(update -> update.listedAs().label())
                .instants(update -> update.change().at())
                .instants(update -> update.change().at())
                .toTuple();
    }
}
