package dev.holdfast.engine.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ScopeTest {

    @ParameterizedTest
    @EnumSource
    void hasTwoSpellings(Scope scope) {
        assertThat(Scope.find(scope.text())).contains(scope);
        assertThat(Scope.find(scope.olderText())).contains(scope);
    }

    @Test
    void takesSpellingsSideBySide() {
        assertThat(Scope.findAll(" resources/transactions.create  resources/transactions.read\ttxn.r"))
                .contains(Set.of(Scope.CREATE_TRANSACTIONS, Scope.READ_TRANSACTIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "txn", "TXN.R", "transactions.read", "txn.r,txn.c", "txn.r resources/txn.r"})
    void takesNothingElse(String spellings) {
        assertThat(Scope.findAll(spellings)).isEmpty();
    }

    @Test
    void writesTheShortSpellingsInOneOrder() {
        assertThat(Scope.text(Set.of(Scope.UPDATE_PROGRAM, Scope.READ_ACCOUNTS, Scope.READ_TRANSACTIONS)))
                .isEqualTo("acct.r txn.r prog.u");
    }
}
